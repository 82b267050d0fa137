import {
  chosenServer,
  emptyDraft,
  type Context,
  type Draft,
  type Facts,
  type SealedFor,
  type ServicePolicy,
  type ShownStatement,
} from '../../src/index.js'
import type { SecretFields } from './secret-fields.controller.js'

/** The statement as it would stand on the screen in this language. */
export type Statement = (language: string, draft: Draft, facts: Facts) => ShownStatement | undefined

/** What was typed and chosen, and what it is checked against; of the secret only how it stands. */
export class DraftStore {
  /** Login details that are sealed already, and asked for no more. */
  sealed: SealedFor | undefined

  readonly #secrets: SecretFields
  readonly #statement: Statement
  #known: { readonly context: Context; readonly policy: ServicePolicy } | undefined
  #draft: Draft | undefined
  #clockAhead = 0
  #beginnings = 0

  constructor(secrets: SecretFields, statement: Statement) {
    this.#secrets = secrets
    this.#statement = statement
  }

  /** The draft, once the client area has told what to begin with. */
  get draft(): Draft | undefined {
    return this.#draft
  }

  /** What the draft is checked against. */
  get facts(): Facts | undefined {
    return this.#known && this.#draft && { ...this.#known, secret: this.#secretState(this.#draft) }
  }

  /** How far the server's clock is ahead of this one, milliseconds. */
  get clockAhead(): number {
    return this.#clockAhead
  }

  /** Which beginning this is: nothing that belongs to an earlier one may stay. */
  get beginning(): number {
    return this.#beginnings
  }

  /** Takes in what the client area tells; answers whether this is another customer, who begins anew. */
  know(context: Context, policy: ServicePolicy): boolean {
    const another = this.#known?.context.account.id !== context.account.id
    if (another) this.clear()
    this.#known = { context, policy }
    this.#clockAhead = context.now - Date.now()
    this.#draft ??= emptyDraft(context, policy)
    return another
  }

  /** Forgets everything. */
  clear(): void {
    this.#known = undefined
    this.#draft = undefined
    this.#beginnings += 1
    this.unseal()
  }

  /** Takes what was typed or chosen. A tick under the statement falls when the statement changes. */
  update(changes: Partial<Draft>): void {
    if (!this.#draft) return
    const draft = { ...this.#draft, ...changes }
    this.#draft =
      changes.agreed !== undefined || this.#agreementStands(draft) ? draft : { ...draft, agreed: null }
  }

  /** Ticks the statement as it stands in this language, or unticks it. */
  agree(language: string, agreed: boolean): void {
    const { facts } = this
    const shown = facts && this.#draft && this.#statement(language, this.#draft, facts)
    if (shown) this.update({ agreed: agreed ? { language, text: shown.text } : null })
  }

  /** Throws away what was sealed, and what stands in the secret's fields. */
  unseal(): void {
    this.sealed = undefined
    this.#secrets.reset()
  }

  #agreementStands(draft: Draft): boolean {
    const { facts } = this
    if (!draft.agreed || !facts) return true
    return this.#statement(draft.agreed.language, draft, facts)?.text === draft.agreed.text
  }

  #secretState(draft: Draft): Facts['secret'] {
    if (draft.access !== 'account' || !this.#known) return 'missing'
    if (this.sealed) {
      const server = chosenServer(draft, this.#known.context, this.#known.policy)
      if (server.ok && server.value.reference.value === this.sealed.server) return 'sealed'
    }
    return this.#secrets.stateOf(draft.credentialKind)
  }
}
