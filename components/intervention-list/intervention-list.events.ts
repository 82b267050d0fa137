/** The customer picked one of their requests: show it, by its id. */
export class InterventionPickedEvent extends Event {
  /** The id that `adapter.get` takes. */
  readonly id: string

  constructor(id: string) {
    super('os-intervention-picked', { bubbles: true, composed: true })
    this.id = id
  }

  /** The same field, for inline scripts that expect it here. */
  get detail(): { readonly id: string } {
    return Object.freeze({ id: this.id })
  }
}

declare global {
  interface HTMLElementEventMap {
    'os-intervention-picked': InterventionPickedEvent
  }
}
