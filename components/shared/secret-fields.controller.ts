import type { LitElement } from 'lit'
import type { Words } from '../../locales/index.js'
import {
  hasHalfCharacter,
  keyInLines,
  mend,
  repeatedIn,
  type CredentialField,
  type CredentialKind,
  type Mendable,
  type SecretField,
  type SecretState,
} from '../../src/index.js'
import { announce } from './announcer.js'
import { CapsLock } from './caps-lock.js'
import { FilledIn } from './filled-in.js'
import { IdleSecret } from './idle-secret.js'
import { LeftFields } from './left-fields.js'
import { SecretLife } from './secret-life.js'
import { ShownSecrets } from './shown-secrets.js'
import { ShownWarnings } from './shown-warnings.js'

/** The ids of the fields that hold a secret. */
const secretIds: readonly SecretField[] = ['password', 'privateKey', 'passphrase']

/** What the fields need to know of the element that they stand in. */
export interface SecretSurroundings {
  readonly words: () => Words
  /** The account that the secret is for, as far as it is typed. */
  readonly username: () => string
  /** The e-mail address of the customer's account with the provider, once it is known. */
  readonly email: () => string | undefined
  /** May the browser's password manager fill in and keep? */
  readonly managed: () => boolean
  /** A secret has changed, in whatever way. */
  readonly onEdit?: () => void
}

/**
 * The fields of the secret: they alone hold it, until it is sealed.
 *
 * Nothing of it is kept here: it is read from the native fields at the moment of sealing, and they are emptied once
 * sealed, when the element leaves the page, when the page is put away, and when nobody has touched the element for ten
 * minutes. What is kept is which field is shown, and what in it looks like a slip.
 */
