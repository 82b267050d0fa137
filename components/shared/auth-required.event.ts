/** The client area's session has ended: sign the customer in again, and the element goes on. */
export class AuthRequiredEvent extends Event {
  constructor() {
    super('os-auth-required', { bubbles: true, composed: true })
  }

  /** Nothing to tell. */
  get detail(): Readonly<Record<string, never>> {
    return Object.freeze({})
  }
}

declare global {
  interface HTMLElementEventMap {
    'os-auth-required': AuthRequiredEvent
  }
}
