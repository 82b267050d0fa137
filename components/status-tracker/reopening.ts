import type { LitElement } from 'lit'
import type { Words } from '../../locales/index.js'
import { renewed, signAuthorization, type Authorization, type Issue } from '../../src/index.js'
import type { Acts } from './acts.controller.js'
import { announce } from '../shared/announcer.js'
import { issueWords } from '../shared/field.js'
import type { FocusLead } from './focus-lead.js'
import { flawWords } from './parts/suspicion.js'
import type { Renewal } from './renewal.js'
import { TextGuard } from './text-guard.js'

/** What opening a request again needs to know of its element. */
export interface ReopeningSurroundings {
  readonly words: () => Words
  readonly acts: Acts
  readonly renewal: Renewal
  readonly id: () => string
  readonly focus: FocusLead
  /** Something was typed. */
  readonly onEdit: () => void
}

/** Opens a request again: with a reason, the authorization given once more, and new login details where they are needed. */
export class Reopening {
  isOpen = false
  readonly reason: TextGuard
  /** Is the authorization ticked? Never by us. */
  isAgreed = false
  issue: Issue | undefined

  readonly #host: LitElement
  readonly #surroundings: ReopeningSurroundings
  #isSending = false

  constructor(host: LitElement, surroundings: ReopeningSurroundings) {
    const { words, focus, acts, renewal, onEdit } = surroundings
    this.#host = host
    this.#surroundings = surroundings
    this.reason = new TextGuard(host, {
      ...{ words, focus, key: 'reopenReason' },
      renewedIn: text => renewal.repeatedIn(this.name, text),
      onEdit: () => {
        acts.edited('reopen')
        onEdit()
      },
    })
  }

  /** Which text the reason is, among those in which new login details are looked for. */
  get name(): string {
    return `reason ${this.#surroundings.id()}`
  }

  /** Shows the questions, or hides them with what was typed kept. */
  show(isOpen: boolean): void {
    this.isOpen = isOpen
    // What was typed is kept, but for a secret: and nothing of an earlier one is taken over.
    this.#surroundings.renewal.close()
    this.#surroundings.focus.to(isOpen ? '#reopen-heading' : '#open-reopening')
  }

  /** Ticks the authorization, or unticks it. */
  agree(isAgreed: boolean): void {
    this.isAgreed = isAgreed
    this.issue = undefined
    this.#surroundings.acts.edited('reopen')
    this.#host.requestUpdate()
  }

  /** Forgets what was typed. */
  clear(): void {
    this.isOpen = false
    this.reason.clear()
    this.isAgreed = false
    this.issue = undefined
  }

  /** Signs and sends; what is missing is said instead. `now`: the server's clock. */
  async send(given: Authorization, now: number): Promise<boolean> {
    if (this.#isSending) return false
    this.#isSending = true
    try {
      return this.#isWhole() && (await this.reason.isClean()) && (await this.#seal(given, now))
    } finally {
      this.#isSending = false
    }
  }

  #isWhole(): boolean {
    const { words: spoken, renewal, focus } = this.#surroundings
    const words = spoken()
    const isReasonWhole = this.reason.isWhole(true)
    this.issue = this.isAgreed ? undefined : { field: 'authorization', code: 'authorization-missing' }
    const isLoginWhole = !renewal.isOpen || renewal.isComplete()
    this.#host.requestUpdate()
    if (isReasonWhole && isLoginWhole && !this.issue) return true
    const said = [
      flawWords(words, this.reason, words.say('issue.reopen-reason-missing')),
      ...(isLoginWhole ? [] : renewal.sealing.issues.map(issue => issueWords(issue, words))),
      this.issue && issueWords(this.issue, words),
    ]
    announce(said.filter(sentence => sentence !== undefined).join(' '))
    focus.toWrong('section[aria-labelledby="reopen-heading"]')
    return false
  }

  async #seal({ record: given }: Authorization, now: number): Promise<boolean> {
    const { acts, renewal } = this.#surroundings
    const text = this.reason.text
    // Sealed before it is signed: what can't be sealed opens nothing.
    const sealed = renewal.isOpen ? await renewal.seal() : undefined
    if (renewal.isOpen && !sealed) return false
    const clocks = { clientTime: Date.now(), serverTime: Math.round(now) }
    const record = renewed(given, given.signer.name, clocks)
    return acts.do('reopen', {
      text,
      authorization: await signAuthorization(record),
      ...(sealed && { sealed }),
    })
  }
}
