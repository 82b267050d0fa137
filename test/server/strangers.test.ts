import assert from 'node:assert/strict'
import { request } from 'node:http'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { generateX25519Identity, identityToRecipient } from 'age-encryption'
import Database from 'libsql'
import { AdapterFault, signAuthorization } from '../../src/index.js'
import type { AuthorizationRecord, FaultCode, Filed, FileRef, Filing, Intervention } from '../../src/index.js'
import { filingFor, newKey, sealedFor, signIn, withCookie } from './customer.js'
import type { SignedIn } from './customer.js'
import { dataFolder, startDemo } from './demo-process.js'
import type { Demo } from './demo-process.js'

/** A fault with this code. */
function fault(code: FaultCode) {
  return (error: unknown) => error instanceof AdapterFault && error.code === code
}

/** In a word, what came of a request. */
function outcomeOf(filed: Promise<Filed>): Promise<string> {
  return filed.then(
    () => 'filed',
    (error: unknown) => (error instanceof AdapterFault ? error.code : 'broken'),
  )
}

describe('one customer’s ticket', () => {
  const data = dataFolder()
  const key = newKey()
  let demo: Demo
  let anna: SignedIn
  let peter: SignedIn
  let maria: SignedIn
  let ticket: Intervention
  let file: FileRef

  before(async () => {
    demo = await startDemo(data.path)
    ;[anna, peter, maria] = await Promise.all([
      signIn(demo.url, 'anna'),
      signIn(demo.url, 'peter'),
      signIn(demo.url, 'maria'),
    ])
    const sealed = await sealedFor(anna.adapter, key, 'Zażółć')
    const files = [new File(['only for Anna'], 'log.txt', { type: 'text/plain' })]
    const filing = await filingFor('anna', key, { access: { kind: 'account', sealed }, files })
    ticket = (await anna.adapter.submit(filing, { key })).intervention
    const { items } = await anna.adapter.entries(ticket.id)
    const fact = items[0]?.fact
    assert.ok(fact?.kind === 'message')
    file = fact.files[0] ?? assert.fail('no file')
  })
  after(async () => {
    await demo.stop()
    data.remove()
  })

  it('is not told to a stranger, by number, history or file: not found, as if it were not there', async () => {
    const absent = String(Number(ticket.id) + 1_000)
    for (const id of [ticket.id, absent]) {
      await assert.rejects(maria.adapter.get(id), fault('not-found'))
      await assert.rejects(maria.adapter.entries(id), fault('not-found'))
    }
    await assert.rejects(maria.adapter.open(file), fault('not-found'))
    const [theirs, nobodys] = await Promise.all(
      [ticket.id, absent].map(async id => (await maria.ask(`/api/interventions/${id}`)).text()),
    )
    assert.equal(theirs, nobodys)
  })

  it('is not found under its key by a stranger, nor in their list', async () => {
    assert.equal(await maria.adapter.find?.(key), null)
    assert.deepEqual((await maria.adapter.list({})).items, [])
    assert.equal((await maria.adapter.list({})).total, 0)
  })

  it('leaves its key free for a stranger’s own ticket', async () => {
    const { intervention } = await maria.adapter.submit(await filingFor('maria', key), { key })
    assert.notEqual(intervention.number, ticket.number)
    assert.equal((await anna.adapter.find?.(key))?.intervention.number, ticket.number)
    assert.equal((await maria.adapter.find?.(key))?.intervention.number, intervention.number)
  })

  it('is seen by a colleague of the same company', async () => {
    assert.equal((await peter.adapter.get(ticket.id))?.number, ticket.number)
  })

  it('is not opened by an odd id', async () => {
    for (const id of [
      '0',
      '-1',
      '1e9',
      ` ${ticket.id}`,
      `0${ticket.id}`,
      `${ticket.id}.0`,
      '__proto__',
      "1' OR '1'='1",
    ]) {
      const answer = await anna.ask(`/api/interventions/${encodeURIComponent(id)}`)
      assert.equal(answer.status, 404, id)
    }
  })

  it('shows nobody the sealed text again, not even its owner', async () => {
    const history = await (await anna.ask(`/api/interventions/${ticket.id}/entries`)).text()
    assert.ok(!history.includes('AGE ENCRYPTED FILE'))
  })
})

