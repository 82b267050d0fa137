import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { answered } from './answered.js'
import { bringAxe, findings, type Finding } from './axe.js'
import { languages, openGallery, themes, wear, widen, widths, type Gallery } from './gallery.js'
import { states } from './states.js'

describe('every story, on a phone and on a desk, in light, dark and forced colours', () => {
  let gallery: Gallery
  const met = new Set<string>()

  before(async () => {
    gallery = await openGallery()
  })
  after(() => gallery.close())

  for (const language of languages)
    it(`has nothing wrong that axe can see, and nothing unanswered that it can't: ${language}`, async context => {
      let combinations = 0
      const wrong: string[] = []
      const unanswered: string[] = []
      const counts = new Map<string, number>()
      await gallery.each(gallery.exhibits, { language }, async ({ id }, page) => {
        await bringAxe(page)
        for (const width of widths) {
          await widen(page, width)
          for (const theme of themes) {
            await wear(page, theme)
            const { violations, incomplete } = await findings(page)
            const told = ({ kind, place }: Finding) =>
              `${id}, ${String(width)} px, ${theme}: ${kind}\n  ${place}`
            wrong.push(...violations.map(told))
            unanswered.push(...incomplete.filter(({ kind }) => !(kind in answered)).map(told))
            for (const { kind } of incomplete) counts.set(kind, (counts.get(kind) ?? 0) + 1)
            combinations += 1
          }
        }
      })
      const left = [...counts].map(([kind, count]) => `${kind} ${String(count)}×`)
      context.diagnostic(
        `${String(gallery.exhibits.length)} stories, ${String(combinations)} combinations in ${language}: ` +
          `${String(wrong.length)} violations; left to a person: ${left.join(', ') || 'nothing'}`,
      )
      for (const kind of counts.keys()) met.add(kind)
      assert.equal(combinations, gallery.exhibits.length * widths.length * themes.length)
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

  it('is answered for nothing that no longer comes up', () => {
    assert.deepEqual(
      Object.keys(answered).filter(kind => !met.has(kind)),
      [],
    )
  })
})
