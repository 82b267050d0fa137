import assert from 'node:assert/strict'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import type { Page } from 'playwright-core'
import { leaks, plainCanary } from '../e2e/canary.js'
import { openStage } from '../e2e/stage.js'
import type { Stage } from '../e2e/stage.js'
import { signInAs, walkOf } from '../e2e/walk.js'

// The build for a page's script tag: the package has it, and exports it by no name.
const RECORDER = join(dirname(createRequire(import.meta.url).resolve('rrweb')), 'rrweb.umd.min.cjs')

/** How a page may have set its recorder up. Only the second records what is typed into a password field of its own. */
const careless = 'with all its masks off'
const settings = {
  'as it comes': {},
  [careless]: { maskAllInputs: false, maskInputOptions: { password: false } },
} as const

/** Where our field stands: in the form, and alone in a form of the page's own. */
const pages = ['/portal/new', '/embed/credential.html'] as const

/** Begins with the page, but not with the frames that the recorder makes itself; keeps all that it would have sent away. */
async function beginToRecord(page: Page, options: object): Promise<void> {
  await page.addInitScript({ path: RECORDER })
  await page.addInitScript({
    content: `if (self === top) {
      globalThis.recorded = []
      rrweb.record({ ...${JSON.stringify(options)}, emit: event => recorded.push(event) })
    }`,
  })
}

/** Types into a field of the page's own, beside ours. */
async function typeBeside(page: Page, type: 'text' | 'password', text: string): Promise<void> {
  await page.evaluate(kind => {
    const input = Object.assign(document.createElement('input'), { type: kind, id: `beside-${kind}` })
    document.body.append(input)
  }, type)
  await page.locator(`#beside-${type}`).pressSequentially(text)
}

describe('a recorder of sessions (rrweb)', () => {
  let stage: Stage

  before(async () => {
    stage = await openStage()
  })
  after(() => stage.close())

  for (const [how, options] of Object.entries(settings))
    for (const path of pages)
      it(`S5: has nothing of the password, and all that is typed beside it: ${path}, ${how}`, async () => {
        const canary = plainCanary()
        const beside = plainCanary()
        const { page, keys } = await stage.visit('/desk/', {
          locale: 'en',
          before: one => beginToRecord(one, options),
        })
        await signInAs(page, stage.demo().url, 'anna')
        await page.goto(stage.demo().url + path)
        await page.evaluate(() => (document.documentElement.lang = 'en'))
        const walk = walkOf(page, 'en')
        const { say } = walk
        if (path === '/portal/new') {
          await walk.to('access')
          await walk.choose('radio', say('access.account.title'))
          await walk.write('username', 'root')
        }
        const field = page.locator('#password')
        await field.waitFor()
        await field.focus()
        await keys.type(canary.slice(0, 6))
        await page.getByRole('button', { name: say('reveal.password.show') }).click()
        await field.focus()
        await keys.type(canary.slice(6, 12))
        // It hides itself after half a minute: then there is nothing left to press.
        const hide = page.getByRole('button', { name: say('reveal.password.hide') })
        await hide.click({ timeout: 10_000 }).catch(() => undefined)
        await field.focus()
        await keys.type(canary.slice(12))
        await page.getByRole('button', { name: say('reveal.password.show') }).click()
        assert.equal(await field.inputValue(), canary)
        await typeBeside(page, how === careless ? 'password' : 'text', beside)
        await page.waitForTimeout(500)
        const recorded = await page.evaluate<string>('JSON.stringify(recorded)')
        assert.deepEqual(leaks(canary, [['what was recorded', recorded]]), [])
        assert.ok(leaks(beside, [['what was recorded', recorded]]).length > 0, 'what is beside it is missing')
        console.log(`${path}, ${how}: ${String(recorded.length)} characters recorded, none of the password`)
        await page.context().close()
      })
})
