import {
  guardedTexts,
  maskEverywhere,
  type Draft,
  type GuardedText,
  type SecretSpan,
} from '../../src/index.js'

/** What was decided about something that looked like a secret. */
export type Decision = 'moved' | 'masked' | 'kept'

/** What in the open texts looks like a secret, and what the customer has decided about it. */
export class SecretGuard {
  /** Finds the secrets in a text, once that is loaded. */
  find: ((text: string) => readonly SecretSpan[]) | undefined

  #decided: { readonly key: GuardedText; readonly decision: Decision } | undefined
  /** What the customer said is no secret: it isn't asked about again. */
  readonly #kept = new Set<string>()
  readonly #looked = new Map<GuardedText, { readonly text: string; readonly found: readonly SecretSpan[] }>()

  /** What looks like a secret in this text, and wasn't decided yet; nothing as long as nobody can look. */
  undecidedIn(key: GuardedText, text: string): readonly SecretSpan[] {
    return this.#secretsIn(key, text).filter(({ start, end }) => !this.#kept.has(text.slice(start, end)))
  }

  /** How many there are in all open texts. */
  undecided(draft: Draft): number {
    return guardedTexts.reduce((sum, key) => sum + this.undecidedIn(key, draft[key]).length, 0)
  }

  /** The open texts without this secret, wherever it stands in them now; only those that hold it. */
  without(secret: string, draft: Draft): Partial<Draft> {
    return Object.fromEntries(
      guardedTexts
        .map(key => [key, maskEverywhere(draft[key], secret, this.#secretsIn(key, draft[key]))] as const)
        .filter(([key, text]) => text !== draft[key]),
    )
  }

  /** What was decided last at this text, until something else is done. */
  decisionAt(key: GuardedText): Decision | undefined {
    return this.#decided?.key === key ? this.#decided.decision : undefined
  }

  decide(key: GuardedText, decision: Decision): void {
    this.#decided = { key, decision }
  }

  /** The customer says that these words are no secret. */
  keep(words: string): void {
    this.#kept.add(words)
  }

  /** Something else is done: what was decided need not be said any more. */
  leave(): void {
    this.#decided = undefined
  }

  /** Forgets everything: for a new start. */
  reset(): void {
    this.leave()
    this.#kept.clear()
    this.#looked.clear()
  }

  #secretsIn(key: GuardedText, text: string): readonly SecretSpan[] {
    const looked = this.#looked.get(key)
    if (looked?.text === text) return looked.found
    // What a text held is not kept longer than the text.
    this.#looked.delete(key)
    if (!this.find || text === '') return []
    const found = this.find(text)
    this.#looked.set(key, { text, found })
    return found
  }
}
