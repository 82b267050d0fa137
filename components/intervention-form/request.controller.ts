import type { ReactiveControllerHost } from 'lit'
import {
  checkStep,
  chosenServer,
  composeRequest,
  emptyDraft,
  firstStepWithIssues,
  faultCodeOf,
  lookUp,
  newRequestKey,
  next,
  send,
  steps,
  type Composition,
  type Context,
  type Draft,
  type Facts,
  type FlowAction,
  type FlowState,
  type SealedFor,
  type ServicePolicy,
  type ShownStatement,
  type StepId,
} from '../../src/index.js'
import { compositionOf, type RequestSurroundings } from './composition.js'
import type { SecretFields } from './secret-fields.controller.js'

/** What is known of the customer and the service, and how far the server's clock is ahead. */
interface Known {
  readonly context: Context
  readonly policy: ServicePolicy
  readonly clockAhead: number
}

/** Takes a request from an empty draft to the ticket: holds the state, runs the one write, and shows nothing itself. */
export class RequestController {
  state: FlowState = { at: 'draft', step: 'server', issues: [] }

  readonly #host: ReactiveControllerHost
  readonly #secrets: SecretFields
  readonly #surroundings: () => RequestSurroundings | undefined
  readonly #changed: (before: FlowState, now: FlowState) => void
  #known: Known | undefined
  #draft: Draft | undefined
  #key: string | undefined
  #beginnings = 0
  #sealed: SealedFor | undefined

  constructor(
    host: ReactiveControllerHost,
    secrets: SecretFields,
    surroundings: () => RequestSurroundings | undefined,
    changed: (before: FlowState, now: FlowState) => void,
  ) {
    this.#host = host
    this.#secrets = secrets
    this.#surroundings = surroundings
    this.#changed = changed
  }

  /** The draft, once the client area has told what to begin with. */
  get draft(): Draft | undefined {
    return this.#draft
  }

