import type { ReactiveControllerHost } from 'lit'
import { maskSecret, type SecretSpan } from '../../src/index.js'
import type { Acts } from './acts.controller.js'

/** Nobody waits longer for what reads the words; milliseconds. */
const longestWait = 2_000

/** What the customer writes to the engineer: looked through for secrets before it goes, and kept until it has gone. */
export class Reply {
  text = ''
  /** What looks like a secret in it, once the customer wanted to send it. */
  suspected: SecretSpan | undefined
  /** Was there nothing to send? */
  isEmpty = false

  readonly #host: ReactiveControllerHost
  readonly #acts: Acts
  /** What the customer said is no secret: it isn't asked about again. */
  readonly #kept = new Set<string>()
  #isSending = false

  constructor(host: ReactiveControllerHost, acts: Acts) {
    this.#host = host
    this.#acts = acts
  }

  /** Takes what is typed; drawn anew only where something was said about it. */
  type(text: string): void {
    this.text = text
    if (!this.suspected && !this.isEmpty) return
    this.suspected = undefined
    this.isEmpty = false
    this.#host.requestUpdate()
  }

  /** A mark stands where the secret stood. */
  mask(): void {
    if (this.suspected) this.text = maskSecret(this.text, this.suspected)
    this.suspected = undefined
    this.#host.requestUpdate()
  }

  /** The customer says that these words are no secret. */
  keep(): void {
    if (this.suspected) this.#kept.add(this.text.slice(this.suspected.start, this.suspected.end))
    this.suspected = undefined
    this.#host.requestUpdate()
  }

  /** Sends it, unless there is nothing to send or something looks like a secret; answers whether the provider took it. */
  async send(): Promise<boolean> {
    const { text } = this
    this.isEmpty = text.trim() === ''
    this.#host.requestUpdate()
    if (this.isEmpty || this.#isSending) return false
    this.#isSending = true
    try {
      this.suspected = await this.#firstSecret(text)
      this.#host.requestUpdate()
      if (this.suspected || text !== this.text) return false
      return await this.#acts.do('reply', { text })
    } finally {
      this.#isSending = false
    }
  }

  /** It is on the ticket: what was written since stays. */
  sent(text: string): void {
    if (this.text === text) this.text = ''
    this.#host.requestUpdate()
  }

  /** Forgets everything. */
  clear(): void {
    this.text = ''
    this.suspected = undefined
    this.isEmpty = false
    this.#kept.clear()
  }

  /** A reader that can't be loaded stops nobody. */
  async #firstSecret(text: string): Promise<SecretSpan | undefined> {
    try {
      const judges = await Promise.race([
        import('../intervention-form/judgement.js'),
        new Promise<undefined>(resolve => setTimeout(resolve, longestWait)),
      ])
      return judges?.findSecrets(text).find(({ start, end }) => !this.#kept.has(text.slice(start, end)))
    } catch {
      return undefined
    }
  }
}
