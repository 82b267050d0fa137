import type { Word } from './concepts.js'

const set = (concepts: string): ReadonlySet<string> => new Set(concepts.split(' '))

/** What can be tried in vain: a negation before one of these tells of a fault and denies nothing. */
const abilities = set('work boot login mount unreach link start fine know')

/** Whose absence is good or not wanted: "no virus", "bez restartu". Of anything else it is a fault: "no ping", "brak hasła". */
const spared = set(
  'hack shady error code delete gone corrupt slow load stop lost frozen restart again install put reset tune repair clean check change conf money issue ask backup',
)

/** What may be done to that which stands before: "sieci nie sprawdzajcie". */
const acts = set(
  'restart again start install put reset tune recover restore clean conf reboot check repair change delete update upgrade stop',
)

/** What keeps a short clause from going on with a list. */
const troubles = set('fail unable slow stop delete gone lost error code unreach link req lock frozen')

/** Says of itself that a thing works. */
export const succeeds =
  /^(?:dziala|dzialaja|odpowiada|odpowiadaja|wstaje|nasluchuje|startuje|zyje|zyja|slucha|sluchaja|chodzi|chodza|montuje|otwiera|laduje|responds|answers|listens|opens|loads|boots|starts)$/

const lacks = /^(?:no|zero|brak.*|bez|without)$/
const untouched = /^didnt$/
const longer = /^(?:juz|longer|anymore)$/
const needing = /^(?:need|potrzeb|trzeb|musi|wymag)/
const puzzles = /^(?:sure|certain|clear|obvious|understand|see|figure|rozumie.*|widze|jasne|pewn[ay]|pewien)$/
const pleads = /^(?:please|pls|plz|prosze|poprosze)$/
const replaces = /^(?:zamiast|instead|rather)$/
const orders = /^(?:dont|ani|instead|without)/
const joins = /^(?:i|oraz|a|and|but|or|lub)$/
const listGoesOn = /^(?:or|nor|ani|and|oraz|czy|lub)$/
const listGoesOnInPolish = /^[ia]$/

/** After "not", "nothing", "nobody": what fails to happen. */
const failsToHappen =
  /^(?:found|syncing|exist|allowed|accept|react|listening|arriv|connect|recogni|respond|receiv|available|valid|sign|let|gets?$|goes?$|reach|show|finish|complet|proceed|sav|run$|came|come|enter|tak)/

/** After "nie": a verb in the third person, but for those that wish, name or order. */
const failsToHappenInPolish =
  /^(?!chc|potrzeb|trzeb|mus[iz]|jest$|sa$|byl|nalezy|interes|dotycz|wolno|zamaw|dotyka|rusz|pyta|wymag|prosi|ma$|mam|chodzi$|szuka|przesz)[a-z]+(?:[aeiy]|[aiy]l[aoiy]?|nal|nel[aoiy])$/

/** Silences what a negation reaches, and turns "doesn't start" and "no ping" into faults. Is the clause denied? */
export function deny(clause: readonly Word[], already: boolean): boolean {
  if (already) silence(clause)
  for (const [at, word] of clause.entries()) {
    if (word.off) continue
    const after = clause.slice(at + 1, at + 4)
    const needless =
      !replaces.test(word.text) && after.some(next => next.concept === 'issue' || needing.test(next.text))
    if (word.concept === 'clueless' && untouched.test(word.text)) {
      silence(clause.slice(at + 1))
      return true
    }
    if (word.concept === 'not' && !wonders(after) && !fails(clause, at) && reaches(clause, at)) {
      silence(needless ? clause : clause.slice(beginOf(clause, at), endOf(clause, at)))
      return true
    }
    if (word.concept === 'lack' && needless) {
      silence(clause)
      return true
    }
  }
  return already
}

/** A list under one negation: short, and asking for nothing. */
export function goesOn(clause: readonly Word[], isEnglish: boolean): boolean {
  const first = clause[0]?.text ?? ''
  const listed = listGoesOn.test(first) || (!isEnglish && listGoesOnInPolish.test(first))
  return listed || (clause.length <= 3 && !clause.some(tells))
}

/** Does a word tell of trouble or a wish? */
export function tells(word: Word): boolean {
  return troubles.has(word.concept ?? '')
}

/** Takes words for said, but not meant. */
export function silence(words: readonly Word[]): void {
  for (const word of words) word.off = true
}

/** "I'm not sure why": what comes next is told, not denied. */
function wonders(after: readonly Word[]): boolean {
  return after.slice(0, 2).some(({ text }) => puzzles.test(text))
}

/** Does the negation tell of a fault? Then it says so, and the ability with it. */
function fails(clause: readonly Word[], at: number): boolean {
  const word = clause[at]
  const after = clause.slice(at + 1, at + 4)
  const able = after.find(
    next => abilities.has(next.concept ?? '') || (succeeds.test(next.text) && next.concept !== 'issue'),
  )
  const lacking =
    lacks.test(word?.text ?? '') &&
    !after.some(next => spared.has(next.concept ?? '') || needing.test(next.text))
  const noLonger = [clause[at - 1], clause[at + 1]].some(next => longer.test(next?.text ?? ''))
  if (word === undefined || !(able !== undefined || lacking || noLonger || after.length === 0)) return false
  word.concept = 'fail'
  if (able?.concept === 'fine' || able?.concept === 'work') able.concept = 'fail'
  return true
}

/** Has the negation anything near that it could deny? "It doesn't accept my key" complains. */
function reaches(clause: readonly Word[], at: number): boolean {
  const { text = '' } = clause[at] ?? {}
  const after = clause.slice(at + 1, at + 4)
  const [next] = after
  if (text === 'nie' && next?.concept === undefined && failsToHappenInPolish.test(next?.text ?? ''))
    return false
  if (!orders.test(text) && after.slice(0, 2).some(word => failsToHappen.test(word.text))) return false
  return after.some(word => word.concept !== undefined)
}

/** Where a denial begins: "sieci nie sprawdzajcie", "apache shouldn't be restarted" deny what stands before. */
function beginOf(clause: readonly Word[], at: number): number {
  const [act, ...others] = clause.slice(at + 1).filter(word => word.concept !== undefined)
  if (act === undefined || others.length > 0 || !acts.has(act.concept ?? '')) return at
  return clause.slice(0, at).findLastIndex(word => joins.test(word.text) || word.concept === 'req') + 1
}

/** Where a denial ends: "don't restart apache please install redis" asks from the plea on. */
function endOf(clause: readonly Word[], at: number): number {
  const replacing = replaces.test(clause[at]?.text ?? '')
  const first = clause.findIndex((word, of) => of > at && word.concept !== undefined)
  const end = clause.findIndex(
    (word, of) =>
      first > at &&
      of > Math.max(first, at + 1) &&
      (pleads.test(word.text) || (replacing && word.concept === 'req')),
  )
  return end < 0 ? clause.length : end
}
