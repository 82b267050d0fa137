import type { SecretField } from '../../src/index.js'

/** Keys that type nothing are named by words: Tab, Enter, Escape, F1. All others are what was typed, or a part of it. */
const typesNothing = /^(?!Dead$|Process$|Unidentified$)[A-Z][A-Za-z]*[a-z\d]+$/

/** Does a key with this name type nothing? */
export function isTypingNothing(key: string): boolean {
  return typesNothing.test(key)
}

/**
 * Which fields the browser, or a password manager, filled in, as far as that can be told: there is no event for it.
 *
 * What a person types or pastes is preceded by a key, a paste, a drop or a `beforeinput`, and says how it changes the
 * text. Filled in, a field changes without any of them, unfocused, or by an event that says nothing.
 */
export class FilledIn {
  readonly #touched = new Set<SecretField>()
  readonly #filled = new Set<SecretField>()

  /** Grows each time that a field is left, emptied, or filled by the form: what stood there then was whole. */
  visit = 0

  /** Somebody is at work in this field. Events that are made by a script, as extensions do, prove nothing. */
  onAct(id: SecretField, event: Event): void {
    const isAct =
      event instanceof KeyboardEvent
        ? event.key !== '' && event.key !== 'Unidentified' && !isTypingNothing(event.key)
        : !(event instanceof InputEvent && isReplacement(event))
    if (event.isTrusted && isAct) this.#touched.add(id)
  }

  /** The text in a field has changed; answers whether nobody typed it. */
  onInput(id: SecretField, event: Event): boolean {
    const { target } = event
    const root = target instanceof Element ? target.getRootNode() : undefined
    const isFocused = root instanceof ShadowRoot && root.activeElement === target
    const saysHow = event instanceof InputEvent && !isReplacement(event)
    const isFilled = !this.#touched.delete(id) && !(saysHow && isFocused)
    if (isFilled) this.#filled.add(id)
    else this.#filled.delete(id)
    return isFilled
  }

  /** The focus has left: what was done there says nothing of what comes. */
  onLeave(id: SecretField): void {
    this.visit += 1
    this.#touched.delete(id)
  }

  /** The form itself has put a text there, or emptied it. */
  forget(id: SecretField): void {
    this.visit += 1
    this.#filled.delete(id)
  }

  /** Was what stands in this field filled in? */
  has(id: SecretField, field: Element | undefined): boolean {
    return this.#filled.has(id) || (field !== undefined && isAutofilled(field))
  }
}

/** No kind of input at all, or a text in place of the whole former one: Firefox and Safari fill in by that. */
function isReplacement({ inputType }: InputEvent): boolean {
  return inputType === '' || inputType === 'insertReplacementText'
}

/** The browser's own word, where it has one. */
function isAutofilled(field: Element): boolean {
  return CSS.supports('selector(:autofill)') && field.matches(':autofill')
}
