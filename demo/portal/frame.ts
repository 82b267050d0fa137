import { html, render } from 'lit'
import type { TemplateResult } from 'lit'
import { bar, closeMenus, closeMenusFromOutside } from './bar.js'
import { footer } from './footer.js'
import { gate } from './gate.js'
import { language, speak } from './language.js'
import { colourTheBrowser } from './look.js'
import { hasJustArrived, session } from './session.js'
import type { Person } from './session.js'
import { words } from './words.js'
import type { Language, Words } from './words.js'

/** Which page this is, and what it shows once somebody is signed in. */
export interface Page {
  readonly name: keyof Words['title']
  /** Called again after each change of language. */
  show(say: Words, person: Person): void
}

/** Sets up what all pages of the client area share: header, footer, language, look, and who is signed in. */
export async function frame(page: Page): Promise<void> {
  colourTheBrowser()
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', colourTheBrowser)
  const known = await session().catch(() => undefined)
  const switchTo = (chosen: Language): void => {
    speak(chosen)
    draw()
  }
  const draw = (): void => {
    const say = words[language()]
    document.title = say.title[page.name]
    into('skip', html`<a class="skip" href="#main">${say.skip}</a>`)
    into('bar', bar({ page: page.name, say, known, switchTo }))
    into('footer', footer(say))
    if (known?.current) page.show(say, known.current)
    else if (known === undefined) into('notice', html`<p class="notice" role="alert">${say.failed}</p>`)
    else if (page.name === 'home') {
      into('services', gate(say, known.people))
      arrive()
    }
    // The choice of who one is stands on the first page, all others lead there.
    else location.replace('/portal/')
  }
  draw()
  // The list of tickets is a place of its own in the menu.
  addEventListener('hashchange', () => {
    closeMenus()
    draw()
  })
  closeMenusFromOutside()
}

/** Puts the focus on the page's main heading once somebody has just signed in: the page that they pressed on is gone. */
export function arrive(): void {
  const heading = document.querySelector('main h1')
  // Whoever has gone on already is not called back.
  if (!(heading instanceof HTMLElement) || document.activeElement !== document.body) return
  if (hasJustArrived()) heading.focus()
}

/** Draws into the place with this id. */
export function into(id: string, content: TemplateResult): void {
  const place = document.getElementById(id)
  if (place) render(content, place)
}
