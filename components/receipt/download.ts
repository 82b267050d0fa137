import type { Words } from '../../locales/index.js'
import { receiptPage, type AnyReceipt } from '../../src/index.js'
import { sheetOf } from './any-sheet.js'
import { sheetStyles } from './sheet.styles.js'

/** A file that opens anywhere, runs nothing, loads nothing, and holds the receipt's data for whoever checks it. */
export async function receiptHtml(receipt: AnyReceipt, words: Words, title: string): Promise<Blob> {
  const sheet = new XMLSerializer().serializeToString(sheetOf(document, receipt, words))
  const page = [
    '<!doctype html>',
    `<html lang="${words.language}">`,
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${title}</title>`,
    `<style>${sheetStyles}</style>`,
    '</head>',
    '<body>',
    sheet,
  ]
  return new Blob([await receiptPage(page.join('\n'), receipt)], { type: 'text/html' })
}

/** The data alone, indented for people. */
export function receiptJson(receipt: AnyReceipt): Blob {
  return new Blob([JSON.stringify(receipt, undefined, 2), '\n'], { type: 'application/json' })
}
