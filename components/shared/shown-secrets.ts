import type { SecretField } from '../../src/index.js'

/** A secret that is shown is hidden again after this long, whatever happens; milliseconds. */
const longestShown = 30_000

/** Which secrets are legible on the screen, each for a while only. */
export class ShownSecrets {
  readonly #fieldOf: (id: SecretField) => Element | undefined
  readonly #onTimeUp: (id: SecretField) => void
  readonly #shown = new Map<SecretField, ReturnType<typeof setTimeout>>()

  constructor(fieldOf: (id: SecretField) => Element | undefined, onTimeUp: (id: SecretField) => void) {
    this.#fieldOf = fieldOf
    this.#onTimeUp = onTimeUp
  }

  /** Is what stands in this field legible? */
  has(id: SecretField): boolean {
    return this.#shown.has(id)
  }

  /** Those that are. */
  all(): readonly SecretField[] {
    return [...this.#shown.keys()]
  }

  /** At once, not with the next drawing: the page may be put away, or the step drawn no more. */
  set(id: SecretField, shown: boolean): void {
    clearTimeout(this.#shown.get(id))
    this.#shown.delete(id)
    if (shown)
      this.#shown.set(
        id,
        setTimeout(() => {
          this.#onTimeUp(id)
        }, longestShown),
      )
    const field = this.#fieldOf(id)
    if (field instanceof HTMLInputElement) field.type = shown ? 'text' : 'password'
  }
}
