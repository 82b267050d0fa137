/** Stands for a value, or says where it is kept. */
const placeholder =
  /^(?:\W{0,200}|x{3,}.{0,200}|[<•?{[(].{0,200}|\$(?:[{(_].{0,200}|[A-Z_]{0,200})|[%@]\w{0,200}[%@]?|(?:your|twoj|enter|insert|wpisz|podaj|change|zmien|replace|example|placeholder|redacted|masked|hidden|brak|empty|todo|!?vault|env|op:|file:|convertto|get-|new-|[~.]?\/(?:run|etc|home|var|root|opt|srv|usr|mnt|tmp)\/)[^]{0,200}|null|none|true|false|yes|no|off|nie|tak|undefined|n\/a|[\w.$>-]{1,200}\(.{0,200})$|\b(?:environ|vault|secrets?)\b[.([{]|•/i
const shout = /^(?:HASLO|PASSWORD|TOKEN)$/

/** Is this only a stand-in: dots, `<password>`, `${DB_PASS}`, a reference to a vault? */
export function isPlaceholder(value: string): boolean {
  return placeholder.test(value) || shout.test(value)
}

/** Names of the trade: addresses, paths, versions, dates, identifiers, products with a number. */
const technical =
  /^(?:[~./\\].{0,200}|[\w.-]{2,}@[\w.-]{1,200}|v?\d{1,200}\D?\d{0,200}\w{0,3}|0x.{0,200}|1pass.{0,200}|ssh-.{0,200}|.{0,200}:\/\/.{0,200}|[\da-f]{1,200}(?:-[\da-f]{1,200}){1,200}|(?:ubuntu|debian|centos|rocky|alma|rhel|win\w{0,200}|se?rve?r?|vps|php|\w{0,200}sql|mariadb|ssh|tls|sha|utf|raid|ext|db|web|node|host|user|python|java|office|outlook|kb|iphone|ed|base|cpu|fail|lib|apache|esxi|argon|ip\w|id\w{0,200}|eth|en[ps]|sd[a-z]|debug|error|ticket)[-_#.]?v?\d.{0,200})$/i
const named =
  /^(?:@[a-z\d.-]{1,60}|[\da-f]{7,60}|[\dA-F]{7,60}|[\w-]{1,60}(?:\.[\w-]{1,60}){0,9}\.[a-z]{2,5}|[A-Z\d]{1,9}\/.{0,60}|v?\d{1,9}[-.:/T][^A-SU-Z]{0,50}|[^A-Z]{1,60}\/[^A-Z]{1,60})$/

/**
 * How much a word looks like a password: 0 an ordinary word or a technical name, 1 perhaps, 2 likely (`Zima2024`,
 * `kot-Plot-42`), 3 hardly anything else (`Th3Kettle$`).
 */
export function strength(word: string): 0 | 1 | 2 | 3 {
  const body = word.replace(/[!?]{1,3}$/, '')
  if (!/^.{5,60}$/.test(word) || /[\s()[\]{}<>|"\\]|[=:]./.test(word) || !/(?:[a-z].{0,200}){3}/i.test(body))
    return 0
  if (technical.test(word) || named.test(word)) return 0
  const digit = /\d/.test(body)
  const low = /[a-z]/.test(body)
  if (word.includes('/')) return digit ? 1 : 0
  if (/.[#$%^&*!]/.test(body) && (digit || /[a-z]{2}[#$%^&*!][a-z]{2}/i.test(body))) return 3
  if (digit && /[A-Z][a-z]{2,60}[-_.&][A-Z][a-z]{2,60}/.test(body)) return 3
  if (digit && low && /[A-Z]/.test(body)) return /[@+~]/.test(body) || word !== body ? 3 : 2
  if (
    digit &&
    low &&
    (word !== body ||
      /^(?=.{8}|[a-z]{5}\d\d)(?!.{0,200}[-_.].{0,200}[-_.])(?:.{0,200}\d\d|.{0,200}[a-z]\d[a-z])/.test(body))
  )
    return 2
  return digit || /[a-z][A-Z]|[A-Za-z][-_.@][A-Za-z]/.test(body) ? 1 : 0
}

/** What stands in a text's line from here on, as far as a secret may go. */
export function lineAt(text: string, start: number): string {
  line.lastIndex = start
  return line.exec(text)?.[0] ?? ''
}

const line = /[^\r\n]{0,200}/y

/** Words that speak about a password and are none; first whole ones, then beginnings. */
const ordinary =
  /^(?:not?|n[ie]c?e?|t[aoey]|te[nj]|sam[aeo]|taki\w|jak\w?|gdzie|kto\w{0,2}|czy|co|[iuwzaos]|we|na|do|od|po|dla|przez|albo|oraz|ale|bo|sie|juz|mam?y?|moj[ae]?|wie|zna\w?|pol[eu]|tylko|za|an?|the|is|was|are|it|its|th[aie][ts]|[io]n|[ao]t|by|via|with|for|from|of|as|and|or|but|if|so|your|my|our|you|we|he|she|they|same|see|sen[dt]|ask|okay|ok|good|bad|fine|set|too|all|any|has|have|had|did|does|can|may|will|tried|nobody|nikt|ka[sz]d\w|be(?:en)?|nowhere|field|new|old|gone|lost|long|t?here|please|pls|thanks|now|jedno|command|also|only|\d{1,3}|(?:nie[adptwz]|telefon|authen|zablok|reset|unknow|what|whe|whi|who)\w{0,200}|works?|fail(?:s|ed|ure)|(?:jest|byl[oay]|zwykl|wasz|wys[ly]|podam|podal|podstaw|skopi|prze[sk]|ustaw|zmieni|zapisa|zapomni|wpis|dziala|pamieta|wygas|dobr[yez]|bledn|zle|popraw|prawid|wlasciw|powyzej|osobn|mailem|sms|later|pozniej|tajne|withh|chroni|brak|pust|domysl|wymag|odrzuc|minimum|musi|kolega|incorr|correct|inval|know|wrong|right|never|again|still|would|could|should|must|login|user|account|attach|above|below|previous|default|tempor|requir|polic|deni|error|chang|expir|missing|identical|prosz|haslo|passw|token|manager|least|prompt|hint|podpow)\w{0,4}|\w{1,200}n't|[a-z]{4,}(?:ed|ing|ly))$/i

/** Is this a word that speaks about a password? */
export function isStop(word: string): boolean {
  return ordinary.test(word)
}

/** Does a value, which stands at the head of this rest of a line, read as a sentence rather than as a secret? */
export function isOrdinary(line: string, value: string): boolean {
  if (strength(value) > 1) return false
  if (ordinary.test(value.replace(/\W{1,200}$/, ''))) return true
  const [, word = '', more] =
    /^[ \t]{1,200}([a-z']{1,200})([ \t]{1,200}[a-z])?/i.exec(line.slice(value.length)) ?? []
  if (word === '' || /[\W\d]/.test(value) || joint.test(word) || turn.test(word)) return false
  return more !== undefined || ordinary.test(word)
}

/** Words that may follow a password in its line; those at which the sentence turns from a passphrase to something else. */
const joint = /^(?:i|and|a|or|bo|then|host|port|ip|na|do|on|is|jest|no|works)$/i
const turn =
  /^(?:for|ale|but|oraz|sudo|user|login|pro[sz]\w{1,200}|please|pls|thanks|dzieki|nie|dziala\w{0,200}|still)$/i

/** Polish past and participle, where a sentence begins with its verb. */
const verb = /^\w{2,}(?:\w[aiy]l(?:[aoiy]|[ae]m)?|[ao]n[eo]|sze|uje|ore)$|^let$/i

/** The words of a passphrase, two or more up to the end of their sentence, at the head of this rest of a line. */
export function phraseAt(line: string): string | undefined {
  const found =
    /^[a-z][a-z']{0,20}(?: [a-z\d'][a-z\d'-]{0,20}){1,5}(?=[.,;)!?]|\s{0,200}$|\s(?:so|and|but|then|ale|bo)\s)/i
      .exec(line)?.[0]
      .split(' ') ?? []
  const words = found.slice(0, found.findIndex(word => turn.test(word)) >>> 0)
  return words.length < 2 || verb.test(words[0] ?? '') || words.filter(isStop).length * 3 > words.length
    ? undefined
    : words.join(' ')
}

/** A bare word without the punctuation of its sentence; `!` and `?` may be its own. */
export function trimmed(word: string): string {
  return word.replace(/(?:[.,;:"'`…]|(?<!\(.{0,80})[)\]}][!?]?){1,5}$/, '')
}
