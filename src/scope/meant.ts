import type { Word } from './concepts.js'
import { deny, goesOn, silence, succeeds, tells } from './denial.js'
import { inEnglish } from './language.js'

const set = (concepts: string): ReadonlySet<string> => new Set(concepts.split(' '))

/** Work that somebody may have done already. */
const works = set('restart again start install put reset tune recover restore clean conf reboot check repair')

/** Work that leaves nothing to do with what it was done to. */
const cures = set('restart reset tune recover restore clean repair check')

const pastPolish = /(?:l[ea]m|lismy|lysmy|liscie|lyscie|[ae]no|[aeo]n[eya]|[ai]l[aiy]?|nel[aiy]|nal)$/
const hoped = /^(?:zeby.*|aby.*|by|gdyby.*|moglby|mogliby|niech)$/
const ago = /^(?:been|has|have|had|was|were|already|weve|ive)$/
const removed = /^(?:usuniet|usunel|usunal|removed|deleted|gone)/
const wishing = /^(?:be|get|have|like|id|wed)$/
/** "Restarted", not "speed". */
const pastEnglish = /[^e]ed$/

/** "Bring both up" says that they are down. */
const raises =
  /^(?:bring|get|put|start|set|speed|come|pull|spin|fire|wake|pick|back|clean|look|build|open)(?:s|ing)?$/

const forsakes =
  /^(?:ignor|disregard|cancel|withdraw|scrap$|zignor|anul|odwol|rezygn|wstrzym|wycof|zapomnijcie|niewazn)/

/** Said of what needs nothing. */
const asItIs = anyOf(
  'as (?:it|they) (?:is|are)|as is|intact|in order|spot on|on purpose|deliberately',
  '(?:should|must|shall|may|can|has to|have to|to) (?:stay|remain)|(?:stay|remain)s?(?: put)? \\.',
  '(?:dont|doesnt) matter|isnt (?:my|our) concern|(?:isnt|arent|not) necessary|unnecessary',
  'didnt (?:help|change anything|make (?:any|a) difference)|(?:has|have|did|does)(?:nt| not) help(?:ed)?',
  'no (?:improvement|difference|effect)|without (?:success|effect|luck|result)',
  'found (?:\\w+ ){0,9}(?:myself|ourselves|after all)|(?:z|od)nalaz\\w+ sie|niepotrzebn\\w+|o \\w+ nie chodzi|celowo',
  'jak (?:jest|byl[oa]?)|bez (?:zmian|ruszania|skutku|efektu|rezultatu|powodzenia)|(?:ma|maja) sie dobrze',
  'nie pom\\w+|nic nie (?:dal\\w+|daje|zmieni\\w+)|zostaj[ea] \\.|nie ma (?:czego|potrzeby)',
)

/** Said of what is well, unless there is trouble with it. */
const isRight = anyOf(
  '(?:is|are|its) (?:all |quite |perfectly )?(?:right|correct|quick|alive|live|valid|known)',
  'runs(?: again| fine)? \\.|(?:haslo|klucz|klucze|konfiguracja|siec|loader) dobr[aye]',
)

/** Words of an entry of a list, and of the list, at most. */
const LISTED = 2
const LIST = 12

const many = /^(?:and|i|oraz|are|both|all|sa|dzialaja|chodza)$/

/** Words of a question that is answered, at most. */
const ASKED = 20

const no = /^(?:no|nope|nie)$/

function anyOf(...patterns: readonly string[]): RegExp {
  return new RegExp(` (?:${patterns.join('|')}) `)
}

/**
 * Settles what is meant: words that are said but not asked for go off, and a negated ability becomes a fault.
 *
 * Works clause by clause, because that is how far "don't" and "already" reach.
 */
export function settle(words: readonly Word[]): void {
  raise(words)
  tellDone(words)
  const isEnglish = inEnglish(words)
  let denied = false
  let sentence = -1
  // What a sentence began with, clause by short clause: "grub, disks and network are fine".
  let listed: readonly Word[] | undefined
  for (const clause of clausesOf(words)) {
    const [first] = clause
    if (first === undefined) continue
    if (first.sentence !== sentence) {
      denied = false
      listed = []
    }
    sentence = first.sentence
    denied = settleClause(clause, denied, isEnglish)
    if (listed !== undefined && !denied && clause.every(word => word.off) && clause.some(isMany))
      silence(listed)
    listed =
      clause.length > LISTED || clause.some(tells) || (listed?.length ?? 0) > LIST
        ? undefined
        : listed?.concat(clause)
  }
  answerNo(words)
}

