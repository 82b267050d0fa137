import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { after, before, describe, it } from 'node:test'
import { openSealed } from '../../src/index.js'
import { openStage } from './stage.js'
import type { Stage } from './stage.js'

describe('a page’s own form with the credential field in it', () => {
  let stage: Stage

  before(async () => {
    stage = await openStage()
  })
  after(() => stage.close())

  it('sends the sealed text, under the strict policy, by the keyboard alone', async () => {
    const { page, keys, reports, complaints } = await stage.visit('/portal/')
    await page.getByRole('button', { name: 'Anna Kowalska' }).click()
    await page.getByRole('link', { name: 'Nowa interwencja' }).first().waitFor()
    await page.goto(`${stage.demo().url}/embed/credential.html`)
    await page.getByRole('group', { name: 'Login details for the server' }).waitFor()
    await keys.to('What should be changed?')
    await keys.type('The mail server’s name')
    await keys.to(/^User name/)
    await keys.type('root')
    await keys.to(/^Password/)
    await keys.type('Zażółć 73')
    await keys.to('Send')
    await page.waitForFunction(() => document.querySelector('form')?.checkValidity())
    await keys.press('Enter')
    const shown = page.locator('#sent')
    await shown.getByText('BEGIN AGE ENCRYPTED FILE').waitFor()
    const armored = /login = (.*)$/s.exec(await shown.innerText())?.[1] ?? ''
    const identity = /AGE-SECRET-KEY-1\w+/.exec(readFileSync(`${stage.data}/keys/on-call.txt`, 'utf8'))?.[0]
    const opened = await openSealed(armored, identity ?? '')
    assert.ok(opened.ok)
    assert.deepEqual(opened.value.credentials, {
      username: 'root',
      password: 'Zażółć 73',
      secondFactor: false,
    })
    assert.equal(opened.value.binding.server, 'NH-3317')
    assert.ok(!(await page.content()).includes('Zażółć 73'))
    assert.equal(await page.getByRole('textbox', { name: /^Password/ }).count(), 0)
    assert.deepEqual([...reports, ...complaints], [])
  })
})
