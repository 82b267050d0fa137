import type { Word } from './concepts.js'

const set = (concepts: string): ReadonlySet<string> => new Set(concepts.split(' '))

/** What can be tried in vain: a negation before one of these tells of a fault and denies nothing. */
const abilities = set('work boot login mount unreach link start fine know')

/** Whose absence is good or not wanted: "no virus", "bez restartu". Of anything else it is a fault: "no ping", "brak hasła". */
const spared = set(
  'hack shady error code delete gone corrupt slow load stop lost frozen restart again install put reset repair tune clean check change conf money issue ask backup',
)

/** What keeps a clause from being a report of success. */
const troubles = set('fail unable slow stop delete gone lost error code unreach link req lock frozen')

/** Work that somebody may have done already. */
const works = set('restart again start install put reset tune recover restore clean conf reboot check repair')

/** Work that leaves nothing to do with what it was done to. */
const cures = set('restart reset tune recover restore clean repair check')

const pastPolish = /(?:l[ea]m|lismy|lysmy|liscie|lyscie|[ae]no|[aeo]n[eya]|[ai]l[aiy]?|nel[aiy]|nal)$/
const hoped = /^(?:zeby.*|aby.*|by|gdyby.*|moglby|mogliby|niech)$/
const ago = /^(?:been|has|have|had|was|were|already|weve|ive)$/
const removed = /^(?:usuniet|usunel|usunal|removed|deleted|gone)/
const lacks = /^(?:no|zero|brak.*|bez|without)$/
const denies = /^(?:nie|dont|didnt)$/
const succeeds =
  /^(?:dziala|dzialaja|odpowiada|odpowiadaja|wstaje|nasluchuje|startuje|zyje|zyja|slucha|sluchaja|chodzi|chodza|montuje|otwiera|laduje|responds|answers|listens|opens|loads|boots|starts)$/
const longer = /^(?:juz|longer|anymore)$/
const needing = /^(?:need|potrzeb|trzeb|musi|wymag)/
const wishing = /^(?:be|get|have|like|id|wed)$/
const listGoesOn = /^(?:or|nor|ani|and|i|oraz|czy|a|lub)$/

/**
 * Settles what is meant: words that are said but not asked for go off, and a negated ability becomes a fault.
 *
 * Works clause by clause, because that is how far "don't" and "already" reach.
 */
export function settle(words: readonly Word[]): void {
  tellDone(words)
  let denied = false
  let sentence = -1
  for (const clause of clausesOf(words)) {
    const [first] = clause
    if (first === undefined) continue
    if (first.sentence !== sentence) denied = false
    sentence = first.sentence
    denied = settleClause(clause, denied)
  }
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
function settleClause(clause: readonly Word[], deniedBefore: boolean): boolean {
  const denied = deny(clause, deniedBefore && clause[0]?.concept !== 'but' && goesOn(clause))
  const has = (...concepts: readonly string[]): boolean =>
    clause.some(word => !word.off && concepts.includes(word.concept ?? ''))
  const past = clause.some(
    word => word.concept === 'delete' && (pastPolish.test(word.text) || removed.test(word.text)),
  )
  const known = has('know') && has('pw', 'root', 'login', 'key')
  const well =
    has('fine', 'done', 'other') || known || clause.some(word => word.cured || succeeds.test(word.text))
  const cleaned = has('hack') && !has('data', 'rows') && (past || has('did'))
  if (has('else', 'thought') || cleaned || (well && !clause.some(word => !word.off && tells(word)))) {
    silence(clause)
  }
  return denied
}

/** Silences what a negation reaches, and turns "doesn't start" and "no ping" into faults. */
function deny(clause: readonly Word[], already: boolean): boolean {
  if (already) silence(clause)
  for (const [at, word] of clause.entries()) {
    if (word.off) continue
    const after = clause.slice(at + 1, at + 4)
    const needless = after.some(next => next.concept === 'issue' || needing.test(next.text))
    if (word.concept === 'clueless' && denies.test(word.text)) {
      silence(clause.slice(at + 1))
      return true
    }
    if (word.concept === 'not' && !fails(clause, at)) {
      silence(needless ? clause : clause.slice(at))
      return true
    }
    if (word.concept === 'lack' && needless) {
      silence(clause)
      return true
    }
  }
  return already
}

/** Does the negation tell of a fault? Then it says so, and the ability with it. */
function fails(clause: readonly Word[], at: number): boolean {
  const word = clause[at]
  const after = clause.slice(at + 1, at + 4)
  const able = after.find(next => abilities.has(next.concept ?? ''))
  const lacking =
    lacks.test(word?.text ?? '') &&
    !after.some(next => spared.has(next.concept ?? '') || needing.test(next.text))
  const noLonger = [clause[at - 1], clause[at + 1]].some(next => longer.test(next?.text ?? ''))
  if (word === undefined || !(able !== undefined || lacking || noLonger || after.length === 0)) return false
  word.concept = 'fail'
  if (able?.concept === 'fine' || able?.concept === 'work') able.concept = 'fail'
  return true
}

/** A list under one negation: short, and asking for nothing. */
function goesOn(clause: readonly Word[]): boolean {
  return listGoesOn.test(clause[0]?.text ?? '') || (clause.length <= 3 && !clause.some(tells))
}

function tells(word: Word): boolean {
  return troubles.has(word.concept ?? '')
}

function silence(words: readonly Word[]): void {
  for (const word of words) word.off = true
}

/** Work told of in the past isn't asked for. */
function tellDone(words: readonly Word[]): void {
  for (const [at, word] of words.entries()) {
    const { concept = '' } = word
    if (!works.has(concept)) continue
    const past =
      pastPolish.test(word.text) || word.text.endsWith('ed') || (concept === 'reset' && haveDone(words, at))
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
