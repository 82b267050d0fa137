import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import * as z from 'zod/mini'
import type { InterventionAdapter } from '../../src/adapter/adapter.js'
import { sampleFor } from '../../src/adapter/conformance-filing.js'
import { AdapterFault, signAuthorization, type Fact } from '../../src/index.js'
import { redmineAdapter } from '../../src/redmine.js'
import { testAccount, testContext } from '../../src/testing.js'
import { customersOf, engineerOf, redmine, type Redmine } from './redmine/system.js'

const told = z.object({
  issue: z.object({
    author: z.object({ id: z.number() }),
    status: z.object({ name: z.string() }),
    custom_fields: z.array(z.object({ name: z.string(), value: z.nullish(z.string()) })),
    attachments: z.array(z.object({ id: z.number(), filename: z.string() })),
  }),
})

const found = z.object({
  issues: z.array(z.object({ id: z.number(), status: z.object({ name: z.string() }) })),
})

const system = await redmine()
const missing = 'no Redmine answers: test/adapters/redmine/redmine.sh up'
if (!system && process.env['OS_REDMINE']) throw new Error(missing)

/** A test of the real system, where there is one. */
function onRedmine(name: string, body: (system: Redmine) => Promise<void>): void {
  it(name, { skip: system ? false : missing }, async () => {
    if (system) await body(system)
  })
}

async function file(adapter: InterventionAdapter, files: readonly File[] = []) {
  const { key, filing } = await sampleFor(adapter, files)
  const { intervention, unstored } = await adapter.submit(filing, { key })
  return { key, filing, id: intervention.id, intervention, unstored }
}

async function factsOn(adapter: InterventionAdapter, id: string): Promise<readonly Fact[]> {
  return (await adapter.entries(id)).items.map(({ fact }) => fact)
}

/** The issue as one of its users sees it. */
async function inRedmine({ as }: Redmine, id: string, person: 'agent' | 'customer' = 'agent') {
  const { issue } = told.parse(await as(person, `issues/${id}.json?include=attachments`))
  return {
    status: issue.status.name,
    author: issue.author.id,
    files: issue.attachments,
    field: (name: string) => issue.custom_fields.find(one => one.name === name)?.value ?? '',
  }
}

const toStatus = ({ update, status }: Redmine, id: string, name: string) =>
  update('agent', id, { status_id: status(name) })

/** Two servers whose writes of this kind reach Redmine together, however they were begun. */
function twoServers(system: Redmine, kind: RegExp): readonly [InterventionAdapter, InterventionAdapter] {
  let arrived = 0
  let open: () => void = () => undefined
  const both = new Promise<void>(resolve => (open = resolve))
  const waiting = async (request: Request) => {
    if (kind.test(`${request.method} ${request.url}`)) {
      arrived += 1
      if (arrived === 2) open()
      await both
    }
    return fetch(request)
  }
  const server = () => customersOf(system, { fetch: waiting }).adapter
  return [server(), server()]
}

