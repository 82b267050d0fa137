import type { OsInterventionList } from '../../components/index.js'
import '../../components/intervention-list/define.js'
import { settled, until } from '../../demo/stories/story.js'
import { byRole } from './by-role.js'

const placed = new Set<HTMLElement>()

afterEach(() => {
  for (const element of placed) element.remove()
  placed.clear()
})

/** A list on the page, as a customer meets it. */
export class ListDriver {
  readonly element: OsInterventionList
  /** What the page was told, in order: the ids that were picked, and `auth` for an ended session. */
  readonly told: string[] = []

  constructor(element: OsInterventionList) {
    this.element = element
    element.addEventListener('os-intervention-picked', ({ detail }) => this.told.push(detail.id))
    element.addEventListener('os-auth-required', () => this.told.push('auth'))
  }

  /** Places the element. */
  static async shown(settings: Partial<OsInterventionList>): Promise<ListDriver> {
    const element = document.createElement('os-intervention-list')
    element.innerHTML = '<p>Call us</p><p slot="empty">Ask here</p>'
    Object.assign(element, { locale: 'en', ...settings })
    placed.add(element)
    const driver = new ListDriver(element)
    document.body.append(element)
    await settled(document.body)
    return driver
  }

  /** The same, once something was read, or couldn't be. */
  static async read(settings: Partial<OsInterventionList>): Promise<ListDriver> {
    const driver = await ListDriver.shown(settings)
    await until('the end of reading', () =>
      driver.element.shadowRoot?.querySelector('.request, .notice, slot[name=empty]'),
    )
    return driver
  }

  /** Everything that can be read, blanks drawn together. */
  get text(): string {
    return blanksTogether(this.element.shadowRoot?.textContent)
  }

  /** The requests in their order: everything that is said of each. */
  get rows(): readonly string[] {
    return this.#rows.map(row => blanksTogether(row.textContent))
  }

  /** The numbers of the requests in their order. */
  get numbers(): readonly string[] {
    return this.rows.map(text => /^Ticket (\S+)/.exec(text)?.[1] ?? text)
  }

  /** Where the focus is: a request's text, or the id of what else has it; nothing where it isn't in the list. */
  get focused(): string | undefined {
    const active = this.element.shadowRoot?.activeElement
    if (!active) return undefined
    return active.matches('.request') ? blanksTogether(active.textContent) : active.id
  }

  /** Waits until this can be read. */
  reads(words: string): Promise<unknown> {
    return until(words, () => this.text.includes(words))
  }

  button(name: string | RegExp): Promise<HTMLElement> {
    return byRole('button', name, this.element)
  }

  row(index: number): HTMLElement {
    return this.#rows[index]!
  }

  get #rows(): readonly HTMLElement[] {
    return [...(this.element.shadowRoot?.querySelectorAll<HTMLElement>('.request') ?? [])]
  }
}

function blanksTogether(text: string | null | undefined): string {
  return (text ?? '').replace(/\s+/g, ' ').trim()
}
