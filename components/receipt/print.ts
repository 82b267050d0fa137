import type { Words } from '../../locales/index.js'
import type { AnyReceipt } from '../../src/index.js'
import { sheetOf } from './any-sheet.js'
import { sheetStyles } from './sheet.styles.js'

/**
 * Prints the receipt alone, from a document of its own: an element can't hide the page that it stands on.
 *
 * The style sheet is made in that document's realm, which a strict policy doesn't forbid.
 */
export function printReceipt(receipt: AnyReceipt, words: Words, title: string): void {
  const frame = document.createElement('iframe')
  frame.title = title
  frame.tabIndex = -1
  frame.setAttribute('aria-hidden', 'true')
  // Out of sight, and yet rendered: what isn't is printed as an empty page.
  Object.assign(frame.style, { position: 'fixed', top: '0', width: '1px', height: '1px', opacity: '0' })
  // Firefox exchanges the first document for another one, and then tells that it has loaded.
  frame.addEventListener('load', () => {
    const { contentDocument } = frame
    const realm = contentDocument?.defaultView
    if (!contentDocument || !realm) return
    const styles = new realm.CSSStyleSheet()
    styles.replaceSync(sheetStyles)
    contentDocument.adoptedStyleSheets = [styles]
    contentDocument.documentElement.lang = words.language
    contentDocument.title = title
    contentDocument.body.append(sheetOf(contentDocument, receipt, words))
    realm.addEventListener('afterprint', () => {
      // Some browsers say so as soon as their dialog opens, and still draw from the document.
      setTimeout(() => {
        frame.remove()
      }, 1_000)
    })
    realm.print()
  })
  document.body.append(frame)
}
