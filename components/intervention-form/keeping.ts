import type { Attempt, FlowAction } from '../../src/index.js'
import type { KeptScope, Outbox, PendingRequest } from '../../src/request/kept.js'

/** A request that was sent from another tab. */
export type OnSent = (key: string, number: string) => void

/**
 * What this device keeps of requests on their way, so that a page that goes takes none with it. Where it keeps nothing,
 * everything goes on without.
 */
export class Keeping {
  readonly #isOn: () => boolean
  readonly #onSent: OnSent
  #of: KeptScope | undefined
  #outbox: Promise<Outbox | undefined> = Promise.resolve(undefined)
  #stop: (() => void) | undefined

  /** @param isOn - Whether the page lets this device keep anything. */
  constructor(isOn: () => boolean, onSent: OnSent) {
    this.#isOn = isOn
    this.#onSent = onSent
  }

  /** Looks for what was on its way when the page was left; once for an account. */
  async open(scope: KeptScope): Promise<PendingRequest | undefined> {
    if (this.#of?.provider === scope.provider && this.#of.account === scope.account) return undefined
    this.close()
    this.#of = scope
    this.#outbox = this.#isOn() ? this.#load(scope) : Promise.resolve(undefined)
    const outbox = await this.#outbox
    return this.#of === scope ? outbox?.pending() : undefined
  }

  /** Another account, or nobody: what was kept stays for whom it is. */
  close(): void {
    this.#stop?.()
    this.#stop = undefined
    this.#of = undefined
    this.#outbox = Promise.resolve(undefined)
  }

  /** Forgets all of this account: at its log-out. */
  async clear(): Promise<void> {
    const outbox = await this.#outbox
    this.close()
    await outbox?.clear()
  }

  /** Does it when no other tab sends the same request; `sent`: another one already has. */
  async onceAtATime(
    attempt: Attempt,
    work: () => Promise<void>,
    sent: (number: string) => void,
  ): Promise<void> {
    const outbox = await this.#outbox
    if (!outbox) return work()
    await outbox.onceAtATime(attempt.key, async () => {
      const already = await outbox.sentAs(attempt.key)
      if (already) {
        sent(already.number)
        return
      }
      await outbox.keep(attempt, 'sending')
      await work()
    })
  }

  /** Keeps in step with what is told of a request. */
  async note(attempt: Attempt, action: FlowAction): Promise<void> {
    const outbox = await this.#outbox
    if (!outbox) return
    if (action.do === 'accept') {
      const { number, id } = action.filed.intervention
      await outbox.sent(attempt.key, { number, id })
      outbox.tellOthers(attempt.key, { number, id })
    } else if (action.do === 'reject' || (action.do === 'fail' && action.reason.kind === 'cancelled'))
      await outbox.forget(attempt.key)
    else if (action.do === 'fail') await outbox.keep(attempt, 'not-sent')
  }

  /** The customer goes back to the words: they are no longer to be sent as they were. */
  async forget(key: string): Promise<void> {
    await (await this.#outbox)?.forget(key)
  }

  async #load(scope: KeptScope): Promise<Outbox | undefined> {
    try {
      const { deviceShelf, Outbox } = await import('../../src/request/kept.js')
      const outbox = new Outbox(deviceShelf(), scope, () => Date.now())
      if (this.#of === scope)
        this.#stop = outbox.listen(({ key, number }) => {
          this.#onSent(key, number)
        })
      return outbox
    } catch {
      // What can't be loaded keeps nothing.
      return undefined
    }
  }
}
