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
