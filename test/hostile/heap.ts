import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { Page } from 'playwright-core'
import { plainCanary } from '../e2e/canary.js'
import { openStage } from '../e2e/stage.js'
import type { Stage } from '../e2e/stage.js'
import { signInAs, walkOf } from '../e2e/walk.js'
import type { Walk } from '../e2e/walk.js'

/** How often a text stands in the page's memory, once all that nobody holds is gone. */
async function timesInMemory(page: Page, text: string): Promise<number> {
  const session = await page.context().newCDPSession(page)
  let snapshot = ''
  session.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => (snapshot += chunk))
  await session.send('HeapProfiler.enable')
  await session.send('HeapProfiler.collectGarbage')
  await session.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false })
  await session.detach()
  assert.ok(snapshot.length > 1_000_000, 'no snapshot')
  return snapshot.split(text).length - 1
}

type End = readonly [what: string, end: (page: Page, walk: Walk) => Promise<unknown>]

const ends: readonly End[] = [
  [
    'the request is sent',
    async (_, walk) => {
      await walk.on()
      await walk.authorize()
      await walk.on()
      await walk.at('check')
      await walk.send()
      await walk.sent()
    },
  ],
  [
    'the page clears the form',
    page => page.evaluate(() => document.querySelector('os-intervention-form')?.clear()),
  ],
  [
    'the form is taken off the page',
    page => page.evaluate(() => document.querySelector('os-intervention-form')?.remove()),
  ],
  [
    'the page is put away',
    page => page.evaluate(() => dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }))),
  ],
]

/** Takes snapshots of all that a page holds, after whatever ends a password’s life: each takes seconds. */
export function memoryTests(): void {
  describe('a password in the page’s memory', () => {
    let stage: Stage

    before(async () => {
      stage = await openStage()
    })
    after(() => stage.close())

    for (const [what, end] of ends)
      it(`S6: is nowhere in it once ${what}; a planted one is found`, async () => {
        const canary = plainCanary()
        const { page, keys } = await stage.visit('/desk/', { locale: 'en' })
        await signInAs(page, stage.demo().url, 'anna')
        await page.goto(`${stage.demo().url}/portal/new`)
        await page.evaluate(() => (document.documentElement.lang = 'en'))
        const walk = walkOf(page, 'en')
        await walk.to('access')
        await walk.choose('radio', walk.say('access.account.title'))
        await walk.write('username', 'root')
        await page.locator('#password').focus()
        await keys.type(canary)
        await end(page, walk)
        assert.equal(await timesInMemory(page, canary), 0)
        // Made in the page, so that it is one text there as a leak would be.
        await page.evaluate(half => Reflect.set(globalThis, 'leak', [half.join('')]), [...canary])
        assert.ok((await timesInMemory(page, canary)) > 0, 'the planted one was not found')
        await page.context().close()
      })
  })
}
