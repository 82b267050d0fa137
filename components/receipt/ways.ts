import { html, nothing, type TemplateResult } from 'lit'
import type { Values, Words } from '../../locales/index.js'
import { icon } from '../shared/icons.js'
import type { ReceiptWay } from './receipt.js'

/** What was just done with a receipt, for the eye: the ear is told by the live region. */
export interface ReceiptSaid {
  readonly key: 'receipt.downloaded' | 'receipt.failed' | 'receipt.changed'
  readonly values?: Values
}

const ways = ['print', 'html', 'json'] as const satisfies readonly ReceiptWay[]

/** The ways to take a receipt along, one button each; `labelledBy` is the id of what they stand under. */
export function receiptWays(
  words: Words,
  labelledBy: string,
  said: ReceiptSaid | undefined,
  take: (way: ReceiptWay) => void,
): TemplateResult {
  return html`<div class="row" role="group" aria-labelledby=${labelledBy}>
      ${ways.map(
        way => html`<button type="button" @click=${() => take(way)}>${words.say(`receipt.${way}`)}</button>`,
      )}
    </div>
    ${
      said
        ? html`<span class="said"
            >${icon(said.key === 'receipt.downloaded' ? 'done' : 'error')}
            <span>${words.say(said.key, said.values)}</span></span
          >`
        : nothing
    }`
}
