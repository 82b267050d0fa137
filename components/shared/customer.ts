import { Task, TaskStatus } from '@lit/task'
import type { ReactiveControllerHost } from 'lit'
import { faultCodeOf, type Context, type InterventionAdapter } from '../../src/index.js'
import { Return } from './return.js'

/** Who is asked for the customer, and who is told. */
export interface CustomerSurroundings {
  readonly adapter: () => InterventionAdapter | undefined
  readonly onComplete: (context: Context) => void
  readonly onError: (error: unknown) => void
}

/**
 * What the client area tells of the customer. Asked again when somebody comes back to the page: it may be another one by
 * then, who must not see what the one before has left; and who was signed out may have signed in.
 */
export class Customer extends Task<readonly [InterventionAdapter | undefined], Context | undefined> {
  readonly #adapter: CustomerSurroundings['adapter']
  #account: string | undefined
  /** Who has just been told of, and needs no asking. */
  #told: Context | undefined
  #asking = new AbortController()
  #answer: Promise<Context | undefined> | undefined

  constructor(host: ReactiveControllerHost, { adapter, onComplete, onError }: CustomerSurroundings) {
    super(host, {
      args: () => [adapter()],
      task: async ([to], { signal }) => {
        const told = this.#told
        this.#told = undefined
        return told ?? to?.context({ signal })
      },
      onComplete: context => {
        this.#account = context?.account.id
        if (context) onComplete(context)
      },
      onError,
    })
    this.#adapter = adapter
    host.addController({
      hostConnected: () => {
        this.#asking = new AbortController()
      },
      hostDisconnected: () => {
        this.#asking.abort()
      },
    })
    new Return(host, () => void this.ask())
  }

  /**
   * Asks again, in silence, and answers who it is; `undefined` where nobody can tell, or nobody was known or signed out.
   * Whoever asks meanwhile gets the same answer. The same customer finds everything as it was; another one begins anew, and
   * so does whoever was signed out when the element was loaded.
   */
  ask(): Promise<Context | undefined> {
    this.#answer ??= this.#look().finally(() => {
      this.#answer = undefined
    })
    return this.#answer
  }

  /** Was the last who asked aloud told that nobody is signed in? */
  get #isSignedOut(): boolean {
    return this.status === TaskStatus.ERROR && faultCodeOf(this.error) === 'unauthenticated'
  }

  async #look(): Promise<Context | undefined> {
    const { signal } = this.#asking
    const known = this.#account
    if (known === undefined && !this.#isSignedOut) return undefined
    try {
      const context = await this.#adapter()?.context({ signal })
      if (signal.aborted) return undefined
      const isNews = context !== undefined && (context.account.id !== known || this.#isSignedOut)
      if (isNews && known === this.#account) {
        this.#told = context
        await this.run()
      }
      return context
    } catch {
      // Who can't be asked now is asked by the next one who comes back, or by what the customer does.
      return undefined
    }
  }
}