describe('In Redmine', () => {
  onRedmine('a request is its customer’s, and its login details are for engineers alone', async system => {
    const { adapter } = customersOf(system)
    const { id, filing, key, unstored } = await file(adapter)
    const { author, field } = await inRedmine(system, id)
    assert.deepEqual(unstored, [])
    assert.equal(author, system.user('customer'))
    assert.equal(field('Server reference'), filing.server.value)
    assert.match(field('Client request id'), new RegExp(`^${key}\\.`))
    assert.match(field('Sealed credentials'), /^-----BEGIN AGE ENCRYPTED FILE-----/)
    const visible = await system.as('customer', `issues/${id}.json?include=journals,attachments`)
    const shown = JSON.stringify([visible, await adapter.entries(id)])
    assert.ok(!shown.includes('AGE ENCRYPTED'), 'the customer is told the sealed text')
  })

  onRedmine(
    'what engineers say among themselves is neither shown nor noticed, nor its file',
    async system => {
      const { adapter } = customersOf(system)
      const { id, intervention } = await file(adapter)
      const before = await adapter.entries(id)
      const note = { notes: 'a difficult customer', private_notes: true }
      const secret = { name: 'umowa.txt', content: 'owes us money' }
      const [number] = await system.update('agent', id, note, [secret])
      assert.equal(await adapter.get(id, intervention.version), null)
      assert.deepEqual(await adapter.entries(id), before)
      assert.deepEqual(await customersOf(system).adapter.entries(id), before)
      // Redmine itself shows the customer the file of a private note.
      const { files } = await inRedmine(system, id, 'customer')
      assert.ok(files.some(one => one.id === number))
      const ref = { id: `${id}-${number}`, name: secret.name, type: 'text/plain', bytes: 13 }
      await assert.rejects(adapter.open(ref), { code: 'not-found' })
    },
  )

  onRedmine('an engineer’s answer is shown with its file, to nobody else', async system => {
    const { adapter, stranger } = customersOf(system)
    const { id } = await file(adapter)
    await system.update('agent', id, { notes: 'Proszę przeczytać.' }, [{ name: 'opis.txt', content: 'ż' }])
    const { by, fact } = (await adapter.entries(id)).items.at(-1) ?? {}
    assert.equal(by, 'engineer')
    assert.ok(fact?.kind === 'message')
    assert.equal(fact.text, 'Proszę przeczytać.')
    const [ref, ...more] = fact.files
    assert.ok(ref && more.length === 0)
    assert.equal(await (await adapter.open(ref)).text(), 'ż')
    await assert.rejects(stranger.open(ref), { code: 'not-found' })
  })

  onRedmine('a request is filed whole but for what a field refuses, and that is told', async system => {
    const { options, field } = system
    const { serverType: _, ...others } = options.fields
    const on = (fields: Partial<typeof options.fields>) =>
      customersOf(system, { fields: { ...others, ...fields } }).adapter
    // No choice among server types, and no place for login details: Redmine refuses each with 422.
    const picky = on({ server: field('Server type'), sealed: field('Method') })
    const refused = await file(picky)
    assert.deepEqual([...refused.unstored].sort(), ['access', 'server'])
    assert.deepEqual([...((await picky.find(refused.key))?.unstored ?? [])].sort(), ['access', 'server'])
    assert.match((await inRedmine(system, refused.id)).field('Authorization record'), /requestKey/)
    // A field that customers may not set: 201.
    const dropped = await file(on({ serverType: field('Summary') }))
    assert.deepEqual(dropped.unstored, ['serverType'])
  })

  onRedmine('a request whose login details got lost on the way has them after the next try', async system => {
    let isDown = true
    const failing = async (request: Request) => {
      const isService = request.headers.get('x-redmine-api-key') === system.key('bridge')
      if (isDown && isService && request.method === 'PUT') throw new TypeError('connection lost')
      return fetch(request)
    }
    const { adapter } = customersOf(system, { fetch: failing })
    const { key, filing } = await sampleFor(adapter)
    await assert.rejects(adapter.submit(filing, { key }), { code: 'unavailable', uncertain: true })
    assert.deepEqual((await adapter.find(key))?.unstored, ['access'])
    isDown = false
    const { intervention, unstored } = await adapter.submit(filing, { key })
    assert.deepEqual(unstored, [])
    assert.match((await inRedmine(system, intervention.id)).field('Sealed credentials'), /AGE ENCRYPTED/)
  })

  onRedmine(
    'one request that two servers file at once is one issue, and the other is called off',
    async system => {
      const [one, other] = twoServers(system, /^POST .*\/issues\.json$/)
      const { key, filing } = await sampleFor(one)
      const before = new Set((await one.list({ limit: 2 })).items.map(({ id }) => id))
      const filed = await Promise.all([one.submit(filing, { key }), other.submit(filing, { key })])
      const ids = new Set(filed.map(({ intervention }) => intervention.id))
      assert.equal(ids.size, 1)
      assert.deepEqual(
        filed.map(({ unstored }) => unstored),
        [[], []],
      )
      const fresh = (await one.list({ limit: 2 })).items.filter(({ id }) => !before.has(id))
      assert.deepEqual(
        fresh.map(({ id }) => id),
        [...ids],
      )
      const { issues } = found.parse(await system.as('agent', 'issues.json?status_id=*&sort=id:desc&limit=2'))
      const off = issues.filter(({ status }) => status.name === 'Rejected')
      assert.equal(off.length, 1)
      const loser = String(off[0]?.id)
      assert.ok(!ids.has(loser))
      assert.equal((await inRedmine(system, loser)).field('Sealed credentials'), '')
    },
  )

  onRedmine('one reply that two servers send at once is one message', async system => {
    const [one, other] = twoServers(system, /^PUT .*\/issues\/\d+\.json$/)
    const { id, key } = await file(customersOf(system).adapter)
    const message = { text: 'Serwer znów odpowiada.' }
    const write = { key: `${key}-reply` }
    await Promise.all([one.reply(id, message, write), other.reply(id, message, write)])
    for (const adapter of [one, other, customersOf(system).adapter]) {
      const facts = await factsOn(adapter, id)
      assert.equal(facts.filter(fact => fact.kind === 'message' && fact.text === message.text).length, 1)
    }
  })

  onRedmine(
    'a reply to what an engineer has gone on from is refused; a private note is nothing new',
    async system => {
      const { adapter } = customersOf(system)
      const { id, key, intervention } = await file(adapter)
      const { version } = intervention
      await system.update('agent', id, { notes: 'difficult', private_notes: true })
      await adapter.reply(id, { text: 'Jeszcze jedno.' }, { key: `${key}-1`, ifVersion: version })
      const now = (await adapter.get(id))?.version ?? ''
      await system.update('agent', id, { notes: 'Już patrzę.' })
      const late = adapter.reply(id, { text: 'Halo?' }, { key: `${key}-2`, ifVersion: now })
      await assert.rejects(late, { code: 'conflict' })
      assert.ok(!JSON.stringify(await factsOn(adapter, id)).includes('Halo?'))
    },
  )

  onRedmine('what engineers put into fields is told as what it means', async system => {
    const { adapter } = customersOf(system)
    const { id } = await file(adapter)
    const set = (name: string, value: string) =>
      system.update('agent', id, { custom_fields: [{ id: system.field(name), value }] })
    await set('Stage', 'in-progress')
    await set('Method', 'rescue')
    await set('Effort', 'complex')
    await set('Login details', 'opened')
    await set('Next update', '2026-11-27T11:00+01:00')
    await set('Summary', 'Naprawiony GRUB.\nSerwer działa.')
    assert.deepEqual((await factsOn(adapter, id)).slice(-6), [
      { kind: 'stage', stage: 'in-progress' },
      { kind: 'method', method: 'rescue' },
      { kind: 'effort', effort: 'complex' },
      { kind: 'access', event: 'opened' },
      { kind: 'promise', until: Date.parse('2026-11-27T10:00:00Z') },
      { kind: 'summary', text: 'Naprawiony GRUB.\nSerwer działa.', format: 'text', files: [] },
    ])
    const now = await adapter.get(id)
    assert.deepEqual([now?.phase, now?.stage, now?.access?.event], ['working', 'in-progress', 'opened'])
  })

  onRedmine('a question makes the issue wait, and its answer hands the work back', async system => {
    const { adapter } = customersOf(system)
    const { id, key } = await file(adapter)
    await toStatus(system, id, 'In Progress')
    await system.update('agent', id, { custom_fields: [{ id: system.field('Stage'), value: 'in-progress' }] })
    await engineerOf(system).ask(id, 'Który dysk?')
    assert.equal((await adapter.get(id))?.phase, 'waiting')
    await adapter.reply(id, { text: 'Pierwszy.' }, { key: `${key}-answer` })
    const now = await adapter.get(id)
    assert.deepEqual([now?.phase, now?.stage], ['working', 'in-progress'])
    assert.equal((await inRedmine(system, id)).status, 'In Progress')
  })

  for (const ended of ['Resolved', 'Closed'])
    onRedmine(
      `what is ${ended} is ticked off without opening it, and opened again by a reply`,
      async system => {
        const { adapter } = customersOf(system)
        const { id, key, filing } = await file(adapter)
        await toStatus(system, id, ended)
        const done = await adapter.get(id)
        assert.equal(done?.phase, 'done')
        assert.equal(done.access?.event, 'kept')
        assert.deepEqual([...done.actions].sort(), ['check-off', 'reopen'])
        assert.ok(!(await adapter.list({ open: true })).items.some(item => item.id === id))

        await adapter.reply(id, { intent: 'check-off', item: 'review-logs' }, { key: `${key}-done` })
        assert.ok((await factsOn(adapter, id)).some(fact => fact.kind === 'check-off'))
        assert.equal((await inRedmine(system, id)).status, ended)

        const now = Date.now()
        const record = { ...filing.authorization.record, serverTime: now, clientTime: now }
        const authorization = await signAuthorization(record)
        const message = { intent: 'reopen', text: 'Znów nie działa.', authorization } as const
        await adapter.reply(id, message, { key: `${key}-again` })
        const again = await adapter.get(id)
        assert.deepEqual([again?.phase, again?.stage], ['received', 'reopened'])
        assert.equal((await inRedmine(system, id)).status, 'In Progress')
      },
    )

  onRedmine('a request that is called off is off for engineers, too', async system => {
    const { adapter } = customersOf(system)
    const { id, key } = await file(adapter)
    await adapter.reply(id, { intent: 'cancel', text: 'Już działa.' }, { key: `${key}-off` })
    assert.equal((await adapter.get(id))?.phase, 'declined')
    assert.equal((await inRedmine(system, id)).status, 'Rejected')
  })

  onRedmine(
    'renewed login details take the place of those before, also where a late try comes in',
    async system => {
      const { adapter } = customersOf(system)
      const { id, key, filing: first } = await file(adapter)
      const { filing } = await sampleFor(adapter)
      assert.ok(filing.access.kind === 'account')
      const { sealed } = filing.access
      const renewal = { intent: 'renew-credentials', sealed } as const
      assert.deepEqual(await adapter.reply(id, renewal, { key: `${key}-new` }), { unstored: [] })
      const isNew = async () =>
        assert.equal(
          (await inRedmine(system, id)).field('Sealed credentials').replace(/\s+/g, ''),
          sealed.armored.replace(/\s+/g, ''),
        )
      await isNew()
      assert.deepEqual((await adapter.submit(first, { key })).unstored, [])
      await isNew()
    },
  )

  onRedmine(
    'login details that were withdrawn and taken out stay out, whatever comes in late',
    async system => {
      const { adapter } = customersOf(system)
      const { id, key, filing } = await file(adapter)
      await adapter.reply(id, { intent: 'withdraw-access' }, { key: `${key}-off` })
      assert.equal((await adapter.get(id))?.access?.event, 'kept')
      await system.update('agent', id, {
        custom_fields: [{ id: system.field('Sealed credentials'), value: '' }],
      })
      await adapter.submit(filing, { key })
      assert.equal((await inRedmine(system, id)).field('Sealed credentials'), '')
    },
  )

  onRedmine('files come back byte for byte; one that Redmine finds too big is told', async system => {
    const { adapter } = customersOf(system, { files: { maxBytes: 8_000_000, maxCount: 5 } })
    const latin = Uint8Array.from([0x62, 0xb3, 0xb1, 0x64, 0x0d, 0x0a, 0x00, 0xff])
    const page = '<p onclick="x()">ż</p>'
    const { id, key, unstored } = await file(adapter, [
      new File([latin], 'latin2.log', { type: 'text/plain' }),
      new File([new Uint8Array(6_000_000)], 'zrzut.bin', { type: 'application/octet-stream' }),
      new File([page], 'strona: "1".html', { type: 'text/html' }),
      new File([], 'pusty.log', { type: 'text/plain' }),
    ])
    assert.deepEqual(unstored, ['attachments'])
    assert.deepEqual((await adapter.find(key))?.unstored, ['attachments'])
    const [first] = await factsOn(adapter, id)
    const refs = first?.kind === 'message' ? first.files : []
    assert.deepEqual(
      refs.map(({ name, type, bytes }) => [name, type, bytes]),
      [
        ['latin2.log', 'text/plain', 8],
        ['strona: "1".html', 'text/html', new TextEncoder().encode(page).length],
        ['pusty.log', 'text/plain', 0],
      ],
    )
    const [log, html] = await Promise.all(refs.map(ref => adapter.open(ref)))
    assert.deepEqual(new Uint8Array((await log?.arrayBuffer()) ?? new ArrayBuffer(0)), latin)
    assert.equal(await html?.text(), page)
    assert.equal(html?.type, 'application/octet-stream')
  })

  onRedmine(
    'what the customer writes in Redmine is shown, and what it says for machines is not believed',
    async system => {
      const { adapter } = customersOf(system)
      const [one, { id }] = [await file(adapter), await file(adapter)]
      await adapter.reply(one.id, { intent: 'withdraw-access' }, { key: `${one.key}-off` })
      // As it stands on another issue of theirs, and as they might write it themselves.
      const part = (await inRedmine(system, one.id, 'customer')).files.findLast(
        ({ filename }) => filename === 'intervention.json',
      )
      const copied = JSON.stringify(await system.as('customer', `attachments/download/${part?.id}`))
      assert.match(copied, /withdrawn/)
      const forged = copied.replace(/"ticket":\d+/, `"ticket":${id}`)
      assert.notEqual(forged, copied)
      for (const content of [copied, forged])
        await system.update('customer', id, { notes: 'Z przeglądarki.' }, [
          { name: 'intervention.json', content },
        ])
      const { items } = await adapter.entries(id)
      assert.deepEqual(
        items.slice(-2).map(({ by, fact }) => [by, fact.kind === 'message' && fact.text]),
        Array.from({ length: 2 }, () => ['customer', 'Z przeglądarki.']),
      )
      assert.equal((await adapter.get(id))?.access?.event, 'sealed')
    },
  )

  onRedmine('a key that Redmine doesn’t know is the provider’s trouble, not the customer’s', async system => {
    const adapter = redmineAdapter(system.options)({
      user: system.user('customer'),
      key: '0'.repeat(40),
      context: () => Promise.resolve({ ...testContext, account: testAccount, now: Date.now() }),
    })
    const fault: unknown = await adapter.list({}).catch((error: unknown) => error)
    assert.ok(fault instanceof AdapterFault)
    assert.deepEqual([fault.code, fault.uncertain], ['unavailable', false])
  })
})
