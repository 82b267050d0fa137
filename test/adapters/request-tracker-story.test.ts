import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import type { Page } from 'playwright-core'
import * as z from 'zod/mini'
import { wordsFor } from '../../locales/index.js'
import { violations } from '../e2e/violations.js'
import { walkOf } from '../e2e/walk.js'
import { makeKey } from '../support/sealing.js'
import { engineerOf, requestTracker, type RequestTracker } from './request-tracker/system.js'
import { openPortal, type Portal } from './request-tracker/portal.js'

const ticket = z.object({
  Status: z.string(),
  CustomFields: z.array(z.object({ name: z.string(), values: z.array(z.string()) })),
})
const attachments = z.object({
  items: z.array(z.object({ Filename: z.optional(z.string()), Content: z.optional(z.string()) })),
})

const { say } = wordsFor('en')
const password = 'Zażółć "gęślą" jaźń'

/** The smallest picture there is: one pixel. */
const screenshot = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

const tracker = await requestTracker()
const missing = 'no Request Tracker answers: test/adapters/request-tracker/rt.sh up'
if (!tracker && process.env['OS_RT']) throw new Error(missing)

if (tracker) story(tracker)
else it('a request in a browser, with Request Tracker behind it', { skip: missing }, () => undefined)

/** The engineer works in RT, the customer in a browser: neither knows of the other's tools. */
function story(system: RequestTracker): void {
  describe('a request in a browser, with Request Tracker behind it', () => {
    const { as } = system
    let portal: Portal
    let identity = ''

    before(async () => {
      const made = await makeKey('on-call')
      identity = made.identity
      portal = await openPortal(system, made.recipient)
    })
    after(() => portal.close())

    const told = (page: Page, words: string) => page.getByText(words).first().waitFor()
    const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()
    const inTracker = async (id: string) => ticket.parse(await as('agent', `ticket/${id}`))
    const agentSets = (id: string, data: unknown) => as('agent', `ticket/${id}`, 'PUT', data)
    const field = (name: string, value: string) => ({ CustomFields: { [system.field(name)]: value } })

    it('goes from the form to its second end, and is told on both sides without a reload', async () => {
      const { page, complaints } = portal
      await page.goto(`${portal.url}/`)
      const walk = walkOf(page, 'en')
      await walk.to('check', password)
      await walk.send()
      const id = await walk.sent()
      assert.deepEqual(await violations(page), [])

      const stored = await inTracker(id)
      const sealed = stored.CustomFields.find(({ name }) => name === 'Sealed credentials')?.values[0] ?? ''
      assert.equal(opened(sealed, identity).password, password)

      await page.goto(`${portal.url}/ticket?id=${id}`)
      await told(page, say('tracker.ticket', { number: id }))
      await agentSets(id, { Status: 'open', ...field('Stage', 'in-progress') })
      await told(page, say('stage.in-progress'))
      const comment = { Content: 'a difficult customer', ContentType: 'text/plain' }
      await as('agent', `ticket/${id}/comment`, 'POST', comment)
      await engineerOf(system).ask(id, 'What does the console show?')
      await told(page, say('tracker.asked.title'))
      await told(page, 'What does the console show?')

      await page.getByLabel(say('tracker.reply.answer')).fill('A black screen: see the picture.')
      await page
        .locator('[data-field=replyFiles] input[type=file]')
        .setInputFiles({ name: 'screen.png', mimeType: 'image/png', buffer: screenshot })
      await told(page, 'screen.png')
      await press(page, say('tracker.reply.send'))
      await page.locator('.said-by.customer').getByText('A black screen').waitFor()
      const { items } = attachments.parse(
        await as('agent', `ticket/${id}/attachments?fields=Filename,Content&per_page=100`),
      )
      const picture = items.find(({ Filename }) => Filename === 'screen.png')
      // Byte by byte, each as a character: so RT tells what is no text.
      assert.deepEqual(Buffer.from(picture?.Content ?? '', 'latin1'), screenshot)

      await agentSets(id, field('Summary', 'The rules of Monday are back.'))
      await agentSets(id, { Status: 'open' })
      await agentSets(id, { Status: 'resolved' })
      await told(page, 'The rules of Monday are back.')
      await press(page, say('tracker.reopen.open'))
      await page.getByLabel(say('field.reopenReason.label')).fill('An hour later SSH is silent again.')
      await page.getByRole('checkbox', { name: /I give the same authorization once more/ }).check()
      await press(page, say('tracker.reopen.send'))
      await told(page, 'An hour later SSH is silent again.')
      assert.equal((await inTracker(id)).Status, 'open')
      await agentSets(id, { Status: 'resolved' })
      await page.getByRole('button', { name: say('tracker.reopen.open'), exact: true }).waitFor()

      assert.equal(await page.getByText('a difficult customer').count(), 0)
      const entries = await page.request.get(`${portal.url}/api/interventions/${id}/entries`)
      assert.match(await entries.text(), /What does the console show/)
      assert.doesNotMatch(await entries.text(), /a difficult customer/)
      assert.deepEqual(await violations(page), [])
      assert.deepEqual(complaints, [])
    })
  })
}

/** What stands in a sealed text, by the command of the engineers. */
function opened(armored: string, identity: string): { readonly password: string } {
  const folder = mkdtempSync(join(tmpdir(), 'age-'))
  try {
    const file = join(folder, 'on-call.txt')
    writeFileSync(file, `${identity}\n`, { mode: 0o600 })
    const { status, stdout } = spawnSync('age', ['-d', '-i', file], { input: armored, encoding: 'utf8' })
    assert.equal(status, 0, 'age does not open it')
    return z.object({ password: z.string() }).parse(JSON.parse(stdout))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
