import { adoptStyles, type LitElement, type ReactiveController } from 'lit'
import { languageFor, loadLanguage, type Words } from '../../locales/index.js'
import type { ServicePolicy } from '../../src/index.js'
import { inTime } from '../shared/in-time.js'
import type * as later from './later.js'
import { styles } from './styles.js'

/** What is drawn and done after the first step. */
export type LaterParts = typeof later

/** What they need beside their code. */
interface Needs {
  readonly words: Words
  readonly policy: ServicePolicy | undefined
}

/** Nobody's press waits longer for a step, milliseconds: then it is shown that it is on its way. */
const longestWait = 5_000

/** Nobody waits longer for code: then it counts as not to be had, milliseconds. */
const longestLoad = 20_000

/** The steps after the first, and what seals and sends: loaded while that is filled in. */
export class LaterSteps implements ReactiveController {
  /** `undefined` while they aren't loaded. */
  parts: LaterParts | undefined
  /** They couldn't be loaded, and aren't asked for again before somebody says so, or the network is back. */
  hasFailed = false

  readonly #host: LitElement
  readonly #needs: () => Needs
  #loading: Promise<void> | undefined

  constructor(host: LitElement, needs: () => Needs) {
    this.#host = host
    this.#needs = needs
    host.addController(this)
  }

  hostConnected(): void {
    addEventListener('online', this.#onOnline)
  }

  hostDisconnected(): void {
    removeEventListener('online', this.#onOnline)
  }

  /** Begins to load them, where nobody has yet. */
  begin(): void {
    if (!this.parts && !this.hasFailed) this.#loading ??= this.#load()
  }

  /** What a press waits for: till they are there, or nobody waits any longer. */
  settle(): Promise<void> | undefined {
    this.begin()
    return this.#loading && inTime(this.#loading, longestWait)
  }

  /** Loads them once more: the customer says so. */
  tryAgain(): void {
    this.hasFailed = false
    this.begin()
    this.#host.requestUpdate()
  }

  /**
   * All that a request is made with, the language of the provider's engineers too.
   *
   * @throws TypeError where it can't be loaded, or not in time.
   */
  async prepare({ provider }: ServicePolicy): Promise<LaterParts> {
    return loaded(Promise.all([import('./later.js'), loadLanguage(languageFor(provider.language))]))
  }

  readonly #onOnline = (): void => {
    if (this.hasFailed) this.tryAgain()
  }

  async #load(): Promise<void> {
    try {
      const parts = await loaded(Promise.all([import('./later.js'), this.#statementsLanguage()]))
      const { renderRoot } = this.#host
      if (renderRoot instanceof ShadowRoot) adoptStyles(renderRoot, [...styles, ...parts.laterStyles])
      this.parts = parts
    } catch {
      this.hasFailed = true
    }
    this.#loading = undefined
    this.#host.requestUpdate()
  }

  /** A provider's own statement is told in the language that it is written in, our paragraphs in it too. */
  async #statementsLanguage(): Promise<void> {
    const { words, policy } = this.#needs()
    if (!policy) return
    const { provider, authorization } = policy
    await loadLanguage(languageFor(words.languageOf(authorization.text)))
    // The ticket's is wanted only at Send: then it is waited for.
    void loadLanguage(languageFor(provider.language)).catch(() => undefined)
  }
}

async function loaded(asked: Promise<[LaterParts, unknown]>): Promise<LaterParts> {
  const [parts] = (await inTime(asked, longestLoad)) ?? []
  if (!parts) throw new TypeError('the code of the later steps does not come')
  return parts
}
