import type { LitElement, ReactiveController } from 'lit'
import { hasHalfCharacter, type CredentialKind, type SecretState } from '../../src/index.js'

/** The ids of the fields that hold a secret. */
const secretIds = ['password', 'privateKey', 'passphrase'] as const

/**
 * The fields of the secret: they alone hold it, until it is sealed.
 *
 * Nothing of it is kept here: it is read from the native fields at the moment of sealing, and they are emptied once
 * sealed, when the element leaves the page, and when the page is hidden for good or for the back/forward cache.
 */
export class SecretFields implements ReactiveController {
  readonly #host: LitElement
  #wiped = false
  #shown = false

  constructor(host: LitElement) {
    this.#host = host
    host.addController(this)
  }

  hostConnected(): void {
    addEventListener('pagehide', this.#onPageHide)
  }

  hostDisconnected(): void {
    // A move in the document disconnects and connects in one task: only a real removal empties the fields.
    queueMicrotask(() => {
      if (this.#host.isConnected) return
      removeEventListener('pagehide', this.#onPageHide)
      this.wipe()
    })
  }

  /** Is the password legible on the screen? */
  get shown(): boolean {
    return this.#shown
  }

  /** Makes the password legible, or hides it again. */
  show(shown: boolean): void {
    this.#shown = shown
    this.#host.requestUpdate()
  }

  /** How it stands with the secret of this kind. */
  stateOf(kind: CredentialKind): SecretState {
    const { value, passphrase } = this.read(kind)
    if (hasHalfCharacter(value) || hasHalfCharacter(passphrase)) return 'broken'
    if (value !== '') return 'given'
    return this.#wiped ? 'wiped' : 'missing'
  }

  /** The secret of this kind, for the seal alone. */
  read(kind: CredentialKind): { readonly value: string; readonly passphrase: string } {
    return kind === 'password'
      ? { value: this.#field('password')?.value ?? '', passphrase: '' }
      : { value: this.#field('privateKey')?.value ?? '', passphrase: this.#field('passphrase')?.value ?? '' }
  }

  /** Does the secret of this kind stand in a text, word for word? Shorter than four characters it proves nothing. */
  standsIn(text: string, kind: CredentialKind): boolean {
    const { value, passphrase } = this.read(kind)
    return [value, passphrase].some(secret => secret.trim().length >= 4 && text.includes(secret.trim()))
  }

  /** Empties the fields; a customer who comes back to them is told why they are empty. */
  wipe(): void {
    for (const id of secretIds) {
      const field = this.#field(id)
      if (!field || field.value === '') continue
      field.value = ''
      this.#wiped = true
    }
    this.#shown = false
    this.#host.requestUpdate()
  }

  /** Forgets that anything was wiped: for a new start. */
  reset(): void {
    this.wipe()
    this.#wiped = false
  }

  #field(id: (typeof secretIds)[number]): HTMLInputElement | HTMLTextAreaElement | undefined {
    const field = this.#host.renderRoot.querySelector(`#${id}`)
    return field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement ? field : undefined
  }

  readonly #onPageHide = (): void => {
    this.wipe()
    // The back/forward cache keeps the page as it stands at this moment.
    const password = this.#field('password')
    if (password instanceof HTMLInputElement) password.type = 'password'
  }
}
