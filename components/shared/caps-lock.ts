import type { SecretField } from '../../src/index.js'

/** Whether Caps Lock is on where a secret is typed. */
export class CapsLock {
  #at: SecretField | undefined
  readonly #changed: (isOn: boolean) => void

  constructor(changed: (isOn: boolean) => void) {
    this.#changed = changed
  }

  /** Is it on while this field is typed into? */
  isOnAt(id: SecretField): boolean {
    return this.#at === id
  }

  /** Sees by a key or a press in a field whether it is on. */
  onModifier(id: SecretField, event: Event): void {
    // Browsers that fill in a field make key events that know of no keys.
    if (!(event instanceof KeyboardEvent || event instanceof MouseEvent)) return
    const isOn = event.getModifierState('CapsLock')
    if (isOn !== this.isOnAt(id)) this.#set(isOn ? id : undefined)
  }

  /** The field was left: nothing is known any more. */
  forget(): void {
    if (this.#at !== undefined) this.#set(undefined)
  }

  #set(at: SecretField | undefined): void {
    this.#at = at
    this.#changed(at !== undefined)
  }
}
