import { places, type Judged } from './found.js'
import { isPlaceholder, isStop, isTrade, strength } from './value.js'

const word = String.raw`["']?([^\s"'(),:;<>•]{4,60}?)["']?`
/** Where a clause ends: at a mark, or before a short word. */
const end = String.raw`(?=[.,;:)!?]{0,3}\s{0,3}(?:\n|$)|[,.;)!?]{1,2}\s|\s(?:\(|(?:[a-z]{1,3}|pros\w{1,3}|please)(?!\w)))`
const secret = String.raw`(?:hasl(?:o|em|a)|passw(?:or)?d|passphrase|pw)(?!\w)`

const rules = [
  // What was asked for, typed, or told after a word that means the same again.
  String.raw`(?<!\w)(?:niech bedzie|(?:ma|powinno) byc|(?:zmien|ustaw)\w{1,6}(?: \w{2,8}){0,2} na|(?:i|we) (?:put|typed?|entered|chose|picked)|wpi(?:suje|sal[ae]m|sz\w{0,3})|(?:nowe|stare) (?:to|jest|bylo)|used to be|(?:was|it'?s|to|bylo) (?:still|always|po prostu|zawsze)|czyli|(?<=["?] )[-=]>)[ :]{1,2}${word}${end}`,
  String.raw`(?:ustaw|zmien|set|chang)\w{0,6} [^.,\n]{0,20}${secret}[^.,\n]{0,30}? (?:na|to) (?:literally |just )?${word}${end}`,
  // In brackets, after a password's name.
  String.raw`${secret}(?: [^\s.,;:()]{1,20}){0,2} \((?:hasl\w |pass\w{0,4} )?${word}[.!]?\)`,
].map(rule => new RegExp(rule, 'dgi'))
const speaks =
  /hasl|pass|\bpw\b|\bpin\b|credent|log(?:in|ow|uj|g| in)|wi-?fi|popraw|\bkod\w?\b|\bcode\b|\broot\b/i
const other =
  /(?:user|login|uzytk|name|nazw|host|dom[ae]in|port|katalog|plik|file)\w{0,5}[ :](?:\S{1,9} ){0,2}$/i

/** Values known by what is said about them: what they were set to, what was typed. */
export function asides(plain: string): readonly Judged[] {
  return rules
    .flatMap(rule => places(rule, 'password', plain))
    .filter(({ start, end }) => {
      const before = plain.slice(Math.max(0, start - 160), start)
      const isNear = speaks.test(before + plain.slice(start, start + 160))
      return isNear && isLikely(plain.slice(start, end)) && !other.test(before.slice(-30))
    })
}

const isLikely = (value: string): boolean =>
  !/^[A-Z]{2,20}$|(?:[icz]e|ach)$/.test(value) &&
  !isPlaceholder(value) &&
  !isStop(value) &&
  !isTrade(value) &&
  (strength(value) > 0 || /^[a-z][a-z!?&-]{3,30}$/i.test(value))
