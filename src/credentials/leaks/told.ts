import { isOrdinary, isSpeech, isStop, isTrade, phraseAt } from './value.js'

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
  /** A value was found already. */
  done: boolean
  /** An account was named right before. */
  readonly follows: boolean
  before: string
}

/** Words that let hope last. */
export const joins =
  /^(?:byl\w|now[ey]?|new|one|teraz|sa|set|changed|zmienil\w{2}|ustawil\w{2}|na|into|nadal|still|po|prostu|takie|currently|obecnie|that|as|the|my|our|moje|details|to)$/i

/** Words that raise hope of a value. */
export const carries = /^(?:to|reads|is|are|was|bylo|brzmi\w?|czyli|jest|now|'s)$/i

/** Words after which an account or a place is named. */
const names =
  /^(?:disk|volume|for|user|account|kont\w{1,2}|uzytkownik\w{0,3}|login\w{0,2}|dla|of|do|host|jako)$/i
const alone = /^\S{1,200}(?:$|[,;.]|\s{1,200}(?:$|\(|(?:i|a|ale|and|but|pls|dzieki|sudo)\b))/

/** Words right after which something else is named than a password. */
export const about =
  /^(?:baz[aey]|database|db|user|uzytkownik|login|host|plik|file|server|serwer\w?|domen\w|instance|model|version|wersja|ticket|order|zgloszenie|nr|numer|number|typ|image|id)[:.]?$/i

/** How much of the line from this word on is a secret, after what was heard; `undefined` for nothing. */
export function isTold(word: Word, heard: Heard): string | undefined {
  const { value, power } = word
  if (
    power > 1 &&
    !(about.test(heard.before) && word.operator === '') &&
    (power > 2 || heard.what !== 'login' || heard.named)
  )
    return value
  switch (heard.what) {
    case 'pin':
      return /^\d{4,8}$|^(?=\D{0,9}\d)[a-z\d]{4,6}(?:-[a-z\d]{3,6}){1,3}$/i.test(value) &&
        (heard.sure || !heard.doubt || /^it'?s$/i.test(heard.before))
        ? value
        : undefined
    case 'token':
      if (about.test(heard.before)) return undefined
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

function isOfAccount({ value, line, operator, power }: Word, heard: Heard): boolean {
  const { named, listed, before } = heard
  if (!named) return false
  if (operator === '/' && heard.count < 4 && alone.test(line) && !isTrade(value) && !isOrdinary(line, value))
    return true
  if (/[/|:]/.test(operator)) return power > 0 || (listed && !isOrdinary(line, value))
  if (operator === '-' && listed && /^\S{1,200}(?:[,.]?$|\s\()/.test(line) && !isTrade(value))
    return !isOrdinary(line, value)
  return power > 0 && before.endsWith(',') && /\d/.test(value)
}

function isOfAct({ value }: Word, { sure, count, before }: Heard): boolean {
  const isGiven = sure || count === 1 || /^(?:na|with|to)$/i.test(before)
  return sure && /[-_.*].{0,200}[-_.*]/.test(value) ? true : isGiven && /^[a-z]{5,}\d{1,4}$/.test(value)
}

/** How Polish words end that say whose a password is, or what it opens. */
const genitive = /(?:[auyie]|ow|y?ch|[eoi]m|ami)$/i

/** A name of its own amid a sentence: "hasło Giewont", "it's Whiskers". */
const isNamed = ({ value, line }: Word): boolean =>
  /^[A-Z][a-z]{3,}[a-z\d!]{0,20}$/.test(value) && !isTrade(value) && !isOrdinary(line, value)

function ofSecret(word: Word, heard: Heard): string | undefined {
  const { value, line, operator, isQuoted, crossed, power } = word
  const { sure, doubt, colon, count, before, name } = heard
  if (doubt && colon && /phrase|fraz/i.test(name) && !crossed && phraseAt(line) === line.trim())
    return line.trim()
  if (doubt)
    return (colon || operator.startsWith('=') || /^\W?(?:it'?s|that'?s)$/i.test(before)) && power === 1
      ? value
      : undefined
  const isDirect = count === 1 && word.isClose
  const isName = names.test(before)
  if (isQuoted) {
    const speaks =
      !/^(?:brzmi|reads)/.test(before) &&
      isSpeech(/^\w{0,200}/.exec(value)?.[0] ?? '') &&
      !(sure && /phrase|fraz/i.test(name))
    const isGiven =
      (sure && (!heard.done || !/\s/.test(value))) || isDirect || (count < 5 && !/\s/.test(value))
    return !isName && !crossed && !speaks && isGiven ? value : undefined
  }
  const phrase =
    sure && !heard.done && !crossed && (operator !== '' || colon || /phrase|fraz/i.test(name))
      ? phraseAt(line)
      : undefined
  if (phrase !== undefined) return phrase
  const words = sure && !heard.done && !crossed ? (phraseAt(line)?.split(' ') ?? []) : []
  if (words.length > 2 && carries.test(heard.before) && !words.some(one => isStop(one) && /\D/.test(one)))
    return words.join(' ')
  if (/^\d{4,12}$/.test(value)) return !crossed && (sure || isDirect) ? value : undefined
  if ((crossed && line.trim() !== value) || isOrdinary(line, value) || joins.test(value)) return undefined
  const isGiven =
    (sure && (!heard.done || power > 0)) ||
    (isDirect && word.operator === '' && !name.startsWith('P') && isNamed(word)) ||
    (power === 1 && word.isClose && /[A-Z][a-z]{2,30}[-_.&](?:[a-z]{1,3}[-_.&])?[A-Z]/.test(value)) ||
    (count < 5 &&
      isTrade(before) &&
      word.isClose &&
      /^\S{1,200}(?:[,.]?$|\s\()/.test(line) &&
      /^[a-z]\w{4}/i.test(value) &&
      !genitive.test(value) &&
      !isTrade(value)) ||
    (heard.follows && isDirect && alone.test(line) && !isTrade(value)) ||
    (power === 1 && (isDirect || (count < 5 && word.isClose && /[a-z]\d/.test(value) && !isName)))
  return isGiven ? value : undefined
}
