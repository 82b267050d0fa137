import type { ReactiveControllerHost } from 'lit'
import type { Words } from '../../locales/index.js'
import type { FlowState, ServicePolicy } from '../../src/index.js'
import type { ReceiptWay } from '../receipt/receipt.js'
import type { ReceiptSaid } from '../receipt/ways.js'
import { announce } from '../shared/announcer.js'

/** A request that the provider took. */
export type Accepted = Extract<FlowState, { at: 'accepted' }>

/** What was just done on the sent page, for the eye: the ear is told by the live region. */
export type Said = ReceiptSaid | { readonly key: 'sent.copied'; readonly values?: undefined }

/** How it stands with sending what the ticket system didn't keep of a request, under this key. */
export interface Missing {
  readonly of: Accepted
  readonly key: string
  readonly at: 'sending' | 'sent' | 'failed'
}

/** What a customer takes along once a request is sent: the ticket's number, and the receipt. */
export class SentController {
  said: Said | undefined
  /** What wasn't kept, once it is sent as a message. */
  missing: Missing | undefined

  readonly #host: ReactiveControllerHost

  constructor(host: ReactiveControllerHost) {
    this.#host = host
  }

  /** Puts the ticket's number on the clipboard; where the browser refuses, selects it for a copy by hand. */
  async copyNumber(number: string, words: Words, shown: Element | null | undefined): Promise<void> {
    try {
      await navigator.clipboard.writeText(number)
      this.#say(words, { key: 'sent.copied' })
    } catch {
      if (shown) getSelection()?.selectAllChildren(shown)
    }
  }

  /** Makes the receipt and hands it over. What it takes is loaded when it is first asked for. */
  async takeReceipt(way: ReceiptWay, accepted: Accepted, words: Words, policy: ServicePolicy): Promise<void> {
    try {
      const { handOver } = await import('../receipt/receipt.js')
      const file = await handOver(way, accepted, words, policy)
      if (file === undefined) this.#say(words, undefined)
      else this.#say(words, { key: 'receipt.downloaded', values: { file } })
    } catch {
      this.#say(words, { key: 'receipt.failed' })
    }
  }

  /** Shows and tells how it stands with what wasn't kept. */
  tellMissing(words: Words, missing: Missing): void {
    this.missing = missing
    if (missing.at !== 'sending') announce(words.say(`sent.missing.${missing.at}`))
    this.#host.requestUpdate()
  }

  #say(words: Words, said: Said | undefined): void {
    this.said = said
    if (said) announce(words.say(said.key, said.values))
    this.#host.requestUpdate()
  }
}
