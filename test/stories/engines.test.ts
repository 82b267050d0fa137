import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { ensure } from '../support/ensure-browsers.js'
import { openFirefox } from '../support/firefox.js'
import { openWebKit } from '../support/webkit.js'
import { answered, answeredElsewhere, isAnswered } from './answered.js'
import { bringAxe, findings } from './axe.js'
import { addressOf, languages, openGallery, widths, type Gallery } from './gallery.js'
import { states } from './states.js'

/** A bound on hanging, not on speed; milliseconds. */
const patience = 60_000

const engines = [
  { name: 'Firefox', kind: 'firefox', open: openFirefox },
  // It has no forced colours, and takes light or dark from its desktop, at its start.
  { name: 'WebKit, light', kind: 'webkit', open: () => openWebKit('light') },
  { name: 'WebKit, dark', kind: 'webkit', open: () => openWebKit('dark') },
] as const

const answers = [...answered, ...answeredElsewhere]

type Engine = Awaited<ReturnType<(typeof engines)[number]['open']>>

async function play({ go, evaluate }: Engine, address: string): Promise<void> {
  await go(address)
  const end = Date.now() + patience
  while (!(await evaluate(`Boolean(document.querySelector('main:not([aria-busy])'))`))) {
    if (Date.now() > end) throw new Error(`was never played to its end: ${address}`)
    await wait(50)
  }
}

let gallery: Gallery
before(async () => {
  gallery = await openGallery()
})
after(() => gallery.close())

// Each has a window of its own, and waits for it more than it works.
describe('in other browsers', { concurrency: engines.length }, () => {
  for (const { name, kind, open } of engines)
    describe(
      `every story in ${name}`,
      { skip: ensure(kind) ? false : `no ${kind} here`, concurrency: 1 },
      () => {
        let engine: Engine
        const sum = { stories: 0, combinations: 0 }

        before(async () => {
          engine = await open()
        })
        after(() => engine.close())

        for (const title of Object.keys(states))
          for (const language of languages)
            it(`comes to its state, with nothing wrong that axe can see: ${title}, ${language}`, async () => {
              const wrong: string[] = []
              const exhibits = gallery.exhibits.filter(exhibit => exhibit.title === title)
              assert.notEqual(exhibits.length, 0)
              for (const exhibit of exhibits) {
                await play(engine, addressOf(gallery.home, exhibit, { language }))
                await bringAxe(engine.evaluate)
                for (const width of widths) {
                  await engine.widen(Math.max(width, engine.narrowest))
                  for (const theme of engine.themes) {
                    await engine.wear(theme)
                    const { violations, incomplete } = await findings(engine.evaluate)
                    const left = [
                      ...violations,
                      ...incomplete.filter(finding => !isAnswered(finding, answers)),
                    ]
                    wrong.push(
                      ...left.map(
                        ({ kind: what, place }) =>
                          `${exhibit.id}, ${String(width)} px, ${theme}: ${what}\n  ${place}`,
                      ),
                    )
                    sum.combinations += 1
                  }
                }
                sum.stories += 1
              }
              assert.deepEqual(wrong, [])
            })

        it('was looked at whole', context => {
          const each = widths.length * engine.themes.length
          context.diagnostic(
            `${engine.name}: ${String(sum.stories)} stories, ${String(sum.combinations)} combinations`,
          )
          assert.equal(sum.combinations, gallery.exhibits.length * languages.length * each)
        })
      },
    )
})
