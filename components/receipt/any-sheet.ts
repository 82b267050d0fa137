import type { Words } from '../../locales/index.js'
import type { AnyReceipt } from '../../src/index.js'
import { receiptSheet } from './sheet.js'
import { ticketSheet } from './ticket-sheet.js'

/** A receipt as a sheet of paper, made for this document: nodes and text alone, so that no policy of a page minds. */
export function sheetOf(into: Document, receipt: AnyReceipt, words: Words): HTMLElement {
  return receipt.kind === 'os-intervention-receipt'
    ? receiptSheet(into, receipt, words)
    : ticketSheet(into, receipt, words)
}
