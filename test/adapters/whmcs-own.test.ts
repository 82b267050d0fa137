import assert from 'node:assert/strict'
import { after, beforeEach, describe, it } from 'node:test'
import type { InterventionAdapter } from '../../src/adapter/adapter.js'
import { sampleFor } from '../../src/adapter/conformance-filing.js'
import { allEntries } from '../../src/adapter/conformance-reading.js'
import { introserv } from '../../src/policy/introserv.js'
import { newRequestKey } from '../../src/request/key.js'
import { longestEntry } from '../../src/tracking/schema.js'
import { momentIn } from '../../src/adapter/whmcs/local-time.js'
import { whmcsAdapter } from '../../src/whmcs.js'
import { customersOf, signingSecret } from './whmcs/customers.js'
import { credentials, whmcsStandIn, type StandIn } from './whmcs/stand-in.js'

const secretNote = 'Klient zalega, nie mówić.'

let standIn: StandIn
let adapter: InterventionAdapter
let stranger: InterventionAdapter
const all: StandIn[] = []

async function fresh(options: Parameters<typeof whmcsStandIn>[0] = {}): Promise<void> {
  standIn = await whmcsStandIn(options)
  all.push(standIn)
  ;({ adapter, stranger } = customersOf(standIn))
}

beforeEach(() => fresh())
after(() => all.forEach(one => one.close()))

async function filed(files: readonly File[] = []) {
  const { key, filing } = await sampleFor(adapter, files)
  const { intervention, unstored } = await adapter.submit(filing, { key })
  return { key, filing, id: intervention.id, unstored, intervention }
}

const now = async (id: string) => {
  const intervention = await adapter.get(id)
  assert(intervention)
  return intervention
}

const say = (ticketid: string, message: string, more = {}) =>
  standIn.ask('AddTicketReply', { ticketid, message, adminusername: 'jan', ...more })

const attached = (name: string, text: string) =>
  btoa(JSON.stringify([{ name, data: Buffer.from(text).toString('base64') }]))

const wordsOf = async (id: string) =>
  (await allEntries(adapter, id)).flatMap(({ by, fact }) =>
    'text' in fact ? [`${by} ${fact.kind}: ${fact.text}`] : [],
  )

