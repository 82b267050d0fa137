import type { Phase } from '../../src/index.js'

const toThePage = { bubbles: true, composed: true } as const

/** The request is in another stage, as the server confirmed. */
export class StageChangedEvent extends Event {
  readonly id: string
  readonly phase: Phase
  /** An id of the policy's stages, or of the provider's own; missing where the system tells phases only. */
  readonly stage: string | undefined

  constructor(id: string, phase: Phase, stage: string | undefined) {
    super('os-stage-changed', toThePage)
    this.id = id
    this.phase = phase
    this.stage = stage
  }

  /** The same fields, for inline scripts that expect them here. */
  get detail(): { readonly id: string; readonly phase: Phase; readonly stage: string | undefined } {
    const { id, phase, stage } = this
    return Object.freeze({ id, phase, stage })
  }
}

/** The provider took what the customer wrote. */
export class ReplySentEvent extends Event {
  readonly id: string

  constructor(id: string) {
    super('os-reply-sent', toThePage)
    this.id = id
  }

  /** The same field, for inline scripts that expect it here. */
  get detail(): { readonly id: string } {
    return Object.freeze({ id: this.id })
  }
}

/** The customer has withdrawn access, and the provider confirmed it. */
export class AccessWithdrawnEvent extends Event {
  readonly id: string

  constructor(id: string) {
    super('os-access-withdrawn', toThePage)
    this.id = id
  }

  /** The same field, for inline scripts that expect it here. */
  get detail(): { readonly id: string } {
    return Object.freeze({ id: this.id })
  }
}

declare global {
  interface HTMLElementEventMap {
    'os-stage-changed': StageChangedEvent
    'os-reply-sent': ReplySentEvent
    'os-access-withdrawn': AccessWithdrawnEvent
  }
}
