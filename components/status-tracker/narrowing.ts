import type { ReactiveControllerHost } from 'lit'
import type { Words } from '../../locales/index.js'
import {
  narrowed,
  signAuthorization,
  type Authorization,
  type Issue,
  type Narrower,
  type ServicePolicy,
} from '../../src/index.js'
import { announce } from '../shared/announcer.js'
import { issueWords } from '../shared/field.js'
import type { Acts } from './acts.controller.js'
import type { FocusLead } from './focus-lead.js'

/** Takes back a part of what was allowed: what stays is signed anew, and says nothing that wasn't allowed before. */
export class Narrowing {
  isOpen = false
  /** What is to be allowed from now on; `undefined` until something is changed. */
  wanted: Narrower | undefined

  readonly #host: ReactiveControllerHost
  readonly #acts: Acts
  readonly #focus: FocusLead

  constructor(host: ReactiveControllerHost, acts: Acts, focus: FocusLead) {
    this.#host = host
    this.#acts = acts
    this.#focus = focus
  }

  /** Shows what may be taken back. */
  open({ record }: Authorization): void {
    this.isOpen = true
    this.wanted = {
      methods: record.methods,
      reboot: record.reboot,
      mounting: record.mounting,
      window: record.window,
    }
    this.#focus.to('#narrowing input')
  }

  /** Leaves everything as it is. */
  leave(): void {
    this.close()
    this.#focus.to('#open-narrowing')
  }

  /** Hides it. */
  close(): void {
    this.isOpen = false
    this.wanted = undefined
    this.#host.requestUpdate()
  }

  /** Takes an answer. */
  want(changes: Partial<Narrower>): void {
    if (this.wanted) this.wanted = { ...this.wanted, ...changes }
    this.#acts.edited('narrow-authorization')
    this.#host.requestUpdate()
  }

  /** What keeps it from being sent. */
  issueBy({ methods }: ServicePolicy): Issue | undefined {
    if (!this.wanted) return undefined
    const { methods: kept, reboot } = this.wanted
    if (kept.length === 0) return { field: 'methods', code: 'methods-missing' }
    const restarts = kept.some(id => methods.find(one => one.id === id)?.boots)
    return restarts && !reboot ? { field: 'methods', code: 'reboot-needed' } : undefined
  }

  /** Says what keeps it from being sent, with the focus on it. */
  refuse(issue: Issue, words: Words): void {
    announce(issueWords(issue, words))
    this.#focus.to('#narrowing input')
  }

  /** Signs what stays and sends it; answers whether the provider took it. `now`: the server's clock. */
  async send(inForce: Authorization, now: number): Promise<boolean> {
    if (!this.wanted) return false
    const record = narrowed(inForce.record, this.wanted, {
      clientTime: Date.now(),
      serverTime: Math.round(now),
    })
    return this.#acts.do('narrow-authorization', {
      authorization: await signAuthorization(record),
    })
  }
}
