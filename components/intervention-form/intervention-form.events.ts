import type { FaultCode, FieldKey, StepId } from '../../src/index.js'

export { AuthRequiredEvent } from '../shared/auth-required.event.js'

/** Events reach the page through every shadow root, and none carries anything that was typed. */
const toThePage = { bubbles: true, composed: true } as const

/** The provider took the request: the ticket's id and number, and when the first response is due. */
export class RequestFiledEvent extends Event {
  readonly id: string
  readonly number: string
  /** A target, epoch milliseconds by the server's clock. */
  readonly firstResponseBy: number

  constructor(id: string, number: string, firstResponseBy: number) {
    super('os-request-filed', toThePage)
    this.id = id
    this.number = number
    this.firstResponseBy = firstResponseBy
  }

  /** The same fields, for inline scripts that expect them here. */
  get detail(): { readonly id: string; readonly number: string; readonly firstResponseBy: number } {
    const { id, number, firstResponseBy } = this
    return Object.freeze({ id, number, firstResponseBy })
  }
}

/** The request was not sent, or nobody can tell yet (`unknown`); the form says what to do. */
export class RequestFailedEvent extends Event {
  readonly code: FaultCode | 'refused' | 'unknown'

  constructor(code: FaultCode | 'refused' | 'unknown') {
    super('os-request-failed', toThePage)
    this.code = code
  }

  /** The same field, for inline scripts that expect it here. */
  get detail(): { readonly code: FaultCode | 'refused' | 'unknown' } {
    return Object.freeze({ code: this.code })
  }
}

/** The form shows another step. */
export class StepChangedEvent extends Event {
  readonly step: StepId | 'sent'
  /** Counted from 1. */
  readonly index: number
  readonly count: number

  constructor(step: StepId | 'sent', index: number, count: number) {
    super('os-step-changed', toThePage)
    this.step = step
    this.index = index
    this.count = count
  }

  /** The same fields, for inline scripts that expect them here. */
  get detail(): { readonly step: StepId | 'sent'; readonly index: number; readonly count: number } {
    const { step, index, count } = this
    return Object.freeze({ step, index, count })
  }
}

/** Fields are to be corrected; names of fields, never what is in them. */
export class IssuesShownEvent extends Event {
  readonly keys: readonly FieldKey[]

  constructor(keys: readonly FieldKey[]) {
    super('os-issues-shown', toThePage)
    this.keys = Object.freeze([...keys])
  }

  /** The same field, for inline scripts that expect it here. */
  get detail(): { readonly keys: readonly FieldKey[] } {
    return Object.freeze({ keys: this.keys })
  }
}

declare global {
  interface HTMLElementEventMap {
    'os-request-filed': RequestFiledEvent
    'os-request-failed': RequestFailedEvent
    'os-step-changed': StepChangedEvent
    'os-issues-shown': IssuesShownEvent
  }
}