  /** What the draft is checked against. */
  get facts(): Facts | undefined {
    if (!this.#known || !this.#draft) return undefined
    const { context, policy } = this.#known
    return { context, policy, secret: this.#secretState(this.#draft, context, policy) }
  }

  /** Which beginning this is: nothing that was drawn for an earlier one may stay. */
  get beginning(): number {
    return this.#beginnings
  }

  /** When the login details were sealed, where they are; epoch milliseconds. */
  get sealedAt(): number | undefined {
    return this.facts?.secret === 'sealed' ? this.#sealed?.at : undefined
  }

  /** Takes in what the client area tells; another account's customer begins anew. */
  know(context: Context, policy: ServicePolicy): void {
    const same = this.#known?.context.account.id === context.account.id
    this.#known = { context, policy, clockAhead: context.now - Date.now() }
    if (same && this.#draft) return
    this.#startAnew()
  }

  /** Forgets everything: for the page's log-out, or another account. */
  clear(): void {
    this.#known = undefined
    this.#draft = undefined
    this.#beginnings += 1
    this.#secrets.reset()
    this.#key = undefined
    this.#sealed = undefined
    this.#move({ at: 'draft', step: 'server', issues: [] })
  }

  /** Takes what was typed or chosen. A tick under the statement falls when the statement changes. */
  update(changes: Partial<Draft>): void {
    if (!this.#draft || !this.#known) return
    const draft = { ...this.#draft, ...changes }
    const stands = changes.agreed !== undefined || this.#agreementStands(draft)
    this.#draft = stands ? draft : { ...draft, agreed: null }
  }

  /** Ticks the statement as it stands in this language, or unticks it. */
  agree(language: string, agreed: boolean): void {
    const shown = this.#shown(language)
    if (shown) this.update({ agreed: agreed ? { language, text: shown.text } : null })
  }

  /** Opens the login details again: what was sealed is thrown away, and typed anew. */
  unseal(): void {
    this.#sealed = undefined
    this.#secrets.reset()
  }

  /** On to the next step, or stays and tells what is to be corrected. */
  continue(): void {
    const { state, facts } = this
    if (state.at !== 'draft' || !facts || !this.#draft) return
    const issues = checkStep(state.step, this.#draft, facts)
    const following = steps[steps.indexOf(state.step) + 1]
    if (issues.length > 0) this.#do({ do: 'go', step: state.step, issues })
    else if (following) this.#do({ do: 'go', step: following, issues: [] })
  }

  /** Shows a step. */
  go(step: StepId): void {
    this.#do({ do: 'go', step, issues: [] })
  }

  /** Seals, signs and sends; from a failed try that left nothing behind, the same again. */
  async submit(): Promise<void> {
    const { facts, state } = this
    const surroundings = this.#surroundings()
    if (!facts || !this.#draft || !surroundings) return
    if (state.at !== 'draft' && state.at !== 'not-sent') return
    if (state.at === 'not-sent' && state.attempt) {
      this.#do({ do: 'send', attempt: state.attempt })
      this.#do(await send(state.attempt, surroundings.adapter))
      return
    }
    const wrong = firstStepWithIssues(this.#draft, facts)
    if (wrong) {
      this.#do({ do: 'go', step: wrong, issues: checkStep(wrong, this.#draft, facts) })
      return
    }
    this.#do({ do: 'seal' })
    await this.#sealAndSend(surroundings)
  }

  /** Finds out what became of a request whose outcome is not known. */
  async look(): Promise<void> {
    const surroundings = this.#surroundings()
    if (this.state.at !== 'unknown' || this.state.checking || !surroundings) return
    const { attempt } = this.state
    this.#do({ do: 'look' })
    this.#do(await lookUp(attempt, surroundings.adapter))
  }

  async #sealAndSend(surroundings: RequestSurroundings): Promise<void> {
    const { adapter } = surroundings
    try {
      // Keys may have changed and the session may have ended since the form was opened: better known before sealing.
      const context = await adapter.context()
      if (this.#known) this.know(context, this.#known.policy)
      const composition = this.#composition(surroundings)
      if (!composition) {
        this.#backToFirstIssue()
        return
      }
      const composed = await composeRequest(composition)
      if (!composed.ok) {
        this.#do({ do: 'fail', reason: { kind: 'refusal', refusal: composed.error } })
        return
      }
      this.#sealed = composed.value.sealed
      this.#secrets.wipe()
      this.#do({ do: 'send', attempt: composed.value.attempt })
    } catch (error) {
      // Nothing has left the page yet: the client area, or the code that seals, couldn't be reached.
      this.#do({ do: 'fail', reason: { kind: 'fault', code: faultCodeOf(error) } })
      return
    }
    if (this.state.at === 'sending') this.#do(await send(this.state.attempt, adapter))
  }

  /** The client area has changed its mind in the meantime: a service is gone, or the person isn't the owner any more. */
  #backToFirstIssue(): void {
    const { facts } = this
    const step = facts && this.#draft && firstStepWithIssues(this.#draft, facts)
    if (facts && this.#draft && step) {
      this.#do({ do: 'reject', step, issues: checkStep(step, this.#draft, facts) })
    }
  }

  #composition(surroundings: RequestSurroundings): Composition | undefined {
    const { facts } = this
    const draft = this.#draft
    if (!facts || !draft || !this.#known || firstStepWithIssues(draft, facts)) return undefined
    this.#key ??= newRequestKey()
    return compositionOf(surroundings, draft, facts, {
      key: this.#key,
      clockAhead: this.#known.clockAhead,
      secret: this.#secrets.read(draft.credentialKind),
      sealedBefore: this.#sealed,
    })
  }

  #shown(language: string): ShownStatement | undefined {
    const { facts } = this
    return facts && this.#draft ? this.#surroundings()?.statement(language, this.#draft, facts) : undefined
  }

  #agreementStands(draft: Draft): boolean {
    if (!draft.agreed || !this.#known) return true
    const { context, policy } = this.#known
    const facts = { context, policy, secret: 'missing' } as const
    const now = this.#surroundings()?.statement(draft.agreed.language, draft, facts)
    return now?.text === draft.agreed.text
  }

  #secretState(draft: Draft, context: Context, policy: ServicePolicy): Facts['secret'] {
    if (draft.access !== 'account') return 'missing'
    if (this.#sealed) {
      const server = chosenServer(draft, context, policy)
      if (server.ok && server.value.reference.value === this.#sealed.server) return 'sealed'
    }
    return this.#secrets.stateOf(draft.credentialKind)
  }

  #startAnew(): void {
    const known = this.#known
    this.clear()
    this.#known = known
    if (known) this.#draft = emptyDraft(known.context, known.policy)
  }

  #do(action: FlowAction): void {
    this.#move(next(this.state, action))
  }

  #move(state: FlowState): void {
    const before = this.state
    if (state === before) return
    this.state = state
    if (state.at === 'accepted') {
      this.#key = undefined
      this.#sealed = undefined
    }
    this.#host.requestUpdate()
    this.#changed(before, state)
  }
}
