import { Task } from '@lit/task'
import type { ReactiveControllerHost } from 'lit'
import type { Context, InterventionAdapter } from '../../src/index.js'

/** Who is asked for the customer, and who is told. */
export interface CustomerSurroundings {
  readonly adapter: () => InterventionAdapter | undefined
  readonly onComplete: (context: Context) => void
  readonly onError: (error: unknown) => void
}

/**
 * What the client area tells of the customer. Asked again when somebody comes back to the page, from another tab or by
 * the browser's way back: it may be another one by then, who must not see what the one before has left.
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
        document.addEventListener('visibilitychange', this.#onVisibility)
        addEventListener('pageshow', this.#onShow)
      },
      hostDisconnected: () => {
        document.removeEventListener('visibilitychange', this.#onVisibility)
        removeEventListener('pageshow', this.#onShow)
        this.#asking.abort()
      },
    })
  }

  /**
   * Asks again, in silence, and answers who it is; `undefined` where nobody can tell, or it was never known. Whoever
   * asks meanwhile gets the same answer. The same customer finds everything as it was; another one begins anew.
   */
  ask(): Promise<Context | undefined> {
    this.#answer ??= this.#look().finally(() => {
      this.#answer = undefined
    })
    return this.#answer
  }

  readonly #onVisibility = (): void => {
    if (!document.hidden) void this.ask()
  }

  readonly #onShow = ({ persisted }: PageTransitionEvent): void => {
    if (persisted) void this.ask()
  }

  async #look(): Promise<Context | undefined> {
    const { signal } = this.#asking
    const known = this.#account
    if (known === undefined) return undefined
    try {
      const context = await this.#adapter()?.context({ signal })
      if (signal.aborted) return undefined
      const isAnother = context !== undefined && context.account.id !== known
      if (isAnother && known === this.#account) {
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
