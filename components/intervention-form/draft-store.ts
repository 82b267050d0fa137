import {
  checkStep,
  chosenServer,
  emptyDraft,
  firstStepWithIssues,
  givenAnew,
  guardedTexts,
  ok,
  restoredDraft,
  sealStands,
  type Attempt,
  type Composition,
  type Context,
  type CredentialKind,
  type Draft,
  type Facts,
  type Issue,
  type LoginSecret,
  type Result,
  type SealRefusal,
  type SealedFor,
  type ServicePolicy,
  type StepId,
  type TicketContents,
} from '../../src/index.js'
import { compositionOf, type RequestSurroundings } from './composition.js'
import { hush } from '../shared/announcer.js'
import type { Attachments } from '../shared/attachments.controller.js'
import type { Judgement } from './judgement.controller.js'
import type { LaterParts, LaterSteps } from './later-steps.js'
import { repeatedIn } from './repeated.js'
import type { SecretFields } from '../shared/secret-fields.controller.js'

/** What is sealed: once one of these answers changes, the login details are asked anew. */
const sealedAnswers = ['credentialKind', 'username', 'port', 'secondFactor'] as const

/** What holds, beside the draft, what the customer gives: each in its own manner; and what comes after. */
export interface Keepers {
  readonly secrets: SecretFields
  readonly judgement: Judgement
  readonly attachments: Attachments
  readonly later: LaterSteps
}

/** What was typed and chosen, and what it is checked against; of the secret only how it stands. */
export class DraftStore {
  /** The request's idempotency key, once it has one. */
  key: string | undefined
  /** Login details that are sealed already, and asked for no more. */
  sealed: SealedFor | undefined
  /** Called when something was typed or chosen; `isAnswer`: something that a draft keeps. */
  onChange: ((isAnswer: boolean) => void) | undefined

  readonly #keepers: Keepers
  readonly #surroundings: () => RequestSurroundings | undefined
  #known: { readonly context: Context; readonly policy: ServicePolicy } | undefined
  #draft: Draft | undefined
  #clockAhead = 0
  #beginnings = 0
  #fell = false

  constructor(keepers: Keepers, surroundings: () => RequestSurroundings | undefined) {
    this.#keepers = keepers
    this.#surroundings = surroundings
  }

  /** The draft, once the client area has told what to begin with. */
  get draft(): Draft | undefined {
    return this.#draft
  }

  /** The draft with which the form began. */
  get blank(): Draft | undefined {
    return this.#known && emptyDraft(this.#known.context, this.#known.policy)
  }

