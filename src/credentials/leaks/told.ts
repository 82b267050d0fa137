import { isOrdinary, isStop, phraseAt } from './value.js'

/** A word of a text, with what stands before it. */
export interface Word {
  readonly value: string
  /** The rest of its line, the word included. */
  readonly line: string
  readonly operator: string
  readonly isQuoted: boolean
  /** Nothing but blanks parts it from the word before. */
  readonly isClose: boolean
  /** A new line does. */
  readonly crossed: boolean
  readonly power: 0 | 1 | 2 | 3
}

/** What the words before have announced, and how far that was; changes from word to word. */
export interface Heard {
  readonly what: 'secret' | 'pin' | 'token' | 'login' | 'act'
  readonly name: string
  /** Words since then; above ten it is forgotten. */
  count: number
  /** The next word should be the value; after a colon even in a sentence that raised doubt. */
  sure: boolean
  colon: boolean
  /** The sentence speaks about a password. */
  doubt: boolean
  /** The account's name has passed; it stood after a colon. */
  named: boolean
  listed: boolean
  /** An account was named right before. */
  readonly follows: boolean
  before: string
}

/** Words that let hope last. */
export const joins =
  /^(?:byl\w|now[ey]?|new|one|teraz|sa|set|changed|zmienil\w{2}|ustawil\w{2}|na|into|nadal|still|po|prostu|takie|currently|obecnie|that|as|the|my|our|moje|details|to)$/i

/** Words after which an account or a place is named. */
const names = /^(?:for|user|account|kont\w{1,2}|uzytkownik\w{0,3}|login\w{0,2}|dla|of|do|host|jako)$/i
const alone = /^\S{1,200}(?:$|[,;.]|\s{1,200}(?:$|\(|(?:i|a|ale|and|but|pls|dzieki|sudo)\b))/

/** What a password is for, where it stands right after the word. */
const purpose =
  /^(?:root|admin|serw|baz|panel|ftp|ssh|rdp|mysql|klient|kont|poczt|manager|recovery|hint|gener)/i

/** How much of the line from this word on is a secret, after what was heard; `undefined` for nothing. */
export function isTold(word: Word, heard: Heard): string | undefined {
  const { value, power } = word
  if (power > 2 || (power > 1 && (heard.what !== 'login' || heard.named))) return value
  switch (heard.what) {
    case 'pin':
      return /^\d{4,8}$|^(?=\D{0,9}\d)[a-z\d]{4,6}(?:-[a-z\d]{3,6}){1,3}$/i.test(value) &&
        (heard.sure || !heard.doubt)
        ? value
        : undefined
    case 'token':
      return /^(?=\D{0,60}\d)[a-z\d]{24,99}$|^[\dA-F]{24,99}$|^(?=.{0,99}\d)(?=.{0,99}[a-z])(?=.{0,99}[A-Z])[\w+][\w+/=.-]{15,99}$|^[A-Z\d]{4,6}(?:-[A-Z\d]{4,6}){3,}$/.test(
        value,
      )
        ? value
        : undefined
    case 'login':
      return isOfAccount(word, heard) ? value : undefined
    case 'act':
      return power === 1 && !heard.doubt && isOfAct(word, heard) ? value : undefined
    case 'secret':
      return ofSecret(word, heard)
  }
}

function isOfAccount({ value, line, operator, power }: Word, { named, listed, before }: Heard): boolean {
  if (!named) return false
  if (/[/|:]/.test(operator)) return power > 0 || (listed && !isOrdinary(line, value))
  return power > 0 && before.endsWith(',') && /\d/.test(value)
}

function isOfAct({ value }: Word, { sure, count, before }: Heard): boolean {
  const isGiven = sure || count === 1 || /^(?:na|with|to)$/i.test(before)
  return sure && /[-_.*].{0,200}[-_.*]/.test(value) ? true : isGiven && /^[a-z]{5,}\d{1,4}$/.test(value)
}

function ofSecret(word: Word, heard: Heard): string | undefined {
  const { value, line, operator, isQuoted, crossed, power } = word
  const { sure, doubt, colon, count, before, name } = heard
  if (doubt) return colon && power === 1 ? value : undefined
  const isDirect = count === 1 && word.isClose
  const isName = names.test(before)
  if (isQuoted) {
    const speaks = isStop(/^\w{0,200}/.exec(value)?.[0] ?? '') && !(sure && /phrase|fraz/i.test(name))
    const isGiven = sure || isDirect || (count < 5 && !/\s/.test(value))
    return !isName && !crossed && !speaks && isGiven ? value : undefined
  }
  const phrase =
    sure && !crossed && (operator !== '' || colon || /phrase|fraz/i.test(name)) ? phraseAt(line) : undefined
  if (phrase !== undefined) return phrase
  if (/^\d{4,12}$/.test(value)) return !crossed && (sure || isDirect) ? value : undefined
  if ((crossed && line.trim() !== value) || isOrdinary(line, value) || joins.test(value)) return undefined
  const isGiven =
    sure ||
    (heard.follows && isDirect && alone.test(line) && !purpose.test(value)) ||
    (power === 1 && (isDirect || (count < 5 && word.isClose && /[a-z]\d/.test(value) && !isName)))
  return isGiven ? value : undefined
}
