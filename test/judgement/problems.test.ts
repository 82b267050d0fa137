import assert from 'node:assert/strict'
import { test } from 'node:test'
import { figuresOf, lineOf, problems } from './problems.js'

for (const half of ['work', 'unseen'] as const) {
  test(`what a text asks for is found, and little else: ${half} half`, () => {
    const figures = figuresOf(problems(half))
    console.log(lineOf(half, figures))
    for (const language of ['pl', 'en'] as const) {
      assert.ok(figures[language].precision >= 0.9, `precision, ${language}`)
      assert.ok(figures[language].recall >= 0.85, `recall, ${language}`)
    }
    assert.ok(figures.withoutDiacritics.recall >= 0.8, 'recall without diacritics')
    assert.equal(figures.wrongOnNegations, 0, 'negations with a wrong suggestion')
    assert.equal(figures.suggestedOnNothing, 0, 'texts that ask for nothing, with a suggestion')
  })
}
