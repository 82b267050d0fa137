import { systemNames, typeNames } from './system-names.js'

/** Something that was recognized in a text, and the words that say it, in UTF-16 units. */
export interface Recognized<T extends string> {
  readonly value: T
  readonly span: { readonly start: number; readonly end: number }
}

/** What a text says about the server; what it doesn't say, or not clearly, is absent. */
export interface RecognizedSystem {
  /** As people write it: "Debian 11", "Windows Server 2022". */
  readonly operatingSystem?: Recognized<string>
  readonly serverType?: Recognized<'dedicated' | 'vps'>
}

interface Mention<T extends string> extends Recognized<T> {
  /** Does the clause speak of a server? */
  readonly isServers: boolean
}

/** A text that says it more often is a log, or hostile. */
const mostMentions = 40

/** A name with its Polish endings, and its version; not in a path, an address, a package's version or a count. */
const mentionOf = (words: string, version?: string, isNeeded?: true): RegExp => {
  const numbered =
    version &&
    `(?: gnu/linux)?(?:[ -]?(${version})(?:\\.\\d{1,4}){0,2}(?: lts)?(?![\\p{L}\\d]|[.-]\\d| ?(?:%|min|godz|hour|[gt]b|day|dni|os[oó]b|user|time|raz)))${isNeeded ? '' : '?'}`
  return new RegExp(
    `(?<![\\p{L}\\d_.@/-])(?:${words})(?:-?(?:[aiuys]|[iz]?e|i?em|owi|[oó]w|om|ach))?${numbered ?? ''}(?![\\p{L}\\d_@/]|[-.][\\p{L}\\d]|:\\S)`,
    'giu',
  )
}

const systems = systemNames.map(([name, ...said]) => [name, mentionOf(...said)] as const)
const types = typeNames.map(([type, words]) => [type, mentionOf(words)] as const)

const clauseEnd = /[.!?;](?=\s|$)|[\n)]|,(?! (?:which|kt[óo]r))| (?:but|ale|while) /

/** Whose the machine is that a clause speaks of. */
const machines =
  /(ser[vw]er|vps|dedyk|dedicated|maszyn|\bbox)|laptop|lap[ek]{1,2}|notebook|macbook|\bpcs?\b|komputer|computer|workstation|w domu|at home|w kontenerze|container with|docker image|\bwsl/giu

/** What may stand between a word that decides and the name. */
const between =
  '(?:(?:an?|the|my|me|any|our|jest|s[ąa]|to|mam|ma|by[łl]|o|na|z|with|on|is|be|runs?|has|running|using|mi|nam|zwyk[łl]y|now[yaeą]|new|clean|fresh|czyst\\p{L}{1,3}|system|server|serwer\\p{L}{0,2}|machine|maszyn\\p{L}) ){0,4}¦'

/** Negated, of the past, or another server. */
const denied = new RegExp(
  `(?:n[’']t|(?:^|[^\\p{L}])(?:nie|not?|nor|never|without|instead of|rather than|ani|bez|zamiast|previously|used to|kiedy[śs]|wcze[śs]niej|other|another|second|inn\\p{L}{1,3}|drug\\p{L}{1,3}|poprzedni\\p{L}{0,2}|maintenance)) ${between}`,
  'iu',
)
const shopping =
  /how much|\bprices?\b|kosztuj|\bcen(?:[aęy]|ie)\b|wycen|interesuje|\b(?:i|we|to) (?:buy|order)|zamawiam|zam[óo]wi[łl]|chc\p{L}{1,5} (?:kupi|zam)/iu

/** Of a system alone: to be installed, a user's name, where somebody sits: "z windowsa"; "z Windowsem" is what a server has. */
const elsewhere = new RegExp(
  `(?:^|[^\\p{L}])(?:(?:re)?install(?:ing)?|(?:za|prze)?instal(?:acj\\p{L}{1,2}|owa[ćc]|uj\\p{L}{0,3})|wgra[ćc]|postawi[ćc]|in as|user|jako|u[żz]ytkownik|from|[łl][ąa]cz[ęey] si[ęe]) ${between}|(?:^|[^\\p{L}])z (?:\\p{L}{1,12} )?¦(?!fedor)\\p{L}{1,12}a$`,
  'iu',
)

/** What the system is to be changed to. Once it has been, that is what runs. */
const change =
  /(?<!\bafter (?:\p{L}{1,5} )?|\bpo )\b(?:upgrade|update|migrat\p{L}{1,3}|switch|reinstall|przeinstal\p{L}{1,6}|migracj\p{L}|aktualiz\p{L}{1,6})(?: [\p{L}\d.]{1,14}){0,4} (?:to|do|na|with) ¦/iu

/**
 * The operating system and the type of server that a free text tells, in Polish or English, inflected, with or without
 * diacritics.
 *
 * Nothing where it is about another machine, negated, wished for or asked the price of, and nothing where two different
 * ones stand there and none of them alone is called the server's. Linear; only the first mentions count.
 */
export function recognizeSystem(text: string): RecognizedSystem {
  const operatingSystem = agreed(
    systems.flatMap(([name, words]) =>
      mentions(text, words, [denied, elsewhere, change], version =>
        version === undefined ? name : `${name} ${tidy(version)}`,
      ),
    ),
  )
  const serverType = agreed(types.flatMap(([type, words]) => mentions(text, words, [denied], () => type)))
  return { ...(operatingSystem && { operatingSystem }), ...(serverType && { serverType }) }
}

/** "2204" is said for 22.04, "2012r2" for 2012 R2. */
function tidy(version: string): string {
  return version.replace(/ ?r/i, ' R').replace(/^([12]\d),?(04|10)$/, '$1.$2')
}

function mentions<T extends string>(
  text: string,
  words: RegExp,
  signs: readonly RegExp[],
  valueOf: (version: string | undefined) => T,
): readonly Mention<T>[] {
  return Array.from(text.matchAll(words))
    .slice(0, mostMentions)
    .flatMap(({ 0: said, 1: version, index: start }) => {
      const end = start + said.length
      const value = valueOf(version)
      const isServers = isOfServer(text, start, end, signs)
      // Of those without a server's name: they are what people sit at, unless they say otherwise.
      const isOurs = /^Windows \d/.test(value) ? isServers === true : isServers !== false
      return isOurs ? [{ value, span: { start, end }, isServers: isServers === true }] : []
    })
}

/** Does the clause around this place speak of the server, or of another machine? `undefined` where it doesn't say. */
function isOfServer(text: string, start: number, end: number, signs: readonly RegExp[]): boolean | undefined {
  const before = text.slice(Math.max(0, start - 80), start)
  const after = text.slice(end, end + 60)
  const clause = before.split(clauseEnd).at(-1) ?? ''
  const marked = `${clause}¦${text.slice(start, end)}`
  if (shopping.test(before + after) || signs.some(sign => sign.test(marked))) return false
  const [behind = ''] = after.split(clauseEnd)
  const near = Array.from(clause.matchAll(machines)).at(-1) ?? behind.matchAll(machines).next().value
  return near ? near[1] !== undefined : undefined
}

/** The one value that all mentions agree on, said as fully as anywhere; else the one that is called the server's. */
function agreed<T extends string>(mentions: readonly Mention<T>[]): Recognized<T> | undefined {
  for (const some of [mentions, mentions.filter(({ isServers }) => isServers)]) {
    const [fullest] = some.toSorted((one, other) => other.value.length - one.value.length)
    if (fullest && some.every(({ value }) => fullest.value.startsWith(value)))
      return { value: fullest.value, span: fullest.span }
  }
  return undefined
}
