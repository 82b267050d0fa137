import { type Judged } from './found.js'
import { isOrdinary, isPlaceholder, lineAt, phraseAt, trimmed } from './value.js'

/** The name of a setting with its closing quote or tag, an operator, the quote of the value; all in plain letters. */
const assignment =
  /((?:login|use?r\w{0,4}|e-?mail|konto|account)[ \t]?(?:i|and|oraz|[/&+,])[ \t]?)?(?<!by|com|ssh|existing)(?:pass(?:w(?:or)?d|wort|phrase|code)?|pwd|(?<![a-z])(?:pass?w|psw|pw|pin|psk|hs\.?(?=:))|haslo|secret|token|(?<=["'_])auth(?=["'=])|[jp]\w{0,3}sessid|jsessionid|(?:api|access|auth|secret|account|private|encryption|app|shared|license|service|signing|client|storage|webhook|master)[_ -]?(?:access[_ -]?)?key)(?:[_-]?(?:\d{1,2}|base|prod|dev|test|old|new|value|admin|root|db))?(?: (?:do|dla|na|for|of|on) [\w.-]{2,20}(?=[:=]))?(?:["'`\]*]{0,3}[ \t]{0,20}(?:\[\w{0,20}\])?(=>|[:=]{1,2}|\.{4,40}|(?<=<[\w.:]{0,30})>(?:\s{0,20}<value>)?)|["'](?<=\(\s{0,2}["'][\w.-]{1,40}["'])(,)|["']?[\s,]{1,20}value ?[=:])[ \t]{0,20}(?:\*\* )?(["'`]?)/gi

/** A name at the head of its line. */
const setting = /(?:^|\n)[ \t]{0,200}[\w.-]{0,200}$/

/** Where a bare value ends within its line: at a blank, a closing quote, the next setting of a list. */
const end =
  /[\s"`]|[;&,?](?=$|["']|\w{1,40}=|;?[\w -]{1,40}=[^=]{0,200};|[a-z]\w{1,20}:)|'(?:[\s,;)\]}]|$)|<(?:\/|br)|\\[nr](?!\w)|$/i

/** Values of settings and of what is filled in: `DB_PASSWORD=…`, `"pwd": "…"`, `passwd: …`. */
export function assigned(plain: string): readonly Judged[] {
  return [...plain.matchAll(assignment)].flatMap((match): readonly Judged[] => {
    const { 0: whole, 1: login, 2: operator = '', 3: comma, 4: quote = '', index } = match
    const label = index + whole.length
    const rest = lineAt(plain, label)
    // "login and password: admin / …": the second one.
    const first =
      login === undefined ? '' : (/^[\w.@-]{1,60}[ \t]?[ /|:,;][ \t]?(?=\S)/.exec(rest)?.[0] ?? '')
    const start = label + first.length
    const line = rest.slice(first.length)
    const close = quote === '' ? -1 : line.search(new RegExp(`${quote}(?!\\w)`))
    const isQuoted = close > 0
    const isSetting =
      operator.startsWith('>') ||
      (operator.startsWith('=') && setting.test(plain.slice(Math.max(0, index - 40), index)))
    const bare = line.slice(0, line.search(operator.startsWith('>') ? /<|$/ : end))
    const phrase = isQuoted || isSetting ? undefined : phraseAt(line)
    const value = isQuoted ? line.slice(0, close) : (phrase ?? (isSetting ? bare : trimmed(bare)))
    const isToken = /secret|token|key|sess|auth/i.test(whole)
    const isNone =
      (comma !== undefined && !isQuoted) ||
      isPlaceholder(value) ||
      (isToken && !/^(?=.{0,200}[\d_+/=-]).{8}|^\S{16}/.test(value)) ||
      ((/^[:.]/.test(operator) || (!isSetting && whole.endsWith(' = '))) &&
        phrase === undefined &&
        isOrdinary(line, value))
    return [
      { start, end: isNone ? start : start + value.length, kind: isToken ? 'token' : 'password' },
      { start: label, end: start, kind: 'harmless' },
    ]
  })
}
