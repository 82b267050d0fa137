import type { ReactiveControllerHost } from 'lit'
import type { Words } from '../../locales/index.js'
import type { ServicePolicy } from '../../src/index.js'
import type { ReceiptWay } from '../receipt/receipt.js'
import type { ReceiptSaid } from '../receipt/ways.js'
import { announce } from '../shared/announcer.js'
import type { Ticket } from './ticket.controller.js'

/** The receipt of a request once more, from what its ticket holds; what it takes is loaded when it is first asked for. */
export class Receipts {
  said: ReceiptSaid | undefined

  readonly #host: ReactiveControllerHost

  constructor(host: ReactiveControllerHost) {
    this.#host = host
  }

  /** Makes the receipt and hands it over. */
  async take(way: ReceiptWay, ticket: Ticket, words: Words, policy: ServicePolicy): Promise<void> {
    try {
      const { handOverFromTicket } = await import('../receipt/receipt.js')
      const handed = await handOverFromTicket(way, ticket, words, policy)
      if (!handed.ok) this.#say(words, { key: 'receipt.changed' })
      else if (handed.value === undefined) this.#say(words, undefined)
      else this.#say(words, { key: 'receipt.downloaded', values: { file: handed.value } })
    } catch {
      this.#say(words, { key: 'receipt.failed' })
    }
  }

  /** Forgets what was said. */
  clear(): void {
    this.said = undefined
  }

  #say(words: Words, said: ReceiptSaid | undefined): void {
    this.said = said
    if (said) announce(words.say(said.key, said.values))
    this.#host.requestUpdate()
  }
}
