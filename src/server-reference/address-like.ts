/** Endings that a name of three numbers and a word may have: `1.2.3.pl` is a host, `192.168.1.abc` a slip. */
const ending =
  /^(?!(.)\1$|[oil]+$)(?:[a-z]{2}|com|net|org|info|biz|edu|gov|cloud|host|online|shop|tech|dev|app)$/i

/** Signs that are taken for a digit or a dot: letters of Latin, Greek and Cyrillic, and points of all heights. */
const lookAlikes: readonly (readonly [RegExp, string])[] = [
  [/[oоοօ°]/giu, '0'],
  [/[lіιıӏі|!¡]/giu, '1'],
  [/[i]/gi, '1'],
  [/[z]/gi, '2'],
  [/[зэʒ]/giu, '3'],
  [/[sѕ]/giu, '5'],
  [/[б]/giu, '6'],
  [/[b]/gi, '8'],
  [/[gq]/gi, '9'],
  [/[·•․‧∙⋅۔,]/gu, '.'],
]
const likeColon = /[\u02d0\u02f8\u0589\u05c3\u2236\ua789]/g

/** Two colons are in no host name, and not in a host with its port either. */
export function hasTwoColons(text: string): boolean {
  return /^[^\s:]*:[^\s:]*:\S*$/.test(text)
}

/**
 * Would a browser, or a hurried reader, take it for an address? `127.1`, `010.0.0.1` and `0x7f.1` are read by URL
 * parsers as addresses that nobody meant (WHATWG URL, "ends in a number").
 */
export function isMeantAsAddress(text: string): boolean {
  // Words with a number among them, as in `VPS 2.0`.
  if (/\s/.test(text) && /\p{L}/u.test(text) && !isHexGroups(text)) return false
  return (
    endsInNumber(text) || isNumbers(text) || isHexGroups(text) || isCovered(text) || isSlip(text.split('.'))
  )
}

/** Does an address, whole or broken, stand among these words? */
export function holdsAddress(words: string): boolean {
  return (
    /\d\s?[.,]\s?\d+\s?[.,]\s?\d+\s?[.,]\s?\d/.test(words) ||
    // Three numbers: of an address where two are as long as a version's never are, or where it is called one.
    /(?<!\d)(?:\d{3}\.\d{3}\.\d{1,3}|\d{3}\.\d{1,3}\.\d{3}|\d{1,3}\.\d{3}\.\d{3})(?!\d)/.test(words) ||
    /(?<!\p{L})(?:ip|ipv4|adres\p{L}{0,2}|address)\W{1,3}\d+[.,]/iu.test(words) ||
    words.split(' ').some(word => word.split('.').length >= 4 && isMeantAsAddress(word))
  )
}

function endsInNumber(text: string): boolean {
  const labels = text.split('.')
  const last = labels.at(-1) ?? ''
  return /^0x[\da-f]*$/i.test(last) || (labels.length > 1 && /^\p{Nd}+$/u.test(last))
}

/** Numbers, and between them what isn't the dot of an address. */
function isNumbers(text: string): boolean {
  return /^\d{1,3}(?:[\s.,:;_/-]+\d{1,3}){3,}$/.test(text) || /^\d[\d\s]*[.,:;][\d\s.,:;/-]*$/.test(text)
}

/** An IPv6 address with something else for its colons or without, or a MAC address, which no engineer can reach either. */
function isHexGroups(text: string): boolean {
  if (hasTwoColons(text.replace(likeColon, ':'))) return true
  return (
    /^(?:[\da-f]{1,4}(?:[\s._-][\da-f]{1,4}){7}|[23f][\da-f]{31})$/i.test(text) ||
    (/\d/.test(text) && /^(?:[\da-f]{2}(?:[\s.-][\da-f]{2}){5}|[\da-f]{4}(?:\.[\da-f]{4}){2})$/i.test(text))
  )
}

/** An address that was covered before it was shown: `185.203.x.x`, `185.203.116.*`. */
function isCovered(text: string): boolean {
  return /\d/.test(text) && /^(?:\d{1,3}|[xny*?#_]{1,3})(?:\.(?:\d{1,3}|[xny*?#_]{1,3})){3}$/i.test(text)
}

/** Numbers of which one has a wrong sign: `192.168.1.l`, `192.168.1.1O`, `1.2.3.4x`, `46.4.1O5`. */
function isSlip(labels: readonly string[]): boolean {
  const last = labels.at(-1) ?? ''
  const before = labels.slice(0, -1)
  const numbers = before.every(label => /^\d{1,3}$/.test(label))
  if (/^xn--/i.test(last)) return false
  if (numbers && before.length === 3) return !ending.test(last)
  if (numbers && before.length === 2) return /\d/.test(last) || last.length < 2
  return isDrawnLikeAddress(labels.join('.'))
}

/** Is it an address once its look-alikes are read as digits, and mostly digits already? */
function isDrawnLikeAddress(text: string): boolean {
  const digits = text.match(/\d/g)?.length ?? 0
  const read = lookAlikes.reduce((drawn, [like, digit]) => drawn.replace(like, digit), text)
  return /^\d{1,4}(?:\.+\d{1,4}){3}$/.test(read) && digits * 2 >= read.replaceAll('.', '').length
}
