import { settled, until } from '../../demo/stories/story.js'
import { allByRole, byRole } from './by-role.js'
import { press, type } from './keys.js'

/** A form, driven as a person does: by what things are called, with real keys. */
export class FormDriver {
  readonly form: HTMLElement

  constructor(form: HTMLElement) {
    this.form = form
  }

  /** The part of the page that a screen reader user hears first: the name of the first heading. */
  async heading(): Promise<string> {
    const [first] = await allByRole('heading', undefined, this.form)
    return first?.told.name ?? ''
  }

  /** Presses a button, link, box or radio of this name with the keyboard. */
  async press(role: 'button' | 'link' | 'checkbox' | 'radio', name: string | RegExp): Promise<void> {
    const control = await byRole(role, name, this.form)
    control.focus()
    await press(role === 'link' || role === 'button' ? 'Enter' : 'Space')
    await settled(document)
    await until('the form at rest', () => !this.has('form[aria-busy=true]'))
    await settled(document)
  }

  /** Opens what is folded under this name. */
  async unfold(name: string | RegExp): Promise<void> {
    const summary = await byRole('DisclosureTriangle', name, this.form)
    summary.focus()
    await press('Enter')
    await settled(document)
  }

  /** Types into the field of this name. */
  async type(name: string | RegExp, text: string): Promise<void> {
    const field = await byRole('textbox', name, this.form)
    field.focus()
    await type(text)
    await settled(document)
  }

  /** Waits for a heading; fails after ten seconds. */
  async reaches(heading: string | RegExp): Promise<void> {
    await until(`heading ${String(heading)}`, () => {
      const shown = this.control('#step-heading')?.textContent ?? ''
      return typeof heading === 'string' ? shown.includes(heading) : heading.test(shown)
    })
    await settled(document)
  }

  /** Waits for words anywhere in the form. */
  async says(words: string | RegExp): Promise<void> {
    await until(`words ${String(words)}`, () => {
      const { textContent } = this.form.shadowRoot!
      return typeof words === 'string' ? textContent.includes(words) : words.test(textContent)
    })
  }

  /** An element of the form, by selector: for what has no role, such as the field of a password. */
  control<E extends Element = HTMLElement>(selector: string): E | null {
    return this.form.shadowRoot!.querySelector<E>(selector)
  }

  /** Is there such an element? (A failed assertion on an element itself would print the whole page.) */
  has(selector: string): boolean {
    return this.control(selector) !== null
  }

  /** What has the focus inside the form. */
  focused(): Element | null {
    return this.form.shadowRoot!.activeElement
  }
}
