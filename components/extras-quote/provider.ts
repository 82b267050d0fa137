import { faultCodeOf, type BindingQuote, type InterventionAdapter, type QuoteOrder } from '../../src/index.js'

/** It is waited for no longer than this: its answer is not needed to go on; milliseconds. */
const patience = 20_000

/** What an authority says of a VAT ID. */
type VatIdWord = 'valid' | 'invalid' | 'unavailable'

/**
 * The system behind the adapter, as far as a price needs it.
 *
 * An adapter over HTTP has every method: what the system behind it hasn't is found out by asking, and asked once.
 */
export class Provider {
  readonly #adapter: InterventionAdapter | undefined
  readonly #lacks = new Set<'quote' | 'checkVatId'>()
  /** What the authority said; it is asked once. */
  readonly #vatIds = new Map<string, VatIdWord>()

  constructor(adapter: InterventionAdapter | undefined) {
    this.#adapter = adapter
  }

  get quotes(): boolean {
    return this.#adapter?.quote !== undefined && !this.#lacks.has('quote')
  }

  get checksVatIds(): boolean {
    return this.#adapter?.checkVatId !== undefined && !this.#lacks.has('checkVatId')
  }

  /** Its binding quote; nothing where it makes none. Rejects with the adapter's fault. */
  quote(order: QuoteOrder, signal: AbortSignal): Promise<BindingQuote | undefined> {
    return this.#asked('quote', this.#adapter?.quote?.(order, { signal: patient(signal) }))
  }

  /** The authority's word, at once where it is known. */
  known(vatId: string): VatIdWord | undefined {
    return this.#vatIds.get(vatId)
  }

  /** The authority's word; nothing where it can't be asked. Rejects with the adapter's fault. */
  async checkVatId(vatId: string, signal: AbortSignal): Promise<VatIdWord | undefined> {
    const word = await this.#asked(
      'checkVatId',
      this.#adapter?.checkVatId?.(vatId, { signal: patient(signal) }),
    )
    if (word && word !== 'unavailable') this.#vatIds.set(vatId, word)
    return word
  }

  async #asked<T>(method: 'quote' | 'checkVatId', answer: Promise<T> | undefined): Promise<T | undefined> {
    try {
      return await answer
    } catch (error) {
      if (faultCodeOf(error) !== 'unsupported') throw error
      this.#lacks.add(method)
      return undefined
    }
  }
}

function patient(signal: AbortSignal): AbortSignal {
  return AbortSignal.any([signal, AbortSignal.timeout(patience)])
}
