import {
  checkLogin,
  faultCodeOf,
  newRequestKey,
  sealLogin,
  type Context,
  type InterventionAdapter,
  type Issue,
  type LoginAnswers,
  type NotSentReason,
  type SealedFor,
  type ServicePolicy,
} from '../../src/index.js'
import type { SecretFields } from '../shared/secret-fields.controller.js'
import { CredentialFault } from './credential-fault.js'

/** How it stands with the seal of what is typed now. */
export type SealState =
  | { readonly at: 'open' }
  | { readonly at: 'sealing' }
  | { readonly at: 'sealed'; readonly sealed: SealedFor }
  | { readonly at: 'failed'; readonly reason: SealFailure }

/** Why nothing was sealed. */
type SealFailure = Extract<NotSentReason, { readonly kind: 'refusal' | 'fault' }>

/** What the element is set to, and what it is to be told. */
export interface SealSurroundings {
  readonly adapter: () => InterventionAdapter | undefined
  readonly server: () => string
  readonly pinned: () => readonly string[] | undefined
  /** The request that these are login details of; one of their own where there is none. */
  readonly requestKey?: () => string | undefined
  /** The state is another one. */
  readonly onState: (state: SealState) => void
  /** The e-mail address of the customer's account is known. */
  readonly onEmail: () => void
  /** Somebody else is signed in: nothing of the former customer's may stay. */
  readonly onOtherAccount: () => void
}

/** A pause in typing after which what stands there is sealed; milliseconds. */
const pause = 300

/** The provider's keys are asked for again when the answer is older than this; milliseconds. */
const freshFor = 60_000

const nothingTyped: LoginAnswers = { username: '', port: '', credentialKind: 'password', secondFactor: false }

/**
 * Seals what is typed, again after every edit; a seal of an earlier text never becomes the value.
 *
 * The secret itself is read from its field by the seal alone, and kept nowhere.
 */
export class Sealing {
  answers = nothingTyped
  state: SealState = { at: 'open' }
  /** The e-mail address of the customer's account, once the client area has told it. */
  email: string | undefined

  readonly #secrets: SecretFields
  readonly #surroundings: SealSurroundings
  /** Grows with every edit: what was begun before is not about what is typed now. */
  #turn = 0
  #pause: ReturnType<typeof setTimeout> | undefined
  #running: { readonly turn: number; readonly done: Promise<void> } | undefined
  #asked:
    | { readonly adapter: InterventionAdapter; readonly at: number; readonly context: Promise<Context> }
    | undefined
  #known: Context | undefined

  constructor(secrets: SecretFields, surroundings: SealSurroundings) {
    this.#secrets = secrets
    this.#surroundings = surroundings
  }

  /** The sealed text of what is typed now; empty until it is sealed. */
  get armored(): string {
    return this.state.at === 'sealed' ? this.state.sealed.sealed.armored : ''
  }