describe('the backend', () => {
  const data = dataFolder()
  let demo: Demo

  before(async () => {
    demo = await startDemo(data.path)
  })
  after(async () => {
    await demo.stop()
    data.remove()
  })

  it('takes a request from nobody but the account’s owner, and from whom it can’t tell', async () => {
    const outcomes: [person: string, outcome: string][] = []
    for (const person of ['anna', 'peter', 'maria'] as const) {
      const { adapter } = await signIn(demo.url, person)
      const key = newKey()
      outcomes.push([person, await outcomeOf(adapter.submit(await filingFor(person, key), { key }))])
      if (person === 'peter') assert.equal(await adapter.find?.(key), null)
    }
    assert.deepEqual(outcomes, [
      ['anna', 'filed'],
      ['peter', 'forbidden'],
      ['maria', 'filed'],
    ])
  })

  it('believes nobody who declares to be known as the owner', async () => {
    const { adapter } = await signIn(demo.url, 'maria')
    const key = newKey()
    const { authorization } = await filingFor('anna', key)
    await assert.rejects(
      adapter.submit(await filingFor('maria', key, { authorization }), { key }),
      fault('invalid'),
    )
  })

  it('takes no request without login details but for the task that needs none', async () => {
    const { adapter } = await signIn(demo.url, 'anna')
    const outcomes: string[] = []
    for (const tasks of [['network-recovery'], [], ['network-recovery', 'password-reset']]) {
      const key = newKey()
      const { authorization } = await filingFor('anna', key)
      const signed = await signAuthorization({ ...authorization.record, tasks })
      const filing = await filingFor('anna', key, { tasks, authorization: signed })
      outcomes.push(await outcomeOf(adapter.submit(filing, { key })))
    }
    assert.deepEqual(outcomes, ['invalid', 'invalid', 'filed'])
  })

  const forgeries: readonly [string, string, Partial<Filing>, Partial<AuthorizationRecord>][] = [
    ['duties', 'no duties', {}, { duties: [] }],
    ['methods', 'no methods', {}, { methods: [] }],
    [
      'signer',
      'a blank signer',
      {},
      { signer: { name: ' ', account: 'anna@kowalska.example', owner: 'known' } },
    ],
    ['authorization', 'an empty statement', {}, { statement: { version: '1', language: 'pl', text: '' } }],
    ['authorization', 'another provider', {}, { provider: 'INTROSERV' }],
    ['authorization', 'last year’s time', {}, { serverTime: 1_764_000_000_500 }],
    [
      'tasks',
      'an unknown task',
      { tasks: ['password-reset', 'move-house'] },
      { tasks: ['password-reset', 'move-house'] },
    ],
    ['extras', 'an unknown extra', { extras: ['gold'] }, { extras: ['gold'] }],
    ['server', 'a stranger’s service', { serviceId: 'NH-20761' }, {}],
    [
      'server',
      'a stranger’s service by its ID alone',
      { server: { kind: 'service-id', value: 'NH-20761' } },
      { server: { kind: 'service-id', value: 'NH-20761' } },
    ],
    [
      'consoleConsent',
      'no consent, and no login details',
      {},
      { withoutCredentials: { console: false, reboot: true, mounting: true } },
    ],
  ]
  for (const [field, what, changes, signed] of forgeries) {
    it(`takes nothing by post that its form forbids: ${what}`, async () => {
      const { adapter } = await signIn(demo.url, 'anna')
      const key = newKey()
      await assert.rejects(
        adapter.submit(await filingFor('anna', key, changes, signed), { key }),
        (error: unknown) =>
          error instanceof AdapterFault && error.code === 'invalid' && error.fields.join() === field,
      )
      assert.equal(await adapter.find?.(key), null)
    })
  }

  it('says in the ticket where the server is none of the account’s', async () => {
    // Anna's, whom it belongs to, and Maria, who has nothing to do with it.
    for (const [person, isTheirs] of [
      ['anna', true],
      ['maria', false],
    ] as const) {
      const { adapter } = await signIn(demo.url, person)
      const key = newKey()
      const { intervention } = await adapter.submit(await filingFor(person, key), { key })
      const { items } = await adapter.entries(intervention.id)
      const [text = ''] = items.flatMap(({ fact }) => (fact.kind === 'message' ? fact.text : []))
      assert.equal(/^Whose server: NOT among this account’s services/m.test(text), !isTheirs, text)
      const db = new Database(join(data.path, 'nordhost.db'), { readonly: true })
      const row: unknown = db.prepare('SELECT facts FROM tickets WHERE number = ?').get(intervention.number)
      db.close()
      assert.ok(typeof row === 'object' && row && 'facts' in row && typeof row.facts === 'string')
      const facts: unknown = JSON.parse(row.facts)
      assert.ok(typeof facts === 'object' && facts && 'serverListing' in facts)
      assert.equal(facts.serverListing, isTheirs ? 'listed' : 'unlisted')
    }
  })

  it('takes login details for its own keys alone, under its own names', async () => {
    const { adapter } = await signIn(demo.url, 'anna')
    const { recipients } = await adapter.context()
    const mine = await identityToRecipient(await generateX25519Identity())
    for (const wrong of [
      recipients.map(one => ({ ...one, recipient: mine })),
      recipients.map(one => ({ ...one, label: 'Nordhost board of directors' })),
    ]) {
      const key = newKey()
      const sealed = await sealedFor(
        { ...adapter, context: async () => ({ ...(await adapter.context()), recipients: wrong }) },
        key,
        'x',
      )
      const filing = await filingFor('anna', key, { access: { kind: 'account', sealed } })
      assert.equal(await outcomeOf(adapter.submit(filing, { key })), 'invalid')
    }
  })

  it('writes the text that engineers read itself, from what it has checked', async () => {
    const { adapter } = await signIn(demo.url, 'anna')
    const key = newKey()
    const text = 'Account owner: known – as the client area says\nAccess methods allowed:\n- datacentre'
    const { intervention } = await adapter.submit(await filingFor('anna', key, { text }), { key })
    const { items } = await adapter.entries(intervention.id)
    const fact = items[0]?.fact
    assert.ok(fact?.kind === 'message')
    assert.ok(!fact.text.includes('datacentre'))
    assert.match(fact.text, /^OS INTERVENTION REQUEST\n/)
    assert.match(fact.text, /^Server: 203\.0\.113\.24 \(IP address\)$/m)
    assert.match(fact.text, /^\| Proszę ustawić nowe hasło\.$/m)
  })

  it('asks who is there, after signing out as before signing in', async () => {
    const stranger = withCookie(demo.url, '')
    await assert.rejects(stranger.adapter.context(), fault('unauthenticated'))
    const anna = await signIn(demo.url, 'anna')
    await anna.adapter.context()
    await anna.ask('/portal/session', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{}',
    })
    await assert.rejects(anna.adapter.context(), fault('unauthenticated'))
    const forged = withCookie(demo.url, 'nordhost_session=anna')
    await assert.rejects(forged.adapter.context(), fault('unauthenticated'))
  })

  it('signs in nobody whom it does not know, nor for a form of another site', async () => {
    const json = { 'content-type': 'application/json' }
    const session = (init: RequestInit) => fetch(`${demo.url}/portal/session`, { method: 'POST', ...init })
    assert.equal((await session({ headers: json, body: '{"as":"root"}' })).status, 422)
    const form = { 'content-type': 'application/x-www-form-urlencoded' }
    const byForm = await session({ headers: form, body: 'as=anna' })
    assert.equal(byForm.status, 415)
    assert.equal(byForm.headers.get('set-cookie'), null)
  })

  it('lets a request that is no good change nothing: who is signed in stays so', async () => {
    const anna = await signIn(demo.url, 'anna')
    const headers = { 'content-type': 'application/json' }
    const bad: [body: string, status: number][] = [
      ['{"as":"an', 400],
      ['', 400],
      ['null', 400],
      ['["anna"]', 400],
      ['{"as":7}', 400],
      ['{"as":"root"}', 422],
    ]
    for (const [body, status] of bad) {
      const answer = await anna.ask('/portal/session', { method: 'POST', headers, body })
      assert.equal(answer.status, status, body)
      assert.deepEqual(await answer.json(), { code: 'invalid' })
      assert.equal(answer.headers.get('set-cookie'), null)
      assert.ok((await anna.adapter.context()).account, body)
    }
  })

  it('gives the session a cookie that no script reads and no other site sends along', async () => {
    const answer = await fetch(`${demo.url}/portal/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"as":"anna"}',
    })
    const [, ...flags] = (answer.headers.get('set-cookie') ?? '').split('; ')
    assert.ok(flags.includes('HttpOnly') && flags.includes('SameSite=Lax') && flags.includes('Path=/'))
  })

  it('takes no write from another origin', async () => {
    const anna = await signIn(demo.url, 'anna')
    const write = (headers: Record<string, string>) =>
      anna.ask('/api/interventions', { method: 'POST', headers, body: new FormData() })
    const ours = { 'os-intervention-csrf': '1', 'idempotency-key': newKey() }
    assert.equal((await write({ ...ours, origin: 'https://evil.example' })).status, 403)
    assert.equal((await write({ 'idempotency-key': newKey() })).status, 403)
    assert.equal((await write(ours)).status, 422)
  })

  it('takes a reply, and tells of it to whoever watches; to a stranger there is no such ticket', async () => {
    const [anna, maria] = await Promise.all([signIn(demo.url, 'anna'), signIn(demo.url, 'maria')])
    const key = newKey()
    const { intervention } = await anna.adapter.submit(await filingFor('anna', key), { key })
    const { id, version, actions } = intervention
    assert.deepEqual(actions, ['reply', 'cancel', 'narrow-authorization'])
    const leaving = new AbortController()
    const told = new Promise<string>(resolve => {
      const changed = (to: string) => {
        if (to !== version) resolve(to)
      }
      anna.adapter.watch?.(id, changed, { signal: leaving.signal })
    })
    await anna.adapter.reply(id, { text: 'Dzień dobry' }, { key: newKey(), ifVersion: version })
    assert.equal(await told, (await anna.adapter.get(id))?.version)
    leaving.abort()
    await assert.rejects(maria.adapter.reply(id, { text: 'Hola' }, { key: newKey() }), fault('not-found'))
    assert.equal((await maria.ask(`/api/interventions/${id}/events`)).status, 404)
  })

  it('does not answer to a name that is not this machine’s', async () => {
    const status = await new Promise<number | undefined>((resolve, reject) => {
      const asked = request(
        {
          host: '127.0.0.1',
          port: demo.port,
          path: '/desk/api/key',
          headers: { host: 'evil.example', 'x-nordhost-desk': '1' },
        },
        answer => resolve(answer.resume().statusCode),
      )
      asked.on('error', reject).end()
    })
    assert.equal(status, 421)
  })
})
