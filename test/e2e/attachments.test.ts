import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { after, before, describe, it } from 'node:test'
import { openStage } from './stage.js'
import type { Stage } from './stage.js'
import { signInAs, walkOf } from './walk.js'

/** Noise that begins as a PNG does: whoever changes a byte of it is found out. */
const picture = Buffer.concat([
  Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x06\0\0\0', 'latin1'),
  randomBytes(3_000_000),
])
const log = Buffer.from('\ufeffNov 26 03:12:44 sshd[812]: błąd: brak kluczy hosta\r\n'.repeat(2_000), 'utf8')

describe('a customer with a screenshot and a log', () => {
  let stage: Stage

  before(async () => {
    stage = await openStage()
  })
  after(() => stage.close())

  for (const language of ['pl', 'en'] as const) {
    it(`hands them to the engineer byte for byte: ${language}`, async () => {
      const { page, reports, complaints } = await stage.visit('/portal/new', {
        locale: language,
        before: async other => signInAs(other, stage.demo().url, 'anna'),
      })
      const { say, at, to, on, write, choose, authorize, send, sent } = walkOf(page, language)
      await to('problem')
      await write('problem', 'Nothing answers since the update.')
      await write('action', 'Make it answer again.')
      await page.getByText(say('field.attachments.fold'), { exact: true }).click()
      const files = page.getByRole('list', { name: say('attachments.list') })
      await page.locator('[data-field=attachments] input').setInputFiles([
        { name: 'zrzut ekranu.png', mimeType: 'text/html', buffer: picture },
        { name: 'messages', mimeType: '', buffer: log },
        { name: 'chart.png', mimeType: 'image/png', buffer: Buffer.from('<svg onload="alert(1)"/>') },
      ])
      await files.getByText(say('attachments.flaw.html-or-svg')).waitFor()
      await on()
      await at('access')
      await choose('radio', say('access.account.title'))
      await write('username', 'root')
      await write('password', 'żółw')
      await on()
      await authorize()
      await on()
      await at('check')
      await page.locator('dd').getByText('zrzut ekranu.png').waitFor()
      await send()
      const number = await sent()
      assert.deepEqual([reports, complaints], [[], []])

      await page.goto(`${stage.demo().url}/portal/ticket?id=${number}`)
      await page.getByLabel(say('tracker.reply.label')).fill('This is what I see now.')
      await page.getByText(say('field.replyFiles.fold'), { exact: true }).click()
      await page
        .locator('[data-field=replyFiles] input')
        .setInputFiles([{ name: 'now.jpg', mimeType: 'image/jpeg', buffer: picture }])
      await files.getByText('now.png').waitFor()
      await page.getByRole('button', { name: say('tracker.reply.send'), exact: true }).click()
      await page.getByRole('button', { name: `${say('tracker.file.open')} now.png` }).waitFor()
      assert.deepEqual([reports, complaints], [[], []])

      const desk = await stage.visit(`/desk/#${number}`)
      for (const [name, bytes] of [
        ['zrzut ekranu.png', picture],
        ['messages.txt', log],
        ['now.png', picture],
      ] as const) {
        const coming = desk.page.waitForEvent('download')
        await desk.page.getByRole('button', { name: `Download: ${name}` }).click()
        const download = await coming
        assert.equal(download.suggestedFilename(), name)
        assert.ok(readFileSync(await download.path()).equals(bytes), `${name} has changed`)
      }
      assert.equal(await desk.page.getByRole('button', { name: /^Download: .*(png|txt)$/ }).count(), 3)
      const ticket = await desk.page.getByRole('region', { name: 'Text', exact: true }).innerText()
      assert.match(
        ticket,
        /- zrzut ekranu\.png \(image\/png, 3000029 B\)\n- messages\.txt \(text\/plain, \d+ B\)/,
      )
      await desk.page.context().close()
      await page.context().close()
    })
  }
})
