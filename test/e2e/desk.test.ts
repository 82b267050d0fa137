import assert from 'node:assert/strict'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import Database from 'libsql'
import { filingFor, newKey, sealedFor, signIn } from '../server/customer.js'
import { openStage } from './stage.js'
import type { Stage } from './stage.js'

describe('the engineer’s desk', () => {
  let stage: Stage
  let sealedOne = ''
  let declaredOne = ''

  before(async () => {
    stage = await openStage()
    const anna = await signIn(stage.demo().url, 'anna')
    const key = newKey()
    const sealed = await sealedFor(anna.adapter, key, 'Zażółć')
    const filing = await filingFor('anna', key, {
      access: { kind: 'account', sealed },
      serviceId: 'NH-20418',
      operatingSystem: 'Debian 12',
      errors: 'sshd: no hostkeys available',
    })
    sealedOne = (await anna.adapter.submit(filing, { key })).intervention.number
    const maria = await signIn(stage.demo().url, 'maria')
    const other = newKey()
    const server = { kind: 'ip', value: '203.0.113.162' } as const
    const declared = await filingFor('maria', other, { server }, { server })
    declaredOne = (await maria.adapter.submit(declared, { key: other })).intervention.number
  })
  after(() => stage.close())

  it('tells first what is asked for, and what is compared last', async () => {
    const { page } = await stage.visit(`/desk/#${sealedOne}`, { viewport: { width: 1440, height: 900 } })
    await page.getByRole('heading', { name: `Request ${sealedOne}` }).waitFor()
    assert.deepEqual(await page.locator('main h3').allInnerTexts(), [
      'Problem',
      'Requested action',
      'Error messages',
      'Access',
      'Authorization',
      'Act',
      'History',
      "The ticket's text, as it arrived",
      'Digest, keys and clocks',
    ])
    await page.locator('.head .tell.good', { hasText: 'Record intact' }).waitFor()
    const head = await page.locator('.head').innerText()
    for (const part of ['203.0.113.24', 'service NH-20418', 'Reset of the root or Administrator password'])
      assert.ok(head.includes(part), head)
    assert.match(head, /Received\n.+\d\d:\d\d[^]+First response due\n.+\d\d:\d\d/)
    for (const name of ['Problem', 'Requested action', 'Access']) {
      const box = await page.getByRole('heading', { name, exact: true }).boundingBox()
      assert.ok(box && box.y + box.height < 900, `${name} is below the fold`)
    }
  })

  it('tells apart whether the record is intact and who says that the signer owns the account', async () => {
    for (const [number, owner, isGood] of [
      [sealedOne, 'Owner: named by the client area.', true],
      [declaredOne, 'Owner: declared by the signer, not verified.', false],
    ] as const) {
      const { page } = await stage.visit(`/desk/#${number}`)
      await page.locator('.owner').waitFor()
      assert.equal(await page.locator('.verdict').innerText(), 'Record intact: the digest fits.')
      assert.equal(await page.locator('.owner').innerText(), owner)
      assert.equal(await page.locator('.owner.good').count(), isGood ? 1 : 0)
    }
  })

  it('is walked by letters, which can be switched off', async () => {
    const { page, keys } = await stage.visit('/desk/')
    await page.getByRole('link', { name: new RegExp(sealedOne) }).waitFor()
    await keys.press('j')
    assert.match(await keys.focused(), new RegExp(`^${sealedOne}`))
    await keys.press('j')
    await keys.press('j')
    assert.match(await keys.focused(), new RegExp(`^${declaredOne}`))
    await keys.press('k')
    await keys.press('Enter')
    await page.getByRole('heading', { name: `Request ${sealedOne}` }).waitFor()
    await page.locator('main:focus').waitFor()
    await keys.press('?')
    const box = page.getByLabel('letter keys on')
    await box.press('Space')
    await keys.press('Escape')
    await box.waitFor({ state: 'hidden' })
    const before = await keys.focused()
    for (const key of ['j', '/', '?']) await keys.press(key)
    assert.equal(await keys.focused(), before)
    assert.ok(!(await box.isVisible()))
    // Switched off for good; the list of shortcuts still opens by its button.
    await page.reload()
    await page.getByRole('button', { name: 'Shortcuts' }).press('Enter')
    assert.ok(!(await box.isChecked()))
  })

  it('finds a request, copies its server and goes to its login details by a key each', async () => {
    const { page, keys } = await stage.visit('/desk/')
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    const other = page.getByRole('link', { name: new RegExp(declaredOne) })
    await other.waitFor()
    await keys.press('/')
    await keys.type(sealedOne)
    await other.waitFor({ state: 'hidden' })
    await keys.press('Enter')
    await page.getByRole('heading', { name: `Request ${sealedOne}` }).waitFor()
    await page.locator('main:focus').waitFor()
    await keys.press('c')
    await page.getByRole('status').getByText('Copied: server.').waitFor()
    assert.equal(await page.evaluate(() => navigator.clipboard.readText()), '203.0.113.24')
    await keys.press('l')
    assert.equal(await keys.focused(), 'Open the login details')
    // Going there opened nothing.
    assert.equal(await page.locator('[data-secret=password]').count(), 0)
  })

  it('takes a letter that is typed into a field for a letter', async () => {
    const { page, keys } = await stage.visit(`/desk/#${sealedOne}`)
    const role = page.getByLabel('Your role, as the customer will see it')
    await role.fill('')
    await keys.type('jk')
    assert.equal(await role.inputValue(), 'jk')
    assert.equal(await keys.focused(), 'Your role, as the customer will see it')
  })

  it('keeps the focus when the login details open and hide, and says what was copied', async () => {
    const { page, keys } = await stage.visit(`/desk/#${sealedOne}`)
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    const open = page.getByRole('button', { name: 'Open the login details' })
    await open.press('Enter')
    await page.locator('[data-secret=password]').waitFor()
    assert.equal(await keys.focused(), 'The login details, opened')
    await page.getByRole('button', { name: 'Copy password' }).press('Enter')
    await page.getByRole('status').getByText('Copied: password.').waitFor()
    assert.equal(await page.evaluate(() => navigator.clipboard.readText()), 'Zażółć')
    await page.getByRole('button', { name: 'Hide the login details' }).press('Enter')
    await open.waitFor()
    assert.equal(await keys.focused(), 'Open the login details')
  })

  it('says that nothing was copied where the browser refuses', async () => {
    const { page } = await stage.visit(`/desk/#${sealedOne}`)
    await page.evaluate('navigator.clipboard.writeText = () => Promise.reject(new Error())')
    await page.getByRole('button', { name: 'Copy the sealed text' }).click()
    await page.getByRole('status').getByText('Not copied: the sealed text.').waitFor()
  })

  it('stays at work with a text of marks, a time that can’t be named, and a server that isn’t the account’s', async () => {
    const { adapter } = await signIn(stage.demo().url, 'maria')
    const key = newKey()
    const server = { kind: 'ip', value: '192.0.2.7' } as const
    const problem = `x${'\u202e\u200b'.repeat(5_000)}${'a\u202e'.repeat(2_000)}`
    const filing = await filingFor('maria', key, { server, problem }, { server })
    const { number } = (await adapter.submit(filing, { key })).intervention
    const db = new Database(join(stage.data, 'nordhost.db'))
    db.prepare('UPDATE entries SET at = ? WHERE ticket = ? AND seq = 1').run(9e15, Number(number))
    db.close()
    const { page, complaints } = await stage.visit(`/desk/#${number}`)
    await page.getByRole('heading', { name: `Request ${number}` }).waitFor()
    await page.getByText('no possible time').first().waitFor()
    await page.getByText('Not among this account’s services:').waitFor()
    assert.ok((await page.locator('.mark').count()) < 2_000)
    await page.evaluate(`location.hash = '#${sealedOne}'`)
    await page.getByRole('heading', { name: `Request ${sealedOne}` }).waitFor()
    const later = newKey()
    const next = await adapter.submit(await filingFor('maria', later), { key: later })
    await page.getByRole('link', { name: new RegExp(next.intervention.number) }).waitFor()
    assert.deepEqual(complaints, [])
  })
})