  /** What the draft is checked against. */
  get facts(): Facts | undefined {
    const draft = this.#draft
    if (!this.#known || !draft) return undefined
    const secret = this.#secretState(draft)
    const undecided = guardedTexts.filter(
      key => this.#keepers.judgement.guard.undecidedIn(key, draft[key]).length > 0,
    )
    return {
      ...this.#known,
      ...{ secret, undecided },
      hasSuspectFile: this.#keepers.attachments.hasSuspect,
      repeated: secret === 'given' ? repeatedIn(draft, this.#known.context, this.#keepers) : [],
      isQuoteLapsed: this.#surroundings()?.price.isLapsed === true,
    }
  }

  /** What is to be corrected in a step. */
  issuesIn(step: StepId): readonly Issue[] {
    const { draft, facts } = this
    return draft && facts ? checkStep(step, draft, facts) : []
  }

  /** The first step that has something to correct, where there is one. */
  get firstWrong(): StepId | undefined {
    const { draft, facts } = this
    return draft && facts && firstStepWithIssues(draft, facts)
  }

  /** How far the server's clock is ahead of this one, milliseconds. */
  get clockAhead(): number {
    return this.#clockAhead
  }

  /** Which beginning this is: nothing that belongs to an earlier one may stay. */
  get beginning(): number {
    return this.#beginnings
  }

  /** Did a tick fall, because what it stood under has changed? */
  get fell(): boolean {
    return this.#fell
  }

  /** Takes in what the client area tells; answers whether this is another customer, who begins anew. */
  know(context: Context, policy: ServicePolicy): boolean {
    const another = this.#known?.context.account.id !== context.account.id
    if (another) this.clear()
    this.#known = { context, policy }
    this.#clockAhead = context.now - Date.now()
    this.#draft ??= emptyDraft(context, policy)
    const { windows, defaultWindow } = policy.authorization
    // A tick falls with what it stood under: another address, another method, another policy.
    this.update(windows.includes(this.#draft.timeWindow) ? {} : { timeWindow: defaultWindow })
    return another
  }

  /** The end of all reading, of words and of files; nothing to wait for where all is read. */
  settle(): Promise<unknown> | undefined {
    const { judgement, attachments } = this.#keepers
    const waits = [judgement.settle(), attachments.settle()].filter(wait => wait !== undefined)
    return waits.length > 0 ? Promise.all(waits) : undefined
  }

  /** Forgets everything. */
  clear(): void {
    if (this.#known) hush()
    this.#known = undefined
    this.#draft = undefined
    this.#beginnings += 1
    this.#fell = false
    this.#keepers.judgement.reset()
    this.#keepers.attachments.clear()
    this.unseal()
  }

  /** Puts a draft that was kept in the place of what is there: secrets and consents are to be given again, and files by name. */
  restore(kept: Draft, files: readonly string[]): void {
    if (!this.#known) return
    const { judgement, attachments } = this.#keepers
    this.#draft = restoredDraft(kept, this.#known.context, this.#known.policy)
    this.#beginnings += 1
    this.#fell = false
    this.unseal()
    attachments.recall(files)
    judgement.reset()
    judgement.heed()
  }

  /**
   * Takes what was typed or chosen, and answers whether a tick fell.
   *
   * The tick under the statement falls when the statement changes; a change of what was sealed throws the seal away.
   */
  update(changes: Partial<Draft>): boolean {
    const before = this.#draft
    if (!before) return false
    const draft = { ...before, ...changes }
    if (sealedAnswers.some(key => draft[key] !== before[key])) this.sealed = undefined
    const stands = changes.agreed !== undefined || this.#agreementStands(draft)
    this.#draft = stands ? draft : { ...draft, agreed: null }
    this.#fell = !stands || (this.#fell && !draft.agreed)
    const changed = Object.keys(changes)
    if (changed.length > 0) this.onChange?.(changed.some(key => !Object.hasOwn(givenAnew, key)))
    return !stands
  }

  /** Ticks the statement as it stands in this language, or unticks it. */
  agree(language: string, agreed: boolean): void {
    const { facts } = this
    const shown = facts && this.#draft && this.#surroundings()?.statement(language, this.#draft, facts)
    if (shown) this.update({ agreed: agreed ? shown : null })
  }

  /**
   * The whole request as it stands on the screen now, its login details sealed and nowhere else any more; `undefined` where
   * something is missing, or another one has begun meanwhile.
   */
  async compose(
    surroundings: RequestSurroundings,
    key: string,
  ): Promise<Result<Attempt, SealRefusal> | undefined> {
    const beginning = this.#beginnings
    const parts = await this.#prepared()
    const composition = await this.#composition(surroundings, key, kind => this.#keepers.secrets.read(kind))
    const composed = composition && (await parts?.composeRequest(composition))
    if (beginning !== this.#beginnings || !composed) return undefined
    if (!composed.ok) return composed
    this.sealed = composed.value.sealed
    this.#keepers.secrets.wipe()
    return ok(composed.value.attempt)
  }

  /** The same to be filed by hand, without the login details; `undefined` as there. */
  async byHand(surroundings: RequestSurroundings, key: string): Promise<TicketContents | undefined> {
    const beginning = this.#beginnings
    const parts = await this.#prepared()
    const composition = await this.#composition(surroundings, key, () => ({ value: '', passphrase: '' }))
    const request = composition && (await parts?.requestByHand(composition))
    return beginning === this.#beginnings ? request : undefined
  }

  /** Throws away what was sealed, and what stands in the secret's fields. */
  unseal(): void {
    this.sealed = undefined
    this.#keepers.secrets.reset()
  }

  async #prepared(): Promise<LaterParts | undefined> {
    return this.#known && this.#keepers.later.prepare(this.#known.policy)
  }

  async #composition(
    surroundings: RequestSurroundings,
    key: string,
    secretOf: (kind: CredentialKind) => LoginSecret,
  ): Promise<Composition | undefined> {
    const beginning = this.#beginnings
    const quote = await surroundings.price.filed()
    const { draft, facts } = this
    if (beginning !== this.#beginnings || !draft || !facts) return undefined
    return compositionOf(surroundings, draft, facts, {
      ...{ key, quote, clockAhead: this.#clockAhead, sealedBefore: this.sealed },
      secret: secretOf(draft.credentialKind),
      files: this.#keepers.attachments.files,
    })
  }

  #agreementStands(draft: Draft): boolean {
    const { facts } = this
    if (!draft.agreed || !facts) return true
    const now = this.#surroundings()?.statement(draft.agreed.language, draft, facts)
    return now?.text === draft.agreed.text
  }

  #secretState(draft: Draft): Facts['secret'] {
    if (draft.access !== 'account') return 'missing'
    return this.#sealStands(draft) ? 'sealed' : this.#keepers.secrets.stateOf(draft.credentialKind)
  }

  #sealStands(draft: Draft): boolean {
    if (!this.sealed || !this.#known || this.key === undefined) return false
    const { context, policy } = this.#known
    const server = chosenServer(draft, context, policy)
    const now = Date.now() + this.#clockAhead
    const pinned = this.#surroundings()?.pinned
    if (!server.ok) return false
    const of = { key: this.key, account: context.account.id, server: server.value.reference.value }
    return sealStands(this.sealed, of, context.recipients, pinned, now)
  }
}
