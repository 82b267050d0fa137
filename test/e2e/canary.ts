import { randomBytes } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'

const WATCHER = fileURLToPath(new URL('watcher.js', import.meta.url))

/** As many of its first and last characters give a password away. */
const TELLING = 8

/** A password that stands nowhere else, of plain characters. */
export function plainCanary(): string {
  return `${randomBytes(12).toString('base64url')}!`
}

/** One of blanks at both ends, accents of their own (NFD), other scripts and emoji. */
export function awkwardCanary(): string {
  const odd = ['ż', 'n\u0301', 'e\u0328', '🔑', '👩‍🚒', 'ß', 'Ж', '"', '\\', '<', '&', '%', '日']
  const picked = Array.from(randomBytes(20), byte => odd[byte % odd.length] ?? '')
  return `  ${picked.slice(0, 10).join('')}${randomBytes(6).toString('hex')}${picked.slice(10).join('')} \u00a0`
}

/** What a secret may be dressed as. */
const dresses: Readonly<Record<string, (secret: string) => readonly string[]>> = {
  plain: secret => [secret, secret.normalize('NFC'), secret.normalize('NFD')],
  reversed: secret => [[...secret].reverse().join(''), secret.split('').reverse().join('')],
  base64: secret => inBase64(Buffer.from(secret)),
  base64url: secret => inBase64(Buffer.from(secret)).map(asUrl),
  hex: secret => [Buffer.from(secret).toString('hex')],
  percent: secret => [Buffer.from(secret).toString('hex').replace(/../g, '%$&')],
  'JSON-escaped': secret => [JSON.stringify(secret).slice(1, -1), escaped(secret, '\\u')],
  'HTML-escaped': inHtml,
  'UTF-16': secret => [Buffer.from(secret, 'utf16le').toString('latin1')],
  'UTF-16 in hex': secret => wide(secret).map(bytes => bytes.toString('hex')),
  'UTF-16 in base64': secret => wide(secret).flatMap(inBase64),
}

/** The names of the dresses. */
export const dressNames = Object.keys(dresses)

/** The secret in one of the dresses, as a leak would show it. */
export function dressed(secret: string, dress: string): string {
  const [first = ''] = dresses[dress]?.(secret) ?? []
  return first
}

/** A place and a text that stands there. */
export type Found = readonly [place: string, text: string]

/** Where a secret stands, and in which dress: its whole, or no more than its beginning or its end. */
export function leaks(secret: string, everything: readonly Found[]): readonly string[] {
  const characters = [...secret.trim()]
  const telling = [characters.slice(0, TELLING).join(''), characters.slice(-TELLING).join('')]
  const needles = Object.entries(dresses).flatMap(([dress, wear]) =>
    telling.flatMap(piece => wear(piece).map(needle => [dress, needle] as const)),
  )
  const found = everything.flatMap(([place, text]) => {
    const haystacks = [text, text.toLowerCase(), unpercented(text)]
    return needles.flatMap(([dress, needle]) =>
      haystacks.some(haystack => haystack.includes(needle)) ? [`${dress} in ${place}`] : [],
    )
  })
  return [...new Set(found)].sort()
}

/** Looks at everything that a page lets out. */
export interface Watch {
  /** All that stands anywhere now, and all that went out since the beginning. */
  everything(): Promise<readonly Found[]>
}

/** Begins to watch a page; before it loads anything. */
export async function watch(page: Page): Promise<Watch> {
  const outside: Found[] = []
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.addInitScript({ path: WATCHER })
  page.on('console', message => outside.push(['the console', message.text()]))
  page.on('pageerror', error => outside.push(['an error', `${error.message} ${error.stack ?? ''}`]))
  page.on('request', request => {
    const headers = Object.entries(request.headers()).flat().join(' ')
    outside.push(['a request', `${request.url()} ${headers}`])
    const body = request.postDataBuffer()
    if (body) outside.push(['a request', body.toString()], ['a request', body.toString('latin1')])
  })
  return {
    async everything() {
      const inside = await page.evaluate<Found[]>('everything()')
      return [...inside, ...outside]
    },
  }
}

/** The base64 of bytes wherever in a stream they begin: only what doesn't hang on their neighbours. */
function inBase64(bytes: Uint8Array): readonly string[] {
  return [0, 1, 2].map(offset => {
    const whole = Buffer.concat([Buffer.alloc(offset), bytes])
    const begin = Math.ceil((offset * 8) / 6)
    return whole.toString('base64').slice(begin, Math.floor((whole.length * 8) / 6))
  })
}

const asUrl = (text: string) => text.replaceAll('+', '-').replaceAll('/', '_')

function wide(secret: string): readonly Buffer[] {
  const little = Buffer.from(secret, 'utf16le')
  return [little, Buffer.from(little).swap16()]
}

function escaped(secret: string, mark: string): string {
  return secret
    .split('')
    .map(unit => (/[ -~]/.test(unit) ? unit : mark + unit.charCodeAt(0).toString(16).padStart(4, '0')))
    .join('')
}

function inHtml(secret: string): readonly string[] {
  const inText = secret.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
  const spaced = inText.replaceAll('\u00a0', '&nbsp;')
  return [inText, spaced, spaced.replaceAll('"', '&quot;')]
}

/** Percent signs undone, so that it doesn't matter which characters were written so. */
function unpercented(text: string): string {
  return text.replace(/(?:%[\da-f]{2})+/gi, run => Buffer.from(run.replaceAll('%', ''), 'hex').toString())
}
