import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import * as z from 'zod/mini'
import type { InterventionAdapter } from '../../src/adapter/adapter.js'
import { sampleFor } from '../../src/adapter/conformance-filing.js'
import { AdapterFault, signAuthorization, type Fact } from '../../src/index.js'
import { requestTrackerAdapter } from '../../src/request-tracker.js'
import { testAccount, testContext } from '../../src/testing.js'
import { customersOf, engineerOf, requestTracker, type RequestTracker } from './request-tracker/system.js'

const told = z.object({
  Status: z.string(),
  Requestor: z.array(z.object({ id: z.string() })),
  CustomFields: z.array(z.object({ name: z.string(), values: z.array(z.string()) })),
})

const found = z.object({ items: z.array(z.object({ id: z.string(), Status: z.string() })) })

const contents = z.object({ items: z.array(z.object({ Filename: z.string(), Content: z.string() })) })

const inBase64 = (text: string): string => Buffer.from(text).toString('base64')

const tracker = await requestTracker()
const missing = 'no Request Tracker answers: test/adapters/request-tracker/rt.sh up'
if (!tracker && process.env['OS_RT']) throw new Error(missing)

/** A test of the real system, where there is one. */
function onTracker(name: string, body: (tracker: RequestTracker) => Promise<void>): void {
  it(name, { skip: tracker ? false : missing }, async () => {
    if (tracker) await body(tracker)
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

/** The ticket as an engineer sees it. */
async function inTracker({ as }: RequestTracker, id: string) {
  const { Status, Requestor, CustomFields } = told.parse(await as('agent', `ticket/${id}`))
  const field = (name: string) => CustomFields.find(one => one.name === name)?.values ?? []
  return { status: Status, requestors: Requestor.map(({ id }) => id), field }
}

/** Two servers whose requests of this kind reach RT together, however they were begun. */
function twoServers(
  tracker: RequestTracker,
  path: RegExp,
): readonly [InterventionAdapter, InterventionAdapter] {
  let arrived = 0
  let open: () => void = () => undefined
  const both = new Promise<void>(resolve => (open = resolve))
  const waiting = async (request: Request) => {
    if (request.method === 'POST' && path.test(request.url)) {
      arrived += 1
      if (arrived === 2) open()
      await both
    }
    return fetch(request)
  }
  const server = () => customersOf(tracker, { fetch: waiting }).adapter
  return [server(), server()]
}

async function resolve({ as }: RequestTracker, id: string): Promise<void> {
  await as('agent', `ticket/${id}`, 'PUT', { Status: 'open' })
  await as('agent', `ticket/${id}`, 'PUT', { Status: 'resolved' })
}

describe('In Request Tracker', () => {
  onTracker('a request is its customer’s, and its login details are for engineers alone', async tracker => {
    const { adapter } = customersOf(tracker)
    const { id, filing, key, unstored } = await file(adapter)
    const { requestors, field } = await inTracker(tracker, id)
    assert.deepEqual(unstored, [])
    assert.deepEqual(requestors, ['customer'])
    assert.deepEqual(field('Server reference'), [filing.server.value])
    assert.match(field('Client request id')[0] ?? '', new RegExp(`^${key}\\.`))
    assert.match(field('Sealed credentials')[0] ?? '', /^-----BEGIN AGE ENCRYPTED FILE-----/)
    const visible = JSON.stringify([
      await tracker.as('customer', `ticket/${id}`),
      await adapter.entries(id),
      await tracker.as('customer', `ticket/${id}/attachments?fields=Content`),
    ])
    assert.ok(!visible.includes('AGE ENCRYPTED'), 'the customer is told the sealed text')
  })

  onTracker('what engineers say among themselves is neither shown nor noticed', async tracker => {
    const { adapter } = customersOf(tracker)
    const { id, intervention } = await file(adapter)
    const before = await adapter.entries(id)
    const comment = { Content: 'a difficult customer', ContentType: 'text/plain' }
    await tracker.as('agent', `ticket/${id}/comment`, 'POST', comment)
    assert.equal(await adapter.get(id, intervention.version), null)
    assert.deepEqual(await adapter.entries(id), before)
    assert.deepEqual(await customersOf(tracker).adapter.entries(id), before)
  })

  onTracker('a field that takes no value of ours is told, though RT says it is done', async tracker => {
    const { options, token } = tracker
    // A choice among stages, and a field that customers may not set: RT answers 201 to both.
    const fields = { ...options.fields, server: tracker.field('Stage'), sealed: tracker.field('Summary') }
    const adapter = requestTrackerAdapter({ ...options, fields })({
      user: 'customer',
      token: token('customer'),
      context: () => Promise.resolve({ ...testContext, account: testAccount, now: Date.now() }),
    })
    const { unstored, key } = await file(adapter)
    assert.deepEqual([...unstored].sort(), ['access', 'server'])
    assert.deepEqual([...((await adapter.find(key))?.unstored ?? [])].sort(), ['access', 'server'])
  })

  onTracker(
    'one request that two servers file at once is one ticket, and the other is called off',
    async tracker => {
      const [one, other] = twoServers(tracker, /\/ticket$/)
      const { key, filing } = await sampleFor(one)
      const before = new Set((await one.list({ limit: 2 })).items.map(({ id }) => id))
      const filed = await Promise.all([one.submit(filing, { key }), other.submit(filing, { key })])
      const ids = new Set(filed.map(({ intervention }) => intervention.id))
      assert.equal(ids.size, 1)
      const fresh = (await one.list({ limit: 2 })).items.filter(({ id }) => !before.has(id))
      assert.deepEqual(
        fresh.map(({ id }) => id),
        [...ids],
      )
      const query = encodeURIComponent(
        `Queue = '${tracker.options.queue}' AND id > ${Math.max(0, ...[...before].map(Number))}`,
      )
      const { items } = found.parse(await tracker.as('agent', `tickets?query=${query}&fields=Status`))
      assert.equal(items.length, 2)
      const live = items.filter(({ Status }) => Status !== 'cancelled').map(({ id }) => id)
      assert.deepEqual(live, [...ids])
    },
  )

  onTracker('one reply that two servers send at once is one message', async tracker => {
    const [one, other] = twoServers(tracker, /\/correspond$/)
    const { id, key } = await file(one)
    const message = { text: 'Serwer znów odpowiada.' }
    const write = { key: `${key}-reply` }
    await Promise.all([one.reply(id, message, write), other.reply(id, message, write)])
    for (const adapter of [one, other, customersOf(tracker).adapter]) {
      const facts = await factsOn(adapter, id)
      assert.equal(facts.filter(fact => fact.kind === 'message' && fact.text === message.text).length, 1)
    }
  })

  onTracker('what engineers put into fields is told as what it means', async tracker => {
    const { adapter } = customersOf(tracker)
    const { id } = await file(adapter)
    const { as, field } = tracker
    const set = (name: string, value: string) =>
      as('agent', `ticket/${id}`, 'PUT', { CustomFields: { [field(name)]: value } })
    await set('Stage', 'in-progress')
    await set('Method', 'rescue')
    await set('Effort', 'complex')
    await set('Login details', 'opened')
    await set('Next update', '2026-11-27 10:00:00')
    await set('Summary', 'Naprawiony GRUB.\nSerwer działa.')
    const told = (await factsOn(adapter, id)).slice(-6)
    assert.deepEqual(told, [
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

  onTracker('a question makes the ticket wait, and its answer hands the work back', async tracker => {
    const { adapter } = customersOf(tracker)
    const { id, key } = await file(adapter)
    await tracker.as('agent', `ticket/${id}`, 'PUT', { Status: 'open' })
    await tracker.as('agent', `ticket/${id}`, 'PUT', {
      CustomFields: { [tracker.field('Stage')]: 'in-progress' },
    })
    await engineerOf(tracker).ask(id, 'Który dysk?')
    assert.equal((await adapter.get(id))?.phase, 'waiting')
    await adapter.reply(id, { text: 'Pierwszy.' }, { key: `${key}-answer` })
    const now = await adapter.get(id)
    assert.deepEqual([now?.phase, now?.stage], ['working', 'in-progress'])
    assert.equal((await inTracker(tracker, id)).status, 'open')
  })

  onTracker('what was done is ticked off without opening it, and opened again by a reply', async tracker => {
    const { adapter } = customersOf(tracker)
    const { id, key, filing } = await file(adapter)
    await resolve(tracker, id)
    const done = await adapter.get(id)
    assert.equal(done?.phase, 'done')
    assert.equal(done?.access?.event, 'kept')
    assert.deepEqual([...(done?.actions ?? [])].sort(), ['check-off', 'reopen'])

    await adapter.reply(id, { intent: 'check-off', item: 'review-logs' }, { key: `${key}-done` })
    assert.ok((await factsOn(adapter, id)).some(fact => fact.kind === 'check-off'))
    assert.equal((await inTracker(tracker, id)).status, 'resolved')

    const now = Date.now()
    const record = { ...filing.authorization.record, serverTime: now, clientTime: now }
    const authorization = await signAuthorization(record)
    const message = { intent: 'reopen', text: 'Znów nie działa.', authorization } as const
    await adapter.reply(id, message, { key: `${key}-again` })
    const again = await adapter.get(id)
    assert.deepEqual([again?.phase, again?.stage], ['received', 'reopened'])
    assert.equal((await inTracker(tracker, id)).status, 'open')
  })

  onTracker('a request that is called off is off for engineers, too', async tracker => {
    const { adapter } = customersOf(tracker)
    const { id, key } = await file(adapter)
    await adapter.reply(id, { intent: 'cancel', text: 'Już działa.' }, { key: `${key}-off` })
    assert.equal((await adapter.get(id))?.phase, 'declined')
    assert.equal((await inTracker(tracker, id)).status, 'cancelled')
  })

  onTracker('renewed login details take the place of those before', async tracker => {
    const { adapter } = customersOf(tracker)
    const { id, key } = await file(adapter)
    const before = (await inTracker(tracker, id)).field('Sealed credentials')
    const { filing } = await sampleFor(adapter)
    assert.ok(filing.access.kind === 'account')
    const { sealed } = filing.access
    const renewal = { intent: 'renew-credentials', sealed } as const
    assert.deepEqual(await adapter.reply(id, renewal, { key: `${key}-new` }), { unstored: [] })
    const after = (await inTracker(tracker, id)).field('Sealed credentials')
    assert.equal(after.length, 1)
    assert.notDeepEqual(after, before)
    assert.equal(after[0]?.trim(), sealed.armored.trim())
  })

  onTracker(
    'files come back byte for byte, in whatever encoding; one without bytes is told',
    async tracker => {
      const { adapter } = customersOf(tracker)
      const latin = Uint8Array.from([0x62, 0xb3, 0xb1, 0x64, 0x0d, 0x0a, 0x00, 0xff])
      const page = '<p onclick="x()">ż</p>'
      const { id, key, unstored } = await file(adapter, [
        new File([latin], 'latin2.log', { type: 'text/plain' }),
        new File([page], 'strona.html', { type: 'text/html' }),
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
          ['strona.html', 'text/html', new TextEncoder().encode(page).length],
        ],
      )
      const [log, html] = await Promise.all(refs.map(ref => adapter.open(ref)))
      assert.deepEqual(new Uint8Array((await log?.arrayBuffer()) ?? new ArrayBuffer(0)), latin)
      assert.equal(await html?.text(), page)
      assert.equal(html?.type, 'application/octet-stream')
    },
  )

  onTracker(
    'a mail of the customer’s is shown, and what it says for machines is not believed',
    async tracker => {
      const { adapter } = customersOf(tracker)
      const [one, { id }] = [await file(adapter), await file(adapter)]
      await adapter.reply(one.id, { intent: 'withdraw-access' }, { key: `${one.key}-off` })
      // As it stands on another ticket of theirs, and as they might write it themselves.
      const parts = await tracker.as('customer', `ticket/${one.id}/attachments?fields=Content,Filename`)
      const copied = contents
        .parse(parts)
        .items.flatMap(({ Filename, Content }) => (Filename === 'intervention.json' ? [Content] : []))
      const forged = copied.map(text => text.replace(/"ticket": \d+/, `"ticket": ${id}`))
      assert.notDeepEqual(forged, copied)
      for (const text of [...copied, ...forged])
        await tracker.as('customer', `ticket/${id}/correspond`, 'POST', {
          Content: 'Z poczty.',
          ContentType: 'text/plain',
          Attachments: [
            { FileName: 'intervention.json', FileType: 'application/json', FileContent: inBase64(text) },
          ],
        })
      const { items } = await adapter.entries(id)
      assert.deepEqual(
        items.slice(-4).map(({ by, fact }) => [by, fact.kind === 'message' && fact.text]),
        Array.from({ length: 4 }, () => ['customer', 'Z poczty.']),
      )
      assert.equal((await adapter.get(id))?.access?.event, 'sealed')
    },
  )

  onTracker(
    'a token that RT doesn’t know is the provider’s trouble, not the customer’s',
    async ({ options }) => {
      const adapter = requestTrackerAdapter(options)({
        user: 'customer',
        token: '1-32-00000000000000000000000000000000',
        context: () => Promise.resolve({ ...testContext, account: testAccount, now: Date.now() }),
      })
      const fault: unknown = await adapter.list({}).catch((error: unknown) => error)
      assert.ok(fault instanceof AdapterFault)
      assert.deepEqual([fault.code, fault.uncertain], ['unavailable', false])
    },
  )
})