export class SecretFields {
  /** What in the fields looks like a slip. */
  readonly warnings: ShownWarnings
  /** Which of the fields nobody typed into. */
  readonly filledIn = new FilledIn()
  readonly capsLock: CapsLock
  /** How often the fields were wiped: each time new ones are drawn, since a browser's *undo* remembers for the old. */
  wipes = 0
  /** How long nobody has been there. */
  readonly idle: IdleSecret
  readonly #host: LitElement
  readonly #surroundings: SecretSurroundings
  #wiped = false
  readonly #left: LeftFields
  readonly #shown = new ShownSecrets(
    id => this.#field(id),
    id => this.show(id, false),
  )

  constructor(host: LitElement, surroundings: SecretSurroundings) {
    this.#host = host
    this.#surroundings = surroundings
    this.capsLock = new CapsLock(isOn => {
      if (isOn) announce(this.words.say('capsLock'))
      host.requestUpdate()
    })
    this.warnings = new ShownWarnings({
      ...surroundings,
      read: id => (id === 'username' ? surroundings.username() : this.#read(id)),
      isSeen: id => this.#field(id)?.checkVisibility() ?? false,
      isFilled: id => id !== 'username' && this.filledIn.has(id, this.#field(id)),
      onChange: () => host.requestUpdate(),
    })
    this.idle = new IdleSecret(host, surroundings.words, () => this.wipe())
    this.#left = new LeftFields(host, () => this.#count())
    new SecretLife(host, {
      onHidden: () => this.hide(),
      onSeen: () => this.idle.look(),
      onEnd: () => this.wipe(),
    })
  }

  /** The words that the fields are drawn with. */
  get words(): Words {
    return this.#surroundings.words()
  }

  /** May the browser's password manager fill in and keep? */
  get managed(): boolean {
    return this.#surroundings.managed()
  }

  /** Is what stands in this field legible on the screen? */
  isShown(id: SecretField): boolean {
    return this.#shown.has(id)
  }

  /** Makes what stands in one field legible for a while, or hides it again; both are told. */
  show(id: SecretField, shown: boolean): void {
    this.#setShown(id, shown)
    announce(this.words.say(`reveal.${id === 'passphrase' ? id : 'password'}.${shown ? 'shown' : 'hidden'}`))
  }

  /** Hides everything without a word: its owner has gone elsewhere. */
  hide(): void {
    for (const id of this.#shown.all()) this.#setShown(id, false)
    this.capsLock.forget()
  }

  /**
   * Something was typed: a warning that no longer holds goes at once; new ones wait, but for what was pasted whole, and
   * for what was filled in: no focus will leave there.
   */
  onInput(id: SecretField, event: Event): void {
    const isPasted = event instanceof InputEvent && /^insertFrom(?:Paste|Drop)$/.test(event.inputType)
    const isFilled = this.filledIn.onInput(id, event)
    if (isPasted || isFilled) this.warnings.review(id)
    else this.warnings.keep(id)
    this.#count()
    this.#surroundings.onEdit?.()
  }

  /** The e-mail address of the customer's account is known: was it typed for a user name? */
  onEmail(): void {
    const field = this.#field('username')
    if (field && !field.matches(':focus')) this.warnings.review('username')
  }

  /** The focus has left a field with all that belongs to it. */
  onLeave(id: SecretField): void {
    this.hide()
    this.filledIn.onLeave(id)
    this.warnings.review(id)
  }

  /** Looks at all fields again: what they are compared with has changed. */
  review(): void {
    for (const id of ['username', ...secretIds] as const) this.warnings.review(id)
  }

  /** Puts a secret that was made for the customer into the field of this kind. */
  put(kind: CredentialKind, value: string): void {
    const id = kind === 'password' ? 'password' : 'privateKey'
    this.filledIn.forget(id)
    this.#change(id, () => value)
  }

  /** Puts a secret that stood elsewhere into the field of this kind, once that is drawn; it is held no longer than that. */
  take(kind: CredentialKind, value: string): void {
    void this.#host.updateComplete.then(() => {
      if (!this.#host.isConnected) return
      this.put(kind, value)
      this.#host.requestUpdate()
    })
  }

  /** Puts right what a warning is about, and nothing else. */
  mend(id: SecretField, what: Mendable): void {
    this.#change(id, value => mend(value, what))
    this.focus(id)
  }

  /** Empties a field. */
  clear(id: SecretField): void {
    this.filledIn.forget(id)
    this.#change(id, () => '')
    this.focus(id)
  }

  /** Can a key in another field be moved to its own, line breaks and all, with nothing lost there? */
  canMoveKey(id: SecretField): boolean {
    return this.#read('privateKey') === '' && keyInLines(this.#read(id)) !== undefined
  }

  /** Moves a key to its own field, from native field to native field; one that can't be moved is only taken away. */
  toKeyField(id: SecretField): void {
    const lines = this.canMoveKey(id) ? keyInLines(this.#read(id)) : undefined
    this.filledIn.forget(id)
    this.#change(id, () => '')
    if (lines !== undefined) {
      this.#change('privateKey', () => lines)
      const field = this.words.say('field.privateKey.label')
      announce(this.words.say('warning.looks-like-private-key.moved', { field }))
    }
    void this.#host.updateComplete.then(() => this.focus('privateKey'))
  }

  /** Puts the focus into a field. */
  focus(id: CredentialField): void {
    this.#field(id)?.focus()
  }

  /** The customer is there: the notice that asked goes, and the focus stays near it without the page moving. */
  stay(): void {
    const heading = this.#host.renderRoot.querySelector('#step-heading')
    const filled = secretIds.find(id => this.#read(id) !== '')
    const next = heading instanceof HTMLElement ? heading : filled && this.#field(filled)
    next?.focus({ preventScroll: true })
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
      ? { value: this.#read('password'), passphrase: '' }
      : { value: this.#read('privateKey'), passphrase: this.#read('passphrase') }
  }

  /** Where the secret of this kind stands in a text, see `repeatedIn`. */
  spanIn(text: string, kind: CredentialKind): ReturnType<typeof repeatedIn> {
    const { value, passphrase } = this.read(kind)
    return repeatedIn(text, [value, passphrase])
  }

  /** Empties the fields; a customer who comes back to them is told why they are empty. */
  wipe(): void {
    for (const id of secretIds) {
      this.warnings.forget(id)
      this.filledIn.forget(id)
      const field = this.#field(id)
      if (!field || field.value === '') continue
      field.value = ''
      this.#wiped = true
    }
    this.idle.end()
    this.hide()
    this.#drawAnew()
  }

  /** Forgets that anything was wiped: for a new start. */
  reset(): void {
    this.wipe()
    this.#wiped = false
  }

  #drawAnew(): void {
    const focused = secretIds.find(id => this.#field(id)?.matches(':focus'))
    this.wipes++
    this.#host.requestUpdate()
    if (focused) void this.#host.updateComplete.then(() => this.focus(focused))
  }

  #setShown(id: SecretField, shown: boolean): void {
    this.#shown.set(id, shown)
    this.#host.requestUpdate()
  }

  #change(id: SecretField, change: (value: string) => string): void {
    const field = this.#field(id)
    if (!field) return
    field.value = change(field.value)
    this.warnings.review(id)
    this.#count()
    this.#surroundings.onEdit?.()
  }

  #count(): void {
    const fields = secretIds.flatMap(id => this.#field(id) ?? [])
    this.idle.count(this.#left.watch(fields))
  }

  #read(id: SecretField): string {
    return this.#field(id)?.value ?? ''
  }

  #field(id: CredentialField): HTMLInputElement | HTMLTextAreaElement | undefined {
    const field = this.#host.renderRoot.querySelector(`#${id}`)
    return field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement ? field : undefined
  }
}