  /** What is missing or wrong; nothing once it is sealed. */
  get issues(): readonly Issue[] {
    return this.state.at === 'sealed'
      ? []
      : checkLogin(this.answers, this.#secrets.stateOf(this.answers.credentialKind))
  }

  /** The policy that the client area names. */
  get policy(): ServicePolicy | undefined {
    return this.#known?.policy
  }

  /** Is anything typed at all? */
  get isEmpty(): boolean {
    const { username, credentialKind } = this.answers
    return username.trim() === '' && ['missing', 'wiped'].includes(this.#secrets.stateOf(credentialKind))
  }

  /** What was sealed is no longer what stands there; it is sealed anew after a pause. */
  edit(changes: Partial<LoginAnswers> = {}): void {
    this.answers = { ...this.answers, ...changes }
    this.#drop()
    if (this.issues.length === 0) this.#pause = setTimeout(() => void this.seal(), pause)
  }

  /** Forgets everything. */
  clear(): void {
    this.#known = undefined
    this.email = undefined
    this.answers = nothingTyped
    this.#drop()
  }

  /** The keys are likely to be needed soon. */
  prepare(): void {
    const adapter = this.#surroundings.adapter()
    if (!adapter) return
    this.#context(adapter).then(
      ({ account }) => {
        if (account.email === this.email) return
        this.email = account.email
        this.#surroundings.onEmail()
      },
      () => undefined,
    )
  }

  /** Seals what stands there, unless that is done or under way. */
  async seal(): Promise<void> {
    clearTimeout(this.#pause)
    if (this.state.at === 'sealed' || this.issues.length > 0) return
    if (this.#running?.turn !== this.#turn) this.#running = { turn: this.#turn, done: this.#run(this.#turn) }
    await this.#running.done
  }

  /**
   * The sealed text of what is typed, as soon as it is there.
   *
   * @throws CredentialFault where something is missing or nothing could be sealed; an `AbortError` where all that was
   * typed has been cleared meanwhile.
   */
  async sealed(): Promise<string> {
    while (this.armored === '') {
      const [issue] = this.issues
      if (issue) throw new CredentialFault(issue.code)
      const turn = this.#turn
      await this.seal()
      if (turn !== this.#turn && this.isEmpty)
        throw new DOMException('The login details were cleared.', 'AbortError')
      if (this.state.at === 'failed') throw new CredentialFault(codeOf(this.state.reason))
    }
    return this.armored
  }

  async #run(turn: number): Promise<void> {
    this.#set({ at: 'sealing' })
    const state = await this.#attempt(turn)
    if (turn !== this.#turn) return
    this.#running = undefined
    this.#set(state)
  }

  async #attempt(turn: number): Promise<SealState> {
    try {
      const adapter = this.#surroundings.adapter()
      if (!adapter) return { at: 'failed', reason: { kind: 'fault', code: 'unavailable' } }
      const context = await this.#context(adapter)
      this.#know(context)
      // The fields may have been emptied while the keys were asked for.
      if (turn !== this.#turn || this.issues.length > 0) return { at: 'open' }
      const clientTime = Date.now()
      const sealed = await sealLogin(this.answers, this.#secrets.read(this.answers.credentialKind), {
        server: this.#surroundings.server(),
        account: context.account.id,
        recipients: context.recipients,
        pinned: this.#surroundings.pinned(),
        moment: {
          key: this.#surroundings.requestKey?.() ?? newRequestKey(),
          clientTime,
          serverTime: context.now + clientTime - (this.#asked?.at ?? clientTime),
        },
      })
      return sealed.ok
        ? { at: 'sealed', sealed: sealed.value }
        : { at: 'failed', reason: { kind: 'refusal', refusal: sealed.error } }
    } catch (error) {
      return { at: 'failed', reason: { kind: 'fault', code: faultCodeOf(error) } }
    }
  }

  /** What the client area tells, asked again where it is another one, failed, or is not fresh any more. */
  #context(adapter: InterventionAdapter): Promise<Context> {
    const known = this.#asked
    if (known?.adapter === adapter && Date.now() - known.at < freshFor) return known.context
    const context = adapter.context()
    const asked = { adapter, at: Date.now(), context }
    this.#asked = asked
    context.catch(() => {
      if (this.#asked === asked) this.#asked = undefined
    })
    return context
  }

  #know(context: Context): void {
    const isAnother = this.#known !== undefined && this.#known.account.id !== context.account.id
    if (isAnother) this.#surroundings.onOtherAccount()
    this.#known = context
  }

  #drop(): void {
    this.#turn += 1
    clearTimeout(this.#pause)
    this.#set({ at: 'open' })
  }

  #set(state: SealState): void {
    this.state = state
    this.#surroundings.onState(state)
  }
}

function codeOf(reason: SealFailure): CredentialFault['code'] {
  return reason.kind === 'refusal' ? reason.refusal : reason.code
}
