import type { ReactiveControllerHost } from 'lit'
import { narrowed, signAuthorization, type Authorization, type Narrower } from '../../src/index.js'
import type { Acts } from './acts.controller.js'

/** Takes back a part of what was allowed: what stays is signed anew, and says nothing that wasn't allowed before. */
export class Narrowing {
  isOpen = false
  /** What is to be allowed from now on; `undefined` until something is changed. */
  wanted: Narrower | undefined

  readonly #host: ReactiveControllerHost
  readonly #acts: Acts

  constructor(host: ReactiveControllerHost, acts: Acts) {
    this.#host = host
    this.#acts = acts
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
    this.#host.requestUpdate()
  }

  /** Leaves everything as it is. */
  close(): void {
    this.isOpen = false
    this.wanted = undefined
    this.#host.requestUpdate()
  }

  /** Takes an answer. */
  want(changes: Partial<Narrower>): void {
    if (this.wanted) this.wanted = { ...this.wanted, ...changes }
    this.#host.requestUpdate()
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
