import { type Judged } from './found.js'
import { about, carries, joins, isTold, type Heard, type Word } from './told.js'
import { isDoubt, isPlaceholder, lineAt, strength, trimmed } from './value.js'

/** What announces a secret, in plain letters and with common slips: a password, a PIN, a token, an account, an act. */
const label =
  /^(?:\w{0,20}_(?=pass))?(?:(has(?:l[oaeu]|lem|elk?o?|l)|hslo|halso|p[aw]?s{1,2}w?o?r?d'?s?|pass(?:wd|wort|phrase|code|y|ka?)?|pasw?ord|pwd?s?|psw|fraz[aey]|phrase|(?:security|safe|memorable) (?:word|answer))|(pin(?:u|em|y)?|(?:backup|recovery|access|door|security|verification) codes?|kod\w{0,2} (?:pin|do|sms|dost\w{1,4}|zapas\w{1,4}|jednoraz\w{1,4}|od\w{3,9}))|(token\w{0,2}|klucz\w{0,2}|keys?|secret|share)|(login\w{0,2}|logowani[ae]|user(?:name)?|uzytkownik\w{0,3}|kont[aoe]|accounts?|dostep\w{0,3}|dane|[\w.+-]{1,40}@[\w-]{1,40}\.[\w.-]{1,40}|creds?|credentials?)|(root\w{0,3}|admin\w{0,11}|loguj\w{0,4}|zalog\w{1,6}|wpis\w{2,6}|probow\w{2,6}|tr(?:y|ied)|typ(?:ed?|ing)|zapisan\w|aktualn\w|ustawi\w{2,5}|zmian\w{1,3}|zmieni\w{2,4}|rcon|(?:log|sign) in|wi-?fi|now[ey]|changed))(?![a-z\d_])/i

/** The next word, with what stands between. */
const step =
  /(["'`\])]{0,3}[\s,;(*_]{0,12})((?:->|=>|[:=–—>/|-]){0,3})([\s(*]{0,12})(?:(?<=^|[\s:=(>/-])(?:"([^"\n]{1,80})"|'([^'\n]{2,80})'(?!\w))|([^\s"]{1,120}))|[^]\s{0,200}/gy

/** Words that say the same again; those that say where, and leave the hope as it is. */
const explains = /^(?:czyli|brzmi\w{0,3}|i\.?e\.?)$/i
const where = /^(?:on|in|w|z|u|o|od|do|for|of|dla)$/i

/** To pass a test, or a value on. */
const isVerb = /(?<!\w)(?:you|to|we|i|not|they|tests?|n't|will|can|would|must) pass /i

/** Does a text near a word speak of getting in? */
const context =
  /hasl|pass|p[aw]d|\bpw\b|log(?:in|ow|uj|ged| in)|zalog|kont[aou]\b|account|credent|wpis|typ[ei]|tried|prob(?:ow|uj)|unlock|dostep|pisane|aktualn|rotat|wchodz|wejd|\bpin\b|\brdp\b|\bssh\b|\bftp\b|\bvnc\b|\bipmi\b|skrzyn|mailbox|\s-p\b/gi

const hears = (what: Heard['what'], name: string, count: number, follows: boolean): Heard => ({
  what,
  name,
  follows,
  count,
  sure: false,
  doubt: false,
  colon: false,
  named: false,
  listed: false,
  done: false,
  before: '',
})

/** Secrets that sentences tell, "hasło roota to …", "login root / …", and words that are passwords by their looks. */
export function told(plain: string): readonly Judged[] {
  const found: Judged[] = []
  // "Password to" goes on with a verb in English, with a value in Polish.
  const isEnglish = /\b(?:the|is|are|you|it|and)\b/i.test(plain)
  const nearby = new Uint8Array(plain.length)
  for (const { index } of plain.matchAll(context)) nearby.fill(1, Math.max(0, index - 80), index + 120)
  let heard = hears('act', '', 99, false)
  step.lastIndex = 0
  for (let one = step.exec(plain); one !== null; one = step.exec(plain)) {
    const [, space = '', operator = '', later = '', double, single, bare = ''] = one
    const quoted = double ?? single
    if (quoted === undefined && bare === '') continue
    const value = quoted ?? trimmed(bare)
    const start = step.lastIndex - (quoted === undefined ? bare.length : quoted.length + 1)
    const line = lineAt(plain, start)
    const isPath = /^[/-]/.test(operator) && /\s$/.test(space) && later === ''
    const announced =
      quoted !== undefined || isPath
        ? undefined
        : announcement(
            isVerb.test(plain.slice(Math.max(0, start - 8), start + 5)) ? '' : line,
            heard,
            start === 0 || plain[start - 1] === '\n',
          )
    if (announced) {
      heard = announced
      step.lastIndex = start + announced.name.length
      continue
    }
    if (heard.count > (/phrase|fraz/i.test(heard.name) ? 16 : 10)) {
      const power = strength(value)
      if (power > (nearby[start] === 1 ? 1 : 2) && isReal(value, power) && !about.test(heard.before))
        found.push({ start, end: start + value.length, kind: 'password' })
      heard.before = bare
      continue
    }
    const crossed = (space + later).includes('\n')
    if (crossed && heard.count > 0 && !heard.sure) heard.count = 99
    heard.count++
    const isMinus = isPath || (space + later === '' && operator === '-')
    const isMark = operator !== '' && !isMinus && (heard.what === 'login' || !/[/|]/.test(operator))
    if (isMark && heard.count < 4 && !heard.doubt) heard.sure = true
    const account = heard.what === 'login' && !heard.named && /^[\w.@-]{2,40}(?=[/|:][^\s/])/.exec(bare)?.[0]
    if (account) {
      heard.listed = heard.sure || /^cred/i.test(heard.name)
      heard.named = true
      heard.sure = false
      step.lastIndex = start + account.length
      continue
    }
    const word: Word = {
      value,
      line,
      operator: isPath ? '' : operator,
      isQuoted: quoted !== undefined,
      isClose: !/[,;]/.test(space),
      crossed,
      power: isPath ? 0 : strength(value),
    }
    const secret = isReal(value, word.power) ? isTold(word, heard) : undefined
    if (secret !== undefined) {
      const end = start + secret.length
      found.push({ start, end, kind: heard.what === 'token' ? 'token' : 'password' })
      step.lastIndex = end
      heard.sure = false
      heard.done = true
      heard.count = Math.min(heard.count, 4)
    } else if (crossed || /^[<[*]/.test(value)) heard.count = 99
    else pass(heard, value, bare, isEnglish)
    heard.before = bare
  }
  return found
}

/** Is this the word that announces? A word for an account or a key only tells what the password before it is for. */
function announcement(line: string, heard: Heard, isFirst: boolean): Heard | undefined {
  const found = label.exec(line)
  if (found === null) return undefined
  const [name, secret, pin, token, login] = found
  const what = secret ? 'secret' : pin ? 'pin' : token ? 'token' : login ? 'login' : 'act'
  if (
    /secret|pin|token/.test(heard.what) &&
    heard.count < 8 &&
    (what === 'act' || (heard.what === 'secret' && what !== 'secret' && what !== 'pin'))
  )
    return undefined
  if (heard.what === 'login' && !heard.named && what === 'act') return undefined
  // What follows an address soon may be its password; later it's about something else.
  const isAddress = name.includes('@')
  const isAfterName = (heard.what === 'login' && heard.named) || (heard.what === 'act' && !/word/i.test(name))
  return {
    ...hears(
      what,
      name,
      isAddress ? 8 : 0,
      (isFirst && !/^(?:has|passwd)/i.test(name)) || (heard.count < 7 && isAfterName),
    ),
    named: isAddress,
  }
}

/** What a word that is no secret leaves behind. */
function pass(heard: Heard, value: string, bare: string, isEnglish: boolean): void {
  heard.done ||= value.startsWith('•')
  heard.colon = /[\w!]\)?[:=]$/.test(bare) && heard.count < 17
  // Of Polish forms "hasło to …" tells one, "hasła to …" doesn't.
  if (explains.test(value)) {
    heard.sure = true
    heard.doubt = false
  } else if (
    carries.test(value) &&
    (value !== 'to' || !(isEnglish && heard.count < 2 ? /^p/i : /^has.?[^o]$/i).test(heard.name))
  )
    heard.sure = true
  else if (!joins.test(value)) {
    if (!heard.named) heard.listed = heard.sure
    heard.named = true
    heard.sure = false
    heard.doubt ||= (isDoubt(value) && !where.test(value)) || /[.?!;]$/.test(bare)
  }
  heard.sure ||= heard.colon
  if (heard.colon && heard.what === 'login' && heard.count < 6) heard.named = false
}

function isReal(value: string, power: number): boolean {
  return /[a-z\d]/i.test(value) && !isPlaceholder(value) && (power > 1 || !value.endsWith('?'))
}
