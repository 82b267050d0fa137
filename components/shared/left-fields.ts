import type { ReactiveController, ReactiveControllerHost } from 'lit'

type Field = HTMLInputElement | HTMLTextAreaElement

/**
 * Empties the fields of a secret that have left their element in whatever way: no wipe finds them there, and whoever holds
 * on to them, such as the browser's own list of what was focused, would hold the secret too.
 */
export class LeftFields implements ReactiveController {
  readonly #host: ReactiveControllerHost & { readonly renderRoot: Node }
  readonly #onLeft: () => void
  readonly #filled = new Set<Field>()

  constructor(host: ReactiveControllerHost & { readonly renderRoot: Node }, onLeft: () => void) {
    this.#host = host
    this.#onLeft = onLeft
    host.addController(this)
  }

  /** Remembers those in which something stands; answers whether there are any. */
  watch(fields: readonly Field[]): boolean {
    const filled = fields.filter(({ value }) => value !== '')
    for (const field of filled) this.#filled.add(field)
    return filled.length > 0
  }

  hostUpdated(): void {
    const left = [...this.#filled].filter(field => !this.#host.renderRoot.contains(field))
    for (const field of left) {
      field.value = ''
      this.#filled.delete(field)
    }
    if (left.length > 0) this.#onLeft()
  }
}
