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
  #asking = new AbortController()

  constructor(host: ReactiveControllerHost, { adapter, onComplete, onError }: CustomerSurroundings) {
    super(host, {
      args: () => [adapter()],
      task: async ([to], { signal }) => to?.context({ signal }),
      onComplete: context => {
        this.#account = context?.account.id
        if (context) onComplete(context)
      },
      onError,
    })
    this.#adapter = adapter
    host.addController({
      hostConnected: () => {
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

  readonly #onVisibility = (): void => {
    if (document.visibilityState === 'visible') void this.#ask()
  }

  readonly #onShow = ({ persisted }: PageTransitionEvent): void => {
    if (persisted) void this.#ask()
  }

  /** The same customer finds everything as it was; and a question that fails changes nothing. */
  async #ask(): Promise<void> {
    this.#asking.abort()
    const { signal } = (this.#asking = new AbortController())
    const known = this.#account
    if (known === undefined) return
    const adapter = this.#adapter()
    try {
      const context = await adapter?.context({ signal })
      const isAnother = context !== undefined && context.account.id !== known
      if (isAnother && !signal.aborted && known === this.#account) await this.run()
    } catch {
      // Who can't be asked now is asked by the next one who comes back, or by what the customer does.
    }
  }
}
