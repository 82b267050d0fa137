import { not, ok, type Result } from '../result.js'

/** The kinds of file that a ticket takes: none of them is run by whoever opens it. */
export const fileKinds = ['png', 'jpeg', 'gif', 'webp', 'pdf', 'text', 'gzip', 'zip'] as const

/** What a file is by its content, whatever its name says. */
export type FileKind = (typeof fileKinds)[number]

/** Why a file's content can't be taken. */
export type ContentFlaw = 'empty' | 'not-allowed' | 'html-or-svg'

/** What stands in a file. */
export interface Content {
  readonly kind: FileKind
  /** How a text begins, at most 100,000 UTF-16 code units; empty for every other kind. */
  readonly opening: string
}

/** The media type of each kind. */
export const fileTypes: Readonly<Record<FileKind, string>> = {
  png: 'image/png',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  pdf: 'application/pdf',
  text: 'text/plain',
  gzip: 'application/gzip',
  zip: 'application/zip',
}

const longestOpening = 100_000

/** How each kind begins; a dot stands for any byte. Text begins like none of them. */
const signatures: readonly (readonly [FileKind, string])[] = [
  ['png', '\x89PNG\r\n\x1a\n....IHDR'],
  ['jpeg', '\xff\xd8\xff'],
  ['gif', 'GIF87a'],
  ['gif', 'GIF89a'],
  ['webp', 'RIFF....WEBP'],
  ['pdf', '%PDF-'],
  ['gzip', '\x1f\x8b\x08'],
  ['zip', 'PK\x03\x04'],
  ['zip', 'PK\x05\x06'],
]

/** What a file is, by its bytes alone: what begins as one of the kinds, or is text from its first byte to its last. */
export function contentOf(bytes: Uint8Array): Result<Content, ContentFlaw> {
  const known = signatures.find(([, signature]) => beginsWith(bytes, signature))
  if (known) return ok({ kind: known[0], opening: '' })
  const text = textIn(bytes)
  if (text === undefined) return not('not-allowed')
  if (text.trim() === '') return not('empty')
  return isPage(text) ? not('html-or-svg') : ok({ kind: 'text', opening: text.slice(0, longestOpening) })
}

function beginsWith(bytes: Uint8Array, signature: string): boolean {
  return (
    bytes.length >= signature.length &&
    Array.from(signature).every((sign, at) => sign === '.' || bytes[at] === sign.charCodeAt(0))
  )
}

/** UTF-8, or UTF-16 with its mark, and no character that only binary data has; `undefined` otherwise. */
function textIn(bytes: Uint8Array): string | undefined {
  const encoding = beginsWith(bytes, '\xff\xfe')
    ? 'utf-16le'
    : beginsWith(bytes, '\xfe\xff')
      ? 'utf-16be'
      : 'utf-8'
  if (encoding === 'utf-8' && bytes.includes(0)) return undefined
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes)
    return text.includes('\0') ? undefined : text
  } catch {
    return undefined
  }
}

/** The first tag of what a browser would take for a page or a drawing, where scripts run. */
const pageTag =
  /^<(?:!doctype\s+(?:html|svg)|(?:[\w-]+:)?(?:html|head|body|title|meta|link|base|script|style|iframe|frameset|object|embed|img|svg|math))(?=[\s/>])/i

/** The languages of pages and drawings, wherever in an XML file they are named. */
const pageNamespaces = ['http://www.w3.org/1999/xhtml', 'http://www.w3.org/2000/svg']

function isPage(text: string): boolean {
  const root = withoutProlog(text)
  return pageTag.test(root) || (root.startsWith('<') && pageNamespaces.some(name => text.includes(name)))
}

/** What follows the declarations and comments at the beginning; all of it where one of them never ends. */
function withoutProlog(text: string): string {
  let rest = text.trimStart()
  for (;;) {
    const end = rest.startsWith('<?') ? '?>' : rest.startsWith('<!--') ? '-->' : undefined
    const at = end === undefined ? -1 : rest.indexOf(end)
    if (end === undefined || at < 0) return rest
    rest = rest.slice(at + end.length).trimStart()
  }
}
