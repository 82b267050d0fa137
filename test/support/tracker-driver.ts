import meta from '../../demo/stories/status-tracker.stories.js'
import { toldTicket, type Told } from '../../demo/stories/ticket.js'
import { settled, until } from '../../demo/stories/story.js'
import type { InterventionAdapter, Message } from '../../src/index.js'
import { byRole } from './by-role.js'
import { press, type } from './keys.js'
import { mount } from './mount.js'
import { carrying } from './some-files.js'

/** A request on the page, watched and answered as a person does: by what things are called, with real keys. */
export class TrackerDriver {
  readonly element: HTMLElement
  /** What was said on the ticket, in order. */
  readonly said: readonly Message[]
  /** The names of the events that the page was told, in order. */
  readonly events: string[] = []

  constructor(element: HTMLElement, said: readonly Message[]) {
    this.element = element
    this.said = said
    for (const name of ['os-stage-changed', 'os-reply-sent', 'os-access-withdrawn', 'os-auth-required'])
      element.addEventListener(name, () => this.events.push(name))
  }

  /** Shows a ticket of which this is told. */
  static async of(told: Told, locale = 'en'): Promise<TrackerDriver> {
    return TrackerDriver.on(toldTicket(told), locale)
  }

  /** Shows what an adapter tells. */
  static async on(
    adapter: InterventionAdapter,
    locale = 'en',
    kept: Partial<typeof meta.args> = {},
  ): Promise<TrackerDriver> {
    const said: Message[] = []
    const heard: InterventionAdapter = {
      ...adapter,
      reply(id, message, write) {
        said.push(message)
        return adapter.reply(id, message, write)
      },
    }
    const element = await mount(meta, { args: { make: () => heard, locale, ...kept } })
    const driver = new TrackerDriver(element, said)
    await until('the request', () => driver.find('#tracker-heading, .notice'))
    return driver
  }

  find<E extends Element = HTMLElement>(selector: string): E | null {
    return this.element.shadowRoot!.querySelector<E>(selector)
  }

  /** What has the focus, by its id or its class. */
  get focused(): string | undefined {
    const element = this.element.shadowRoot!.activeElement
    return element?.id === '' ? element.className : element?.id
  }

  /** Everything that can be read, blanks drawn together. */
  get text(): string {
    return this.element.shadowRoot!.textContent.replace(/\s+/g, ' ').trim()
  }

  /** Waits until this can be read. */
  reads(words: string | RegExp): Promise<unknown> {
    return until(String(words), () =>
      typeof words === 'string' ? this.text.includes(words) : words.test(this.text),
    )
  }

  /** Presses a control of this name with the keyboard. */
  async press(role: 'button' | 'checkbox' | 'radio', name: string | RegExp): Promise<void> {
    const control = await byRole(role, name, this.element)
    control.focus()
    await press(role === 'button' ? 'Enter' : 'Space')
    await settled(document)
  }

  /** Types into the field of this name. */
  async type(name: string | RegExp, text: string): Promise<void> {
    const field = await byRole('textbox', name, this.element)
    field.focus()
    await type(text)
    await settled(document)
  }

  /** Chooses files for an answer, and waits until they are looked through. */
  async attach(...files: readonly File[]): Promise<void> {
    const input = await until('the place for files', () => this.find<HTMLInputElement>('#replyFiles'))
    input.closest('details')!.open = true
    input.files = carrying(files).files
    input.dispatchEvent(new Event('change', { bubbles: true }))
    await until('the files, read', () => {
      const rows = [...this.element.shadowRoot!.querySelectorAll('.attached > li')]
      return rows.length >= files.length && rows.every(row => !row.matches('[data-at=reading]'))
    })
    await settled(document)
  }

  async unfold(name: string | RegExp): Promise<void> {
    const summary = await byRole('DisclosureTriangle', name, this.element)
    summary.focus()
    await press('Enter')
    await settled(document)
  }
}

/** The one sentence that was told to the ear last. */
export function spoken(): string {
  return document.querySelector('body > [role=status]')?.textContent ?? ''
}
