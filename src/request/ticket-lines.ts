import type { Wording } from '../policy/policy.js'

/** What the ticket needs of the words in the provider's language. */
export interface TicketWords {
  say(key: string, values?: Readonly<Record<string, string | number>>): string
  wording(label: Wording | undefined, key: string): string
  /** Date and time with its zone; `time` in epoch milliseconds. */
  moment(time: number): string
}

/** What the lines after it are about. */
export function heading(words: TicketWords, key: string): string {
  return `${words.say(`ticket.${key}`)}:`
}

/** One fact on one line. */
export function line(words: TicketWords, key: string, value: string): string {
  return `${heading(words, key)} ${onOneLine(value)}`
}

/** One of several. */
export function item(text: string): string {
  return `- ${onOneLine(text)}`
}

/** Line breaks and controls of a value, made visible: a name or a version of a system can't begin a line of the block. */
function onOneLine(value: string): string {
  return value.replace(
    /[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}]/gu,
    control => `\\u{${control.codePointAt(0)?.toString(16) ?? ''}}`,
  )
}

/** Whatever some system, terminal or language takes for the end of a line. */
const lineBreak = /\r\n|[\n\v\f\r\x1c-\x1e\x85\u2028\u2029]/gu

/**
 * The customer's text with a mark before each of its lines, so that none of them reads as a line of the block; without
 * the marks it is as typed, line breaks included.
 *
 * The mark is a bar: ticket systems fold or cut lines that begin with `>` as a quoted mail, and drop blanks.
 */
export function marked(text: string): string {
  return `| ${text.replace(lineBreak, end => `${end}| `)}`
}