describe('a customer with a ticket in WHMCS', () => {
  it('never sees a note: not in the history, not in the version, not as a file', async () => {
    const { id, intervention } = await filed()
    const before = await allEntries(adapter, id)
    await standIn.ask('AddTicketNote', {
      ticketid: id,
      message: secretNote,
      attachments: attached('note.txt', secretNote),
    })
    assert.equal(standIn.tickets[0]?.notes.length, 1)
    assert.equal(await adapter.get(id, intervention.version), null)
    assert.deepEqual(await allEntries(adapter, id), before)
    assert.doesNotMatch(JSON.stringify([await now(id), await adapter.list({})]), /zalega/)
    for (const file of [`${id}-1-0`, `1-1-0`, `note-1-0`])
      await assert.rejects(adapter.open({ id: file, name: 'a', type: '', bytes: 1 }), { code: 'not-found' })
    assert(!standIn.asked.some(({ action, type }) => action === 'GetTicketNotes' || type === 'note'))
  })

  it('can’t say in a file of their own what only the adapter says', async () => {
    const { id } = await filed()
    await adapter.reply(id, { intent: 'cancel', text: 'Already mended.' }, { key: newRequestKey() })
    const written = standIn.asked.flatMap(({ attachments }) => attachments ?? []).at(-1) ?? ''
    const { id: other } = await filed()
    const before = await now(other)
    const [{ data }] = JSON.parse(atob(written)) as [{ data: string }]
    const text = Buffer.from(data, 'base64').toString()
    assert.match(text, /"ticket": \d/)
    // Copied from the other ticket, and made to fit.
    for (const forged of [text, text.replace(/"ticket": \d+/, `"ticket": ${other}`)])
      await standIn.ask('AddTicketReply', {
        ticketid: other,
        clientid: '1',
        message: 'See the file.',
        attachments: attached('intervention.txt', forged),
      })
    const after = await now(other)
    assert.deepEqual([after.phase, after.actions], [before.phase, before.actions])
    assert.equal(
      (await wordsOf(other)).filter(words => words === 'customer message: See the file.').length,
      2,
    )
  })

  it('can’t take another client’s request for their own, by its file in a ticket of theirs', async () => {
    await filed()
    const written = standIn.asked.flatMap(({ attachments }) => attachments ?? []).at(-1) ?? ''
    const open = async (clientid: string) =>
      standIn.ask('OpenTicket', {
        ...{ deptid: '1', clientid, subject: 'Hello', message: 'Please delete everything.' },
        attachments: written,
      })
    await open('2')
    await assert.rejects(stranger.get('2'), { code: 'not-found' })
    assert.deepEqual((await stranger.list({})).items, [])
    assert.equal((await adapter.list({})).items.length, 1)
  })

  it('is asked where an engineer’s reply waits for them, and sees it answered', async () => {
    const { id } = await filed()
    assert.equal((await now(id)).phase, 'received')
    await say(id, 'Który dysk: <sda> & "sdb"?')
    assert.equal((await now(id)).phase, 'waiting')
    const asked = (await wordsOf(id)).at(-1)
    assert.equal(asked, 'engineer question: Który dysk: <sda> & "sdb"?')
    await adapter.reply(id, { text: 'Pierwszy.' }, { key: newRequestKey() })
    assert.equal((await now(id)).phase, 'working')
    assert.deepEqual((await wordsOf(id)).slice(1), [asked, 'customer message: Pierwszy.'])
  })

  it('reads the longest of an engineer’s texts, cut where it ends between the halves of an emoji', async () => {
    const { id } = await filed()
    await fresh({ isOldCharset: false })
    const again = await filed()
    assert.equal(again.id, id)
    await say(id, `${'a'.repeat(longestEntry - 1)}🖥️`)
    assert.match((await wordsOf(id)).at(-1) ?? '', /a\ufffd$/)
  })

  it('is told nothing of who the engineer is', async () => {
    const { id } = await filed()
    await say(id, 'Naprawione.', { status: 'In Progress' })
    assert.equal((await wordsOf(id)).at(-1), 'engineer message: Naprawione.')
    assert.doesNotMatch(JSON.stringify(await allEntries(adapter, id)), /Kowalski|jan/)
  })

  it('sees the work going on and done, and login details kept, not destroyed', async () => {
    const { id } = await filed()
    const phases: unknown[] = []
    const versions = new Set<string>()
    for (const status of ['In Progress', 'On Hold', 'Answered', 'Customer-Reply', 'Closed', 'Own']) {
      const ticket = standIn.tickets[0]
      if (ticket) ticket.status = status
      const { phase, version } = await now(id)
      phases.push(phase)
      versions.add(version)
    }
    assert.equal(versions.size, phases.length)
    assert.deepEqual(phases, ['working', 'working', 'waiting', 'received', 'done', 'received'])
    await standIn.ask('UpdateTicket', { ticketid: id, status: 'Closed' })
    const { access, actions } = await now(id)
    assert.equal(access?.event, 'kept')
    assert(actions.includes('reopen') && !actions.includes('reply'))
    assert.deepEqual((await adapter.list({ open: true })).items, [])
  })

  it('checks off what is left to do, and the ticket stays closed', async () => {
    const { id } = await filed()
    await say(id, 'Gotowe.', { status: 'Closed' })
    const [item] = introserv.aftercare.toDo
    const checked = { intent: 'check-off', item: item?.id ?? '' } as const
    assert.deepEqual(await adapter.reply(id, checked, { key: newRequestKey() }), { unstored: [] })
    assert.equal((await allEntries(adapter, id)).at(-1)?.fact.kind, 'check-off')
    assert.equal(standIn.tickets[0]?.status, 'Closed')
  })

  it('keeps a ticket that is handed to another department, and loses one that is another client’s', async () => {
    const { id, key } = await filed()
    await standIn.ask('UpdateTicket', { ticketid: id, deptid: '2' })
    assert.equal((await adapter.list({})).items.length, 1)
    assert.equal((await adapter.find?.(key))?.intervention.id, id)
    await standIn.ask('UpdateTicket', { ticketid: id, userid: '2' })
    assert.deepEqual((await adapter.list({})).items, [])
    for (const call of [adapter.get(id), adapter.entries(id), stranger.get('99')])
      await assert.rejects(call, { code: 'not-found' })
  })

  it('sees no ticket that was not filed here', async () => {
    await standIn.ask('OpenTicket', { deptid: '1', clientid: '1', subject: 'Faktura', message: 'Gdzie?' })
    assert.deepEqual((await adapter.list({})).items, [])
    await assert.rejects(adapter.get('1'), { code: 'not-found' })
  })
})

