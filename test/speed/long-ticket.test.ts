import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { Page } from 'playwright-core'
import { openStage } from '../e2e/stage.js'
import type { Stage } from '../e2e/stage.js'

/** Bars of `acceptance.md`, R22. */
const MOST_GROWTH = 10_000_000
const LONGEST_DRAWING = 16

const HOURS = 8
const ENTRIES = 5_000

describe('R22: a request with five thousand entries', () => {
  let stage: Stage

  before(async () => {
    stage = await openStage()
  })
  after(() => stage.close())

  const story = (name: string) =>
    `/stories/frame.html?story=${encodeURIComponent(`Status tracker/${name}`)}&lang=pl`

  it('stays small, in the memory and on the page, over eight hours of watching', async context => {
    const { page, complaints } = await stage.visit(story('Busy'), { before: other => other.clock.install() })
    await page.locator('.entries li').first().waitFor()
    await watch(page, 10)
    const before = await measure(page)
    await watch(page, HOURS * 60)
    const now = await measure(page)
    const told = Number(
      /\d[\d\s]*/.exec(await page.locator('.talk > button').innerText())?.[0].replace(/\s/g, ''),
    )
    context.diagnostic(
      `${String(told)} entries folded; heap ${String(before.heap)} → ${String(now.heap)} B, nodes ${String(before.nodes)} → ${String(now.nodes)}`,
    )
    assert.ok(told > ENTRIES - 100, `${String(told)} entries came`)
    assert.ok(
      now.heap - before.heap < MOST_GROWTH,
      `the heap has grown by ${String(now.heap - before.heap)} B`,
    )
    assert.ok(now.nodes < before.nodes * 1.5, `${String(now.nodes)} nodes, ${String(before.nodes)} at first`)
    assert.deepEqual(complaints, [])
  })

  it('draws one more entry before the next picture of the screen', async context => {
    const { page } = await stage.visit(story('FiveThousandEntries'))
    await page.getByText('Message 4980 of').waitFor()
    const times = await page.evaluate(drawings)
    const sorted = times.toSorted((one, other) => one - other)
    const median = sorted[Math.floor(sorted.length / 2)] ?? Infinity
    context.diagnostic(
      `${String(times.length)} entries: median ${median.toFixed(1)} ms, slowest ${(sorted.at(-1) ?? 0).toFixed(1)} ms`,
    )
    assert.ok(median < LONGEST_DRAWING, `it takes ${String(median)} ms`)
  })
})

/** Lets so many minutes pass, one by one: as in a page that somebody watches. */
async function watch(page: Page, minutes: number): Promise<void> {
  for (let minute = 0; minute < minutes; minute += 1) await page.clock.runFor(60_000)
}

/** What the page holds after a collection. */
async function measure(page: Page): Promise<{ readonly heap: number; readonly nodes: number }> {
  const session = await page.context().newCDPSession(page)
  await session.send('HeapProfiler.collectGarbage')
  const { usedSize } = await session.send('Runtime.getHeapUsage')
  const { nodes } = await session.send('Memory.getDOMCounters')
  await session.detach()
  return { heap: usedSize, nodes }
}

/** Runs in the page: says twenty things on the request, and answers how long the element drew after each, milliseconds. */
async function drawings(): Promise<readonly number[]> {
  const tracker = document.querySelector('os-status-tracker')
  if (!tracker) throw new Error('no tracker')
  const times: number[] = []
  const draw: unknown = Reflect.get(tracker, 'performUpdate')
  const adapter: unknown = Reflect.get(tracker, 'adapter')
  const reply: unknown =
    typeof adapter === 'object' && adapter !== null ? Reflect.get(adapter, 'reply') : undefined
  if (typeof draw !== 'function' || typeof reply !== 'function') throw new Error('not an element of ours')
  Reflect.set(tracker, 'performUpdate', function (this: unknown) {
    const from = performance.now()
    draw.call(this)
    // What is drawn counts with its layout.
    document.body.getBoundingClientRect()
    times.push(performance.now() - from)
  })
  for (let index = 0; index < 20; index += 1) {
    const before = times.length
    await reply.call(adapter, '48210', { intent: 'reply', text: `New ${String(index)}` })
    while (times.length === before) await new Promise(resolve => setTimeout(resolve, 5))
    await new Promise(resolve => setTimeout(resolve, 50))
  }
  return times
}
