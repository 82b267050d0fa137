/** Stands for a value, or says where it is kept. */
const placeholder =
  /^(?:\W{0,200}|x{3,}.{0,200}|[<•?{[(].{0,200}|\$(?:[{(_].{0,200}|[A-Z_]{0,200})|[%@]\w{0,200}[%@]?|(?:(?:imie|first)[._]|(?![a-z]{2,9}\d)(?:your|twoj|enter|insert|wpisz|podaj|change|zmien|replace|example|placeholder|redacted|masked|hidden|brak|empty|todo|!?vault|env|op:|file:|convertto|get-|new-|[~.]?\/(?:run|etc|home|var|root|opt|srv|usr|mnt|tmp)\/))[^]{0,200}|null|none|process\..{0,200}|\s.{0,200}|true|false|yes|no|off|nie|tak|undefined|n\/a|[\w.$>-]{1,200}\(.{0,200})$|\b(?:environ|vault|secrets?)\b[.([{]|•/i
const shout = /^(?:HASLO|PASS\w{0,4}|TOKEN|PWD|SECRET|KEY)$/

/** Is this only a stand-in: dots, `<password>`, `${DB_PASS}`, a reference to a vault? */
export function isPlaceholder(value: string): boolean {
  return placeholder.test(value) || shout.test(value)
}

/** Names of the trade: addresses, paths, versions, dates, identifiers, products with a number. */
const technical =
  /^(?:fritz.{0,20}|[~./\\].{0,200}|[\w.-]{2,}@[\w.-]{1,200}|v?\d{1,200}\D?\d{0,200}\w{0,3}|0x.{0,200}|1pass.{0,200}|ssh-.{0,200}|.{0,200}:\/\/.{0,200}|[\da-f]{1,200}(?:-[\da-f]{1,200}){1,200}|(?:ubuntu|debian|centos|rocky|alma|rhel|win\w{0,200}|se?rve?r?|vps|php|\w{0,200}sql|mariadb|ssh|tls|sha|utf|raid|ext|db|web|node|host|user|python|java|office|outlook|kb|iphone|ed|base|cpu|fail|lib|apache|esxi|argon|ip\w|id\w{0,200}|eth|en[ps]|sd[a-z]|debug|error|ticket)[-_#.]?v?\d.{0,200})$/i
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

/** What a password is for, and other names of the trade. */
const trade =
  /^(?:root|admin|baz|panel|klient|kont|poczt|manager|recovery|gener|windows|g?mail|google|word|office|bios|ipmi|rdp|ssh|s?ftp|\w{0,7}sql|plesk|cpanel|ubuntu|linux|wi-?fi|vpn|php|redis|docker|domen|domain|serv|serw|field|http|imap|smtp|rout|strony|sklep|dysk|zip|mail|vps)/i

/** Is this a word of the trade rather than a value? */
export const isTrade = (word: string): boolean => trade.test(word)

/** Words that speak about a password and are none: whole ones, then beginnings. */
const ordinary =
  /^(?:[a-z]{1,3}|ni[ce]{2}|sam[aeo]|taki\w|jak\w{1,4}|gdzie|kto\w{1,2}|przez|albo|oraz|mamy|moj[ae]|zna\w|pol[eu]|tylko|t[hw]\w{2}|after|before|during|upon|under|over|into|onto|since|until|once|with\w{0,3}|from|your|same|sen[dt]|okay|exit|kart[ce]\w{0,4}|cokol\w{1,4}|good|fine|have|does|will|tried|nobody|nikt|ka[sz]d\w|been|nowhere|field|gone|lost|long|there|here|please|thanks|jedno|command|also|only|split|kept|held|stuck|keys|\d{1,3}|(?:nowe|nie[adptwz]|telefon|authen|zablok|reset|unknow|what|whe|whi|who|some|any|every)\w{0,200}|works?|fail(?:s|ed|ure)|(?:jest|byl[oay]|zwykl|wasz|wys[ly]|podam|podal|podstaw|skopi|prze[sk]|ustaw|zmieni|zapisa|zapomni|wpis|dziala|pamieta|wygas|dobr[yez]|bledn|zle|popraw|prawid|wlasciw|powyzej|osobn|mailem|sms|later|pozniej|tajne|withh|chroni|brak|pust|domysl|wymag|odrzuc|minimum|musi|kolega|incorr|correct|inval|know|wrong|right|never|again|still|would|could|should|must|login|user|account|attach|above|below|previous|default|tempor|requir|polic|deni|error|chang|expir|missing|identical|prosz|haslo|passw|token|manager|least|prompt|hint|podpow|confirm|strong|weak|short|simpl|eas[iy]|hard|secur|safe|unique|random|empty|blank|case|plain|problem|hash|slab|moc[nu]|siln|trudn|prost|krot|dlug|bezpiecz|losow|znan|inn[aey]|rozn|jasn|oczywi|potrzeb|koniecz|aktualn|obecn|poprzed|wygener|kopiow|stron|wielk|duz|option|serio|norm|writ|giv|shown|hid|tak|mism|valid|accept|reject|enter)\w{0,6}|\w{1,200}(?:n't|'\w{1,2})|adres\w{0,2}|imie|nazw\w{1,3}|name|[a-z]{4,}(?:ed|ing|ly|less|able))$/i

/** Polish forms of verbs and adjectives in which one speaks of what was done to a password, or how it is. */
const form =
  /^[a-z]{3,}(?:[aiy]l[ae]m|[aiy]l(?:ismy|ysmy|iscie)|[aeo][wn]an[aeoy]|[ao]ne|uj[ea]\w{0,2}|sze|[cdlrtwz]ne|owe|[ao]wac|[a-z]n(?:ego|emu|ych|ej)|[lnw]ie)$/

/** Is this a word that speaks about a password? */
export function isStop(word: string): boolean {
  return ordinary.test(word) || form.test(word)
}

/** Does a text in quotes or a phrase begin as speech does? */
export function isSpeech(word: string): boolean {
  return ordinary.test(word) && !content.test(word)
}

/** Is this a word after which a sentence speaks about a password, so that no value follows? */
export function isDoubt(word: string): boolean {
  return ordinary.test(word) && !/^(?:user|login|account|both|all)/i.test(word)
}

/** Does a value, which stands at the head of this rest of a line, read as a sentence rather than as a secret? */
export function isOrdinary(line: string, value: string): boolean {
  if (strength(value) > 1) return false
  if (isStop(value.replace(/\W{1,200}$/, ''))) return true
  const [, word = '', more] =
    /^[ \t]{1,200}([a-z']{1,200})([ \t]{1,200}[a-z])?/i.exec(line.slice(value.length)) ?? []
  if (word === '' || /[\W\d]/.test(value) || joint.test(word) || turn.test(word)) return false
  return more !== undefined || isStop(word)
}

/** Words that may follow a password in its line; those at which the sentence turns from a passphrase to something else. */
const joint =
  /^(?:[a-z]{1,3}|then|host|port|jest|works|przez|zeby|wiec|kt[oó]r\w{1,3}|with|from|because|which|since|until|when|dalej|tylko|only)$/i
const turn =
  /^(?:for|ale|but|oraz|sudo|user|login|pro[sz]\w{1,200}|please|pls|thanks|dzieki|nie|dziala\w{0,200}|still)$/i

/** Polish past and participle, where a sentence begins with its verb. */
const verb = /^\w{2,}(?:\w[aiy]l(?:[aoiy]|[ae]m)?|[ao]n[eo]|sze|uje|ore)$|^let$/i

/** Short words that are more than particles. */
const content =
  /^(?:(?!the|is|it|not|nie|sie|was|are|for|ale|but|and|you|jak|co|do|na|to)[a-z]{2,3}|\d{1,9})$/i

/** The words of a passphrase, two or more up to the end of their sentence, at the head of this rest of a line. */
export function phraseAt(line: string): string | undefined {
  const found =
    /^[a-z][a-z']{0,20}(?: [a-z\d'][a-z\d'-]{0,20}){1,5}(?=[.,;)!?]|\s{0,200}$|\s(?:so|and|but|then|ale|bo)\s)/i
      .exec(line)?.[0]
      .split(' ') ?? []
  const words = found.slice(0, found.findIndex(word => turn.test(word)) >>> 0)
  return words.length < 2 ||
    isSpeech(words[0] ?? '') ||
    /^[a-z]$/i.test(words.at(-1) ?? '') ||
    verb.test(words[0] ?? '') ||
    words.filter(one => isStop(one) && !content.test(one)).length * 3 > words.length
    ? undefined
    : words.join(' ')
}

/** A bare word without the punctuation of its sentence; `!` and `?` may be its own. */
export function trimmed(word: string): string {
  return word.replace(/(?:[.,;:"'`…]|(?<!\(.{0,80})[)\]}][!?]?){1,5}$/, '')
}