/** Of a clause that tells of several things. */
function isMany({ text }: Word): boolean {
  return many.test(text)
}

function clausesOf(words: readonly Word[]): Word[][] {
  const clauses: Word[][] = []
  for (const word of words) {
    const last = clauses.at(-1)
    if (last?.[0]?.clause === word.clause) last.push(word)
    else clauses.push([word])
  }
  return clauses
}

/** Settles one clause. Is it denied, so that a list may go on? */
function settleClause(clause: readonly Word[], deniedBefore: boolean, isEnglish: boolean): boolean {
  const denied = deny(clause, deniedBefore && clause[0]?.concept !== 'but' && goesOn(clause, isEnglish))
  const has = (...concepts: readonly string[]): boolean =>
    clause.some(word => !word.off && concepts.includes(word.concept ?? ''))
  const past = clause.some(
    word => word.concept === 'delete' && (pastPolish.test(word.text) || removed.test(word.text)),
  )
  const known = has('know') && has('pw', 'root', 'login', 'key')
  const said = ` ${clause.map(word => word.text).join(' ')} . `
  const well =
    has('fine', 'done', 'other') ||
    known ||
    isRight.test(said) ||
    clause.some(word => word.cured || succeeds.test(word.text))
  const cleaned = has('hack') && !has('data', 'rows') && (past || has('did'))
  forsake(clause)
  if (
    has('else', 'thought') ||
    cleaned ||
    asItIs.test(said) ||
    (well && !clause.some(word => !word.off && tells(word)))
  ) {
    silence(clause)
  }
  return denied
}

/** Silences what follows "please ignore". */
function forsake(clause: readonly Word[]): void {
  const at = clause.findIndex(
    ({ text }) => forsakes.test(text) || (text === 'forget' && clause.some(next => next.text === 'about')),
  )
  if (at >= 0) silence(clause.slice(at + 1))
}

/** "Hacked? No." */
function answerNo(words: readonly Word[]): void {
  for (const [at, word] of words.entries()) {
    const answer = words[at + 1]
    if (word.text !== '?' || !no.test(answer?.text ?? '')) continue
    if (words[at + 2]?.clause === answer?.clause) continue
    const from = Math.max(0, at - ASKED)
    silence(words.slice(from, at + 2).filter(({ sentence }) => sentence >= word.sentence))
  }
}

/** "Bring both up" doesn't say that they are. */
function raise(words: readonly Word[]): void {
  for (const [at, word] of words.entries()) {
    const before = words.slice(Math.max(0, at - 6), at)
    if (word.text === 'up' && before.some(({ text }) => raises.test(text))) word.concept = undefined
  }
}

/** Work told of in the past isn't asked for. */
function tellDone(words: readonly Word[]): void {
  for (const [at, word] of words.entries()) {
    const { concept = '' } = word
    if (!works.has(concept)) continue
    const past =
      pastPolish.test(word.text) ||
      pastEnglish.test(word.text) ||
      (concept === 'reset' && haveDone(words, at))
    if (!past || wanted(words, at)) continue
    word.concept = 'did'
    word.cured = cures.has(concept)
  }
}

/** "The password has been reset", whose verb doesn't change. */
function haveDone(words: readonly Word[], at: number): boolean {
  const before = words.slice(Math.max(0, at - 3), at)
  return before.at(-1)?.text !== 'to' && before.some(word => ago.test(word.text))
}

/** "We'd like it installed" asks; "we installed it" doesn't. */
function wanted(words: readonly Word[], at: number): boolean {
  const before = words.slice(Math.max(0, at - 8), at)
  return before.some(
    word =>
      word.sentence === words[at]?.sentence &&
      (word.concept === 'req' || wishing.test(word.text) || hoped.test(word.text)),
  )
}
