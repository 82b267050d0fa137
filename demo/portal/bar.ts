import { html } from 'lit'
import type { TemplateResult } from 'lit'
import { icon } from './icons.js'
import { language } from './language.js'
import { enter } from './session.js'
import type { Person, Session } from './session.js'
import type { Language, Words } from './words.js'

/** What the header shows beside the brand. */
export interface Bar {
  readonly page: keyof Words['title']
  readonly say: Words
  /** Who can sign in and who is; nothing where the backend doesn't answer. */
  readonly known: Session | undefined
  readonly switchTo: (chosen: Language) => void
}

/** The header's menu, the account and the language. On a narrow screen the first two lie behind a button. */
export function bar({ page, say, known, switchTo }: Bar): TemplateResult {
  return html`${known?.current && menu(page, say, known.people, known.current)} ${languageButton(switchTo)}`
}

/** Switches to the other language, in whose own name. */
export function languageButton(switchTo: (chosen: Language) => void): TemplateResult {
  const other = language() === 'pl' ? 'en' : 'pl'
  return html`
    <button type="button" lang=${other} @click=${() => switchTo(other)}>
      ${other === 'pl' ? 'Polski' : 'English'}
    </button>
  `
}

function menu(
  page: keyof Words['title'],
  say: Words,
  people: readonly Person[],
  current: Person,
): TemplateResult {
  const link = (href: string, name: string, isHere: boolean) =>
    html`<li>
      <a href=${href} aria-current=${isHere ? 'page' : 'false'} @click=${closeMenus}>${name}</a>
    </li>`
  const atTickets = page === 'home' && location.hash === '#tickets'
  return html`
    <button class="menu-button" type="button" popovertarget="menu" aria-label=${say.menu}>
      ${icon('menu')}
    </button>
    <div id="menu" popover>
      <nav aria-label=${say.nav.label}>
        <ul>
          ${link('/portal/', say.nav.services, page === 'home' && !atTickets)}
          ${link('/portal/#tickets', say.nav.tickets, atTickets)}
          ${link('/portal/new', say.nav.new, page === 'new')}
          ${link('/portal/prices', say.nav.prices, page === 'prices')}
        </ul>
      </nav>
      ${account(say, people, current)}
    </div>
  `
}

function account(say: Words, people: readonly Person[], current: Person): TemplateResult {
  const others = people.filter(({ id }) => id !== current.id)
  return html`
    <details
      class="account"
      @keydown=${(event: KeyboardEvent) => {
        if (event.key === 'Escape') closeAccount()?.querySelector('summary')?.focus()
      }}
    >
      <summary>${icon('person')}<span>${say.account.as}: ${current.name}</span>${icon('down')}</summary>
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

/** Closes whatever lies over the page. */
export function closeMenus(): void {
  document.getElementById('menu')?.hidePopover()
  closeAccount()
}

/** Menus go away as menus do; the narrow screen's is a popover, which does so by itself. */
export function closeMenusFromOutside(): void {
  addEventListener('pointerdown', ({ target }) => {
    if (!(target instanceof Element && target.closest('.account'))) closeAccount()
  })
}

function closeAccount(): HTMLDetailsElement | undefined {
  const opened = document.querySelector('.account')
  if (!(opened instanceof HTMLDetailsElement)) return undefined
  opened.open = false
  return opened
}
