import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import Database from 'libsql'
import { record, text } from '../../demo/record.js'
import { filingFor, newKey, sealedFor, signIn } from '../server/customer.js'
import { findAge } from '../support/programs.js'
import { authorize, goOn, openForm, pickServer, sendIt, tellProblem } from './customer-visit.js'
import { openStage } from './stage.js'
import type { Stage, Visit } from './stage.js'

// Polish letters, an emoji, accents of their own (NFD), blanks at both ends: everything that is lost on a careless way.
const PASSWORD = ' Zażółć gęślą 🔑 jaz\u0301n\u0301 \u00a0„x” '
const USERNAME = 'KOWALSKA\\żaneta'
/** Pieces that must stand in no request, in whatever dress. */
const PIECES = [
  'Zażółć gęślą 🔑',
  'gęślą 🔑 jaz',
  'jaz\u0301n\u0301',
  Buffer.from('Zażółć gęślą').toString('base64'),
]

const age = findAge()
if (age === undefined && process.env['CI'] !== undefined) throw new Error('the age program is missing')

describe('a request, from the customer’s keyboard to the engineer’s desk', () => {
  let stage: Stage
  let customer: Visit
  let desk: Visit
  let number = ''

  before(async () => {
    stage = await openStage()
    customer = await stage.visit('/portal/')
  })
  after(() => stage.close())

  it('is filled in and sent in Polish by the keyboard alone', async () => {
    const { page, keys } = customer
    await openForm(customer, 'Anna Kowalska')
    const from = keys.presses().length
    await pickServer(customer)
    await goOn(customer, /^Krok 2 z 5 Co nie działa/)
    await tellProblem(customer, [/^Przywrócenie działania usługi SSH/])
    await goOn(customer, /^Krok 3 z 5/)
    await keys.pick('Mam konto administratora', 'Mam konto administratora')
    await keys.to('Nazwa użytkownika')
    await keys.type(USERNAME)
    await keys.to('Hasło')
    await keys.type(PASSWORD)
    await goOn(customer, /^Krok 4 z 5/)
    await authorize(customer)
    await goOn(customer, /^Krok 5 z 5/)
    await sendIt(customer)
    const heading = page.getByRole('heading', { name: /Zgłoszenie nr \d+$/ })
    await heading.waitFor()
    number = /\d+$/.exec(await heading.innerText())?.[0] ?? ''
    assert.match(number, /^4821\d$/)
    const pressed = keys.presses().length - from
    assert.ok(pressed <= 60, `${String(pressed)} presses: ${keys.presses().slice(from).join(' ')}`)
  })

  it('has its number said where the customer looks, and stands in their list', async () => {
    const { page, keys } = customer
    assert.match(await keys.focused(), new RegExp(`Zgłoszenie nr ${number}$`))
    await page.getByRole('button', { name: new RegExp(`^Zgłoszenie nr ${number} `) }).waitFor()
    const hasText = new RegExp(`^Wysłano zgłoszenie nr ${number}\\.$`)
    await page.locator('div[role=status]').filter({ hasText }).waitFor({ state: 'attached' })
  })

  it('left the page once, with the password in no piece of it', () => {
    assert.deepEqual(customer.writes, ['/portal/session', '/api/interventions'])
    const sent = stage.sent()
    assert.ok(sent.includes('BEGIN AGE ENCRYPTED FILE') && sent.includes('gęślą jaźń 🛠'))
    for (const piece of PIECES) assert.ok(!sent.includes(piece), piece)
  })

  it('arrives at the desk with the customer’s words as they were typed', async () => {
    desk = await stage.visit('/desk/')
    await desk.page.getByRole('link', { name: new RegExp(number) }).click()
    await desk.page.getByRole('heading', { name: `Request ${number}` }).waitFor()
    const body = await desk.page.locator('pre.body').innerText()
    assert.ok(body.includes('Po aktualizacji jądra nikt nie może się zalogować. Zażółć gęślą jaźń 🛠'))
    assert.ok(
      body.includes('203.0.113.24') && body.includes('remote-access-restore') && !body.includes(USERNAME),
    )
  })

  it('carries an authorization that the desk verifies', async () => {
    assert.match(await verdict(desk), /^Record intact:/)
    const section = desk.page.getByRole('region', { name: 'Authorization' })
    assert.match(
      await section.innerText(),
      /Ja, Anna Kowalska, właściciel konta anna@kowalska\.example, wyraźnie upoważniam/,
    )
  })

  it('opens at the desk on an explicit press, which the customer can read of', async () => {
    const { page } = desk
    await page.getByRole('button', { name: 'Open the login details' }).click()
    const password = page.locator('[data-secret=password]')
    await password.waitFor()
    assert.equal(await unmarked(password), PASSWORD)
    assert.equal(await unmarked(page.locator('[data-secret=username]')), USERNAME)
    const seen = await password.innerText()
    assert.ok(seen.startsWith('·') && seen.includes('U+00A0'), seen)
    await page.getByText('login details opened by on-call engineer').waitFor()
    await page.getByRole('button', { name: 'Hide the login details' }).click()
    assert.equal(await password.count(), 0)
    assert.ok(!(await page.content()).includes('gęślą 🔑'))
    const { adapter } = await signIn(stage.demo().url, 'anna')
    assert.equal((await adapter.get(number))?.access?.event, 'opened')
  })

  it(
    'opens by the age program to exactly what was typed',
    { skip: age === undefined && 'no age program here' },
    async () => {
      const { page } = desk
      const download = page.waitForEvent('download')
      await page.getByRole('button', { name: 'Download .age' }).click()
      const file = await (await download).path()
      for (const key of ['on-call', 'escrow']) {
        const words = ['-d', '-i', join(stage.data, `keys/${key}.txt`), file]
        const { stdout, stderr, status } = spawnSync(age ?? '', words, { encoding: 'utf8' })
        assert.equal(status, 0, stderr)
        const opened = record(JSON.parse(stdout))
        assert.equal(text(opened, 'password'), PASSWORD)
        assert.equal(text(opened, 'username'), USERNAME)
        assert.equal(text(opened, 'server'), '203.0.113.24')
      }
    },
  )

  const changes: readonly (readonly [what: string, from: RegExp, to: string])[] = [
    ['a letter of the statement', /upoważniam/, 'upoważnjam'],
    ['a method', /"ssh-rdp"/, '"ssh-rdq"'],
    ['the moment', /"serverTime":1/, '"serverTime":2'],
    ['the digest itself', /"digest":"./, '"digest":"x'],
    ['a quotation mark', /"reboot":/, ' reboot":'],
  ]
  for (const [what, from, to] of changes) {
    it(`is not verified once one byte of what is stored is changed: ${what}`, async () => {
      const stored = authorizationOf(stage, number)
      const changed = stored.replace(from, to)
      assert.equal([...changed].filter((character, index) => character !== [...stored][index]).length, 1)
      storeAuthorization(stage, number, changed)
      await desk.page.reload()
      assert.match(await verdict(desk), /^Record changed:/)
      storeAuthorization(stage, number, stored)
      await desk.page.reload()
      assert.match(await verdict(desk), /^Record intact:/)
    })
  }

  it('is not opened with the sealed text of another request', async () => {
    const { adapter } = await signIn(stage.demo().url, 'anna')
    const key = newKey()
    const sealed = await sealedFor(adapter, key, 'from elsewhere')
    const filing = await filingFor('anna', key, { access: { kind: 'account', sealed } })
    const { intervention } = await adapter.submit(filing, { key })
    const db = new Database(join(stage.data, 'nordhost.db'))
    const move = db.prepare(
      'UPDATE tickets SET sealed = (SELECT sealed FROM tickets WHERE number = ?) WHERE number = ?',
    )
    move.run(Number(intervention.number), Number(number))
    db.close()
    const { page } = desk
    await page.reload()
    await page.getByRole('button', { name: 'Open the login details' }).click()
    await page.getByText('were not sealed for this request').waitFor()
    assert.equal(await page.locator('[data-secret]').count(), 0)
    assert.ok(!(await page.content()).includes('from elsewhere'))
  })

  it('brought no report of the strict policy, no warning and no error on either side', () => {
    for (const { reports, complaints } of [customer, desk]) {
      assert.deepEqual(reports, [])
      assert.deepEqual(complaints, [])
    }
  })
})

/** What the desk says of the authorization. */
async function verdict({ page }: Visit): Promise<string> {
  const sentence = page.locator('.verdict')
  await sentence.waitFor()
  return sentence.innerText()
}

/** The text without the desk's marks: what a selection copies. */
async function unmarked(shown: ReturnType<Visit['page']['locator']>): Promise<string> {
  return shown.evaluate(element => {
    const copy = element.cloneNode(true)
    if (copy instanceof Element) for (const mark of copy.querySelectorAll('.mark')) mark.remove()
    return copy.textContent ?? ''
  })
}

/** The authorization's entry as it lies in the database. */
function authorizationOf({ data }: Stage, number: string): string {
  const db = new Database(join(data, 'nordhost.db'))
  const row = db
    .prepare(`SELECT fact FROM entries WHERE ticket = ? AND fact LIKE '{"kind":"authorization"%'`)
    .get(Number(number))
  db.close()
  return text(record(row), 'fact')
}

/** Puts another one in its place, past the backend. */
function storeAuthorization({ data }: Stage, number: string, fact: string): void {
  const db = new Database(join(data, 'nordhost.db'))
  const { changes } = db
    .prepare(`UPDATE entries SET fact = ? WHERE ticket = ? AND seq = 2`)
    .run(fact, Number(number))
  db.close()
  assert.equal(changes, 1)
}
