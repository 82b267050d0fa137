import { sha256 } from '../sha256.js'
import type { AnyReceipt } from './ticket-receipt.js'
import { inspectReceipt, type ReceiptCheck } from './verify-receipt.js'

// What stands between the two is nothing that a browser runs, and holds no `<`.
const opening = '<script type="application/json" id="receipt">'
const closing = '</script>'

/** The last line of a page: the digest of all before it. */
const lastLine = /<!-- sha256 ([0-9a-f]{64}) -->\s*$/u

/**
 * Makes a page for people, without its end tags, a whole file: with the receipt's data, and the digest of everything
 * before the last line, so that a slip in what is only shown is noticed too. Whoever changes it on purpose
 * can compute that line anew: what is shown is what the data says only where a page drawn from the data is the same.
 */
export async function receiptPage(page: string, receipt: AnyReceipt): Promise<string> {
  const data = JSON.stringify(receipt, undefined, 2).replaceAll('<', '\\u003c')
  const whole = `${page}\n${opening}\n${data}\n${closing}\n</body>\n</html>\n`
  return `${whole}<!-- sha256 ${await sha256(whole)} -->\n`
}

/**
 * Checks a file's text: a receipt as JSON, or a page made by `receiptPage`.
 *
 * Never throws for what is handed over; needs a secure context.
 */
export async function checkReceiptFile(text: string): Promise<ReceiptCheck> {
  const from = text.lastIndexOf(opening)
  const isPage = from >= 0
  const data = isPage
    ? text
        .slice(from + opening.length)
        .split(closing, 1)
        .join('')
    : text
  const found = await inspectReceipt(fromJson(data))
  // A page that has lost its data was one of ours all the same.
  if (found.kind === 'not-a-receipt') return isPage ? { kind: 'changed' } : found
  return found.kind === 'intact' && isPage && !(await isAsWritten(text))
    ? { ...found, kind: 'changed' }
    : found
}

async function isAsWritten(page: string): Promise<boolean> {
  const found = lastLine.exec(page)
  return found !== null && found[1] === (await sha256(page.slice(0, found.index)))
}

function fromJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
