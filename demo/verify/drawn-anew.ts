import { wordsFor } from '../../locales/index.js'
import { receiptHtml } from '../../components/receipt/download.js'
import type { AnyReceipt } from '../../src/index.js'

/**
 * Is a page what is made of its data here and now? Its last line can be computed anew by anybody, so nothing is believed
 * of what it shows.
 *
 * "No" for a page of another version, or with times of another zone, too.
 */
export async function isDrawnFrom(receipt: AnyReceipt, page: string): Promise<boolean> {
  const [, language] = /^<!doctype html>\n<html lang="(en|pl)">\n/.exec(page) ?? []
  const [, title] = /\n<title>([\p{L}\p{N}._-]{1,200})<\/title>\n/u.exec(page) ?? []
  if (language === undefined || title === undefined) return false
  const drawn = await receiptHtml(receipt, wordsFor(language === 'pl' ? 'pl' : 'en'), title)
  return shell(await drawn.text()) === shell(page)
}

/** All but the data, whose own checksum was looked at (its keys may stand in another order), and the last line. */
function shell(page: string): string {
  return page
    .replace(/(<script type="application\/json" id="receipt">\n)[^<]*(<\/script>)/, '$1$2')
    .replace(/<!-- sha256 [0-9a-f]{64} -->\s*$/, '')
}
