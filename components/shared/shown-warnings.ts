import type { Words } from '../../locales/index.js'
import { credentialWarnings, type CredentialField, type CredentialWarning } from '../../src/index.js'
import { announce } from './announcer.js'

/** What the warnings are made from, asked for anew each time: nothing of it is kept. */
export interface WarningSource {
  readonly words: () => Words
  /** The text in a field. */
  readonly read: (id: CredentialField) => string
  /** The account that the secrets are for, as far as it is typed. */
  readonly username: () => string
  /** The e-mail address of the customer's account with the provider, once it is known. */
  readonly email: () => string | undefined
  readonly isFilled: (id: CredentialField) => boolean
  /** Is the field on the screen? Nothing is told of another one. */
  readonly isSeen: (id: CredentialField) => boolean
  /** Other warnings are to be shown. */
  readonly onChange: () => void
}

/** More at once are not read: the next one comes when one has gone. */
const most = 2

/** Which warnings stand at which field, and that each is told once when it comes. */
export class ShownWarnings {
  readonly #source: WarningSource
  readonly #shown = new Map<CredentialField, readonly CredentialWarning[]>()

  constructor(source: WarningSource) {
    this.#source = source
  }

  /** The warnings at a field. */
  at(id: CredentialField): readonly CredentialWarning[] {
    const shown = this.#shown.get(id) ?? []
    // The form may have put another name there since.
    return id === 'username' ? this.#found(id).filter(code => shown.includes(code)) : shown
  }

  /** Looks at a field that somebody is busy with: a warning that no longer holds goes at once, new ones wait. */
  keep(id: CredentialField): void {
    const shown = this.#shown.get(id) ?? []
    this.#show(
      id,
      this.#found(id).filter(code => shown.includes(code)),
    )
  }

  /** Looks at a field anew. */
  review(id: CredentialField): void {
    this.#show(id, this.#found(id).slice(0, most))
  }

  /** Takes away what is said about a field. */
  forget(id: CredentialField): void {
    this.#shown.delete(id)
  }

  #show(id: CredentialField, codes: readonly CredentialWarning[]): void {
    const before = this.#shown.get(id) ?? []
    if (codes.join() === before.join()) return
    this.#shown.set(id, codes)
    const news = codes.filter(code => !before.includes(code))
    const { words, isSeen, onChange } = this.#source
    if (news.length > 0 && isSeen(id))
      announce(news.map(code => words().say(`warning.${code}.title`)).join(' '))
    onChange()
  }

  #found(id: CredentialField): readonly CredentialWarning[] {
    const { read, username, email, isFilled } = this.#source
    return credentialWarnings({
      field: id,
      value: read(id),
      username: username(),
      email: email(),
      isFilled: isFilled(id),
    })
  }
}
