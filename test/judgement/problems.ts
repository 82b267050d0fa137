import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { suggestTasks } from '../../src/scope/suggest.js'

/** One labelled text; the format is told in test/data/README.md. */
export interface Problem {
  readonly id: string
  readonly language: 'pl' | 'en'
  readonly text: string
  readonly expect: readonly string[]
  readonly open: readonly string[]
  readonly kind: 'plain' | 'several' | 'negation' | 'nothing' | 'log' | 'no-diacritics'
  readonly also: readonly string[]
}

/** How right the suggestions are; shares of 1. */
export interface Score {
  readonly precision: number
  readonly recall: number
}

/** The figures of one half. */
export interface Figures {
  readonly texts: number
  readonly pl: Score
  readonly en: Score
  readonly withoutDiacritics: Score
  /** Texts with a suggestion that isn't expected. */
  readonly wrongOnNegations: number
  /** Texts with an expected suggestion that is missing; told, not asserted. */
  readonly missedOnNegations: number
  readonly suggestedOnNothing: number
}

/** One half of the labelled set. */
export function problems(half: 'work' | 'unseen'): Problem[] {
  return JSON.parse(readFileSync(new URL(`../data/problems.${half}.json`, import.meta.url), 'utf8'))
}

/** Runs `suggestTasks` over the texts. Ids that are open count neither way. */
export function figuresOf(
  texts: readonly Problem[],
  suggest: (problem: Problem) => readonly { readonly id: string }[] = ({ text }) => suggestTasks(text),
): Figures {
  const judged = texts.map(problem => {
    const suggested = suggest(problem).map(({ id }) => id)
    const counted = suggested.filter(id => !problem.open.includes(id))
    const right = counted.filter(id => problem.expect.includes(id)).length
    return {
      problem,
      right,
      wrong: counted.length - right,
      missed: problem.expect.filter(id => !problem.open.includes(id) && !suggested.includes(id)).length,
      any: suggested.length > 0,
    }
  })
  type Judged = (typeof judged)[number]
  const scoreOf = (of: (problem: Problem) => boolean): Score => {
    const those = judged.filter(({ problem }) => of(problem))
    const sum = (count: (one: Judged) => number): number => those.reduce((all, one) => all + count(one), 0)
    const right = sum(one => one.right)
    return {
      precision: right / (right + sum(one => one.wrong)),
      recall: right / (right + sum(one => one.missed)),
    }
  }
  const count = (kind: Problem['kind'], is: (one: Judged) => boolean): number =>
    judged.filter(one => one.problem.kind === kind && is(one)).length
  return {
    texts: texts.length,
    pl: scoreOf(problem => problem.language === 'pl'),
    en: scoreOf(problem => problem.language === 'en'),
    withoutDiacritics: scoreOf(
      problem => problem.kind === 'no-diacritics' || problem.also.includes('no-diacritics'),
    ),
    wrongOnNegations: count('negation', one => one.wrong > 0),
    missedOnNegations: count('negation', one => one.missed > 0),
    suggestedOnNothing: count('nothing', one => one.any),
  }
}

/** The figures in a line. Counts only: the unseen half stays unseen. */
export function lineOf(half: string, figures: Figures): string {
  const share = (value: number): string => value.toFixed(3)
  const score = ({ precision, recall }: Score): string => `P ${share(precision)} R ${share(recall)}`
  return [
    `problems, ${half} (${figures.texts} texts): pl ${score(figures.pl)}`,
    `en ${score(figures.en)}`,
    `without diacritics ${score(figures.withoutDiacritics)}`,
    `negations: ${figures.wrongOnNegations} wrong, ${figures.missedOnNegations} missed`,
    `nothing: ${figures.suggestedOnNothing} suggested`,
  ].join(' · ')
}

/** The bar, in every figure. */
export function assertFigures(figures: Figures): void {
  for (const language of ['pl', 'en'] as const) {
    assert.ok(figures[language].precision >= 0.9, `precision, ${language}`)
    assert.ok(figures[language].recall >= 0.85, `recall, ${language}`)
  }
  assert.ok(figures.withoutDiacritics.recall >= 0.8, 'recall without diacritics')
  assert.equal(figures.wrongOnNegations, 0, 'negations with a wrong suggestion')
  assert.equal(figures.suggestedOnNothing, 0, 'texts that ask for nothing, with a suggestion')
}
