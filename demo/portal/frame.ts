import { html, render } from 'lit'
import type { TemplateResult } from 'lit'
import { language, speak } from './language.js'
import { hasJustArrived, session, signIn } from './session.js'
import type { Person, Session } from './session.js'
import { words } from './words.js'
import type { Language, Words } from './words.js'

/** Which page this is, and what it shows once somebody is signed in. */
export interface Page {
  readonly name: keyof Words['title']
  /** Called again after each change of language. */
  show(say: Words, person: Person): void
}

/** Sets up what all pages of the client area share: header, footer, language, and who is signed in. */
export async function frame(page: Page): Promise<void> {
  const known = await session().catch(() => undefined)
  const switchTo = (chosen: Language): void => {
    speak(chosen)
    draw()
  }
  const draw = (): void => {
    const say = words[language()]
    document.title = say.title[page.name]
    into('skip', html`<a class="skip" href="#main">${say.skip}</a>`)
    into('header', header(page, say, known, switchTo))
    into('footer', html`<p>${say.footer} <a href="/portal/verify">${say.verify}</a></p>`)
    if (known === undefined) into('notice', html`<p role="alert">${say.failed}</p>`)
    else if (known.current === undefined) gate(page, say, known)
    else page.show(say, known.current)
  }
  draw()
  // The list of tickets is a place of its own in the menu.
  addEventListener('hashchange', draw)
  closeMenuFromOutside()
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

/** Nobody is signed in: the choice stands on the first page, all others lead there. */
function gate(page: Page, say: Words, { people }: Session): void {
  if (page.name !== 'home') {
    location.replace('/portal/')
    return
  }
  into(
    'services',
    html`
      <h1 tabindex="-1">${say.signIn.heading}</h1>
      <p class="hint">${say.signIn.hint}</p>
      <ul class="people">
        ${people.map(
          ({ id, name, owner }) => html`
            <li>
              <button type="button" @click=${() => void enter(id)}>
                ${say.signIn.enter.replace('{{name}}', name)}
                <small>${say.signIn[owner]}</small>
              </button>
            </li>
          `,
        )}
      </ul>
    `,
  )
  arrive()
}

function header(
  page: Page,
  say: Words,
  known: Session | undefined,
  onLanguage: (chosen: Language) => void,
): TemplateResult {
  const link = (href: string, name: string, current: boolean) =>
    html`<li><a href=${href} aria-current=${current ? 'page' : 'false'}>${name}</a></li>`
  const atTickets = page.name === 'home' && location.hash === '#tickets'
  return html`
    <p class="brand"><a href="/portal/">Nordhost</a></p>
    ${
      known?.current &&
      html`
        <nav aria-label=${say.nav.label}>
          <ul>
            ${link('/portal/', say.nav.services, page.name === 'home' && !atTickets)}
            ${link('/portal/#tickets', say.nav.tickets, atTickets)}
            ${link('/portal/new', say.nav.new, page.name === 'new')}
          </ul>
        </nav>
        ${account(say, known.people, known.current)}
      `
    }
    <div class="languages" role="group" aria-label=${say.language}>
      ${(['pl', 'en'] as const).map(
        one => html`
          <button
            type="button"
            lang=${one}
            aria-pressed=${one === language() ? 'true' : 'false'}
            @click=${() => onLanguage(one)}
          >
            ${one === 'pl' ? 'Polski' : 'English'}
          </button>
        `,
      )}
    </div>
  `
}

function account(say: Words, people: readonly Person[], current: Person): TemplateResult {
  const others = people.filter(({ id }) => id !== current.id)
  return html`
    <details
      class="account"
      @keydown=${(event: KeyboardEvent) => {
        if (event.key === 'Escape') closeMenu()?.querySelector('summary')?.focus()
      }}
    >
      <summary>${say.account.as}: ${current.name}</summary>
      <ul>
        ${others.map(
          ({ id, name }) =>
            html`<li>
              <button type="button" @click=${() => void enter(id)}>${say.account.switch}: ${name}</button>
            </li>`,
        )}
        <li><button type="button" @click=${() => void enter('')}>${say.account.out}</button></li>
      </ul>
    </details>
  `
}

/** The menu lies over the page, so it goes away as menus do. */
function closeMenu(): HTMLDetailsElement | undefined {
  const menu = document.querySelector('.account')
  if (!(menu instanceof HTMLDetailsElement)) return undefined
  menu.open = false
  return menu
}

function closeMenuFromOutside(): void {
  addEventListener('pointerdown', ({ target }) => {
    if (!(target instanceof Element && target.closest('.account'))) closeMenu()
  })
}

/** A new person, a new page: nothing of the former one's stays in it. */
async function enter(id: string): Promise<void> {
  await signIn(id)
  location.reload()
}
