import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { answered, isAnswered } from './answered.js'
import { bringAxe, findings, type Evaluate, type Finding } from './axe.js'
import { languages, openGallery, themes, wear, widen, widths, type Gallery } from './gallery.js'
import { states } from './states.js'

describe('every story, on a phone and on a desk, in light, dark and forced colours', () => {
  let gallery: Gallery
  const sum = { combinations: 0, violations: 0 }
  /** What was left to a person, and how often. */
  const met = new Map<string, number>()

  before(async () => {
    gallery = await openGallery()
  })
  after(() => gallery.close())

  for (const title of Object.keys(states))
    for (const language of languages)
      it(`has nothing wrong that axe can see, and nothing unanswered: ${title}, ${language}`, async context => {
        const exhibits = gallery.exhibits.filter(exhibit => exhibit.title === title)
        const wrong: string[] = []
        const unanswered: string[] = []
        await gallery.each(exhibits, { language }, async ({ id }, page) => {
          const evaluate: Evaluate = expression => page.evaluate(expression)
          await bringAxe(evaluate)
          for (const width of widths) {
            await widen(page, width)
            for (const theme of themes) {
              await wear(page, theme)
              const { violations, incomplete } = await findings(evaluate)
              const told = ({ kind, place }: Finding) =>
                `${id}, ${String(width)} px, ${theme}: ${kind}\n  ${place}`
              wrong.push(...violations.map(told))
              unanswered.push(...incomplete.filter(finding => !isAnswered(finding)).map(told))
              for (const { kind } of incomplete) met.set(kind, (met.get(kind) ?? 0) + 1)
              sum.combinations += 1
              sum.violations += violations.length
            }
          }
        })
        context.diagnostic(`${String(exhibits.length)} stories`)
        assert.deepEqual(wrong, [])
        assert.deepEqual(unanswered, [])
      })

  it('are there for every state that matters', () => {
    const told = Object.entries(states).flatMap(([title, all]) =>
      Object.values(all).flatMap(names => names.map(name => `${title}/${name}`)),
    )
    const there = gallery.exhibits.map(({ id }) => id)
    assert.deepEqual(
      told.filter(id => !there.includes(id)),
      [],
    )
  })

  it('complains of nothing, neither its code nor the policy of its page', () => {
    assert.deepEqual(gallery.complaints, [])
  })

  it('is all looked at, and answered for nothing that no longer comes up', context => {
    const left = [...met].map(([kind, count]) => `${kind} ${String(count)}×`)
    context.diagnostic(
      `${String(gallery.exhibits.length)} stories, ${String(sum.combinations)} combinations, ` +
        `${String(sum.violations)} violations; left to a person: ${left.join(', ') || 'nothing'}`,
    )
    assert.equal(sum.combinations, gallery.exhibits.length * languages.length * widths.length * themes.length)
    assert.deepEqual(
      answered.map(({ kind }) => kind).filter(kind => !met.has(kind)),
      [],
    )
  })
})