describe('what stands in WHMCS', () => {
  it('has the sealed text where engineers copy it, and the history has none of it', async () => {
    const { id, filing, unstored } = await filed()
    assert(filing.access.kind === 'account')
    const { armored } = filing.access.sealed
    assert.deepEqual(unstored, [])
    assert(standIn.tickets[0]?.replies[0]?.message.includes(armored.trim()))
    assert.doesNotMatch(JSON.stringify(await allEntries(adapter, id)), /BEGIN AGE/)
  })

  it('has a part that people can read, without the sealed text', async () => {
    await filed()
    const part = atob(standIn.tickets[0]?.replies[0]?.files[0]?.data ?? '')
    assert.match(part, /\n {4}"kind": "request",\n/)
    assert.doesNotMatch(part, /BEGIN AGE/)
  })

  it('is told as not kept: a file of a kind that WHMCS leaves out', async () => {
    await fresh({ fileTypes: ['.txt', '.png'] })
    const log = new File(['a'], 'sshd.log', { type: 'text/plain' })
    const { id, unstored } = await filed([new File(['b'], 'błąd.png', { type: 'image/png' }), log])
    assert.deepEqual(unstored, ['attachments'])
    const [first] = await allEntries(adapter, id)
    assert(first?.fact.kind === 'message')
    assert.deepEqual(
      first.fact.files.map(({ name }) => name),
      ['błąd.png'],
    )
    const said = await adapter.reply(id, { text: 'Log.', files: [log] }, { key: newRequestKey() })
    assert.deepEqual(said.unstored, ['replyFiles'])
  })

  it('gives an engineer’s file to its customer alone', async () => {
    const { id } = await filed()
    await say(id, 'W załączniku.', { attachments: attached('raport.pdf', 'tak') })
    const { fact } = (await allEntries(adapter, id)).at(-1) ?? {}
    assert(fact && 'files' in fact)
    const [file] = fact.files
    assert(file)
    assert.deepEqual([file.name, file.bytes], ['raport.pdf', 3])
    assert.equal(await (await adapter.open(file)).text(), 'tak')
    await assert.rejects(stranger.open(file), { code: 'not-found' })
    // The part for machines is nobody's file.
    await assert.rejects(adapter.open({ ...file, id: `${id}-0-0` }), { code: 'not-found' })
  })
})

describe('a WHMCS that is out of order', () => {
  it('makes one ticket, though the first answer was lost', async () => {
    const { key, filing } = await sampleFor(adapter)
    const real = globalThis.fetch
    let opened = 0
    const losing = customersOf(standIn, {
      async fetch(request) {
        const isOpening = (await request.clone().text()).includes('action=OpenTicket')
        const answer = await real(request)
        if (isOpening && (opened += 1) === 1) throw new TypeError('lost')
        return answer
      },
    }).adapter
    await assert.rejects(losing.submit(filing, { key }), { code: 'unavailable', uncertain: true })
    const { intervention } = await losing.submit(filing, { key })
    assert.deepEqual([standIn.tickets.length, opened, intervention.id], [1, 1, '1'])
  })

  it('refuses our credentials, and the customer is told of neither', async () => {
    const wrong = customersOf(standIn, { secret: 'guessed' }).adapter
    const fault: unknown = await wrong.list({}).catch((reason: unknown) => reason)
    assert(fault instanceof Error && 'code' in fault && fault.code === 'unavailable')
    assert.doesNotMatch(`${fault.message} ${String(fault.cause)}`, /guessed|Authentication/)
    await fresh({ addresses: [] })
    await assert.rejects(adapter.list({}), { code: 'unavailable' })
  })

  it('refuses in a 200, or answers with a page', async () => {
    const { key, filing } = await sampleFor(adapter)
    const wrong = customersOf(standIn, { department: 9 }).adapter
    await assert.rejects(wrong.submit(filing, { key }), { code: 'unavailable', uncertain: false })
    standIn.next.push(() => ({ status: 200, body: '<br /><b>Warning</b>: mysqli' }))
    await assert.rejects(adapter.list({}), { code: 'unavailable' })
    standIn.next.push('drop')
    await assert.rejects(adapter.list({}), { code: 'unavailable' })
    assert.equal(standIn.tickets.length, 0)
  })

  it('is never told its credentials in an address', async () => {
    const addresses: string[] = []
    const spied = customersOf(standIn, {
      fetch(request) {
        addresses.push(request.url)
        return fetch(request)
      },
    }).adapter
    await spied.list({})
    assert.deepEqual(addresses, [`${standIn.url}/includes/api.php`])
    assert.equal(standIn.asked[0]?.['secret'], credentials.secret)
  })

  it('has no client 0, whose tickets are nobody’s', () => {
    const { url } = standIn
    const adapterFor = whmcsAdapter({ ...credentials, signingSecret, url, department: 1, timeZone: 'UTC' })
    assert.throws(() => adapterFor({ clientId: 0, context: () => adapter.context() }), TypeError)
  })
})

describe('a date without a zone', () => {
  it('is read by WHMCS’s own clock, in summer and winter and between', () => {
    const at = (date: string) => new Date(momentIn('Europe/Warsaw', date)).toISOString().slice(0, 16)
    assert.equal(at('2026-01-31 06:26:29'), '2026-01-31T05:26')
    assert.equal(at('2026-07-31 06:26:29'), '2026-07-31T04:26')
    assert.equal(at('2026-03-29 01:59:59'), '2026-03-29T00:59')
    assert.equal(at('2026-03-29 03:00:00'), '2026-03-29T01:00')
    assert.equal(at('2026-10-25 02:30:00'), '2026-10-25T00:30')
    assert.equal(at('2026-10-25 03:00:00'), '2026-10-25T02:00')
  })
})
