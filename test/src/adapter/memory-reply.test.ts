import { expect } from 'chai'
import { sampleFor } from '../../../src/adapter/conformance-filing.js'
import { AdapterFault } from '../../../src/adapter/fault.js'
import { memoryAdapter, type MemoryAdapter, type MemoryOptions } from '../../../src/adapter/memory.js'
import { testAccount, testCapabilities } from '../../../src/adapter/memory-context.js'
import { signAuthorization } from '../../../src/authorization/digest.js'
import { sealCredentials } from '../../../src/credentials/seal.js'
import { introserv } from '../../../src/policy/introserv.js'
import { newRequestKey } from '../../../src/request/key.js'
import type { Fact, Message } from '../../../src/index.js'

/** A ticket on a system, and what is said on it, each under a key of its own. */
async function ticketIn(options: MemoryOptions = {}) {
  const memory = memoryAdapter({ context: { policy: introserv }, ...options })
  const { key, filing } = await sampleFor(memory)
  const { id } = (await memory.submit(filing, { key })).intervention
  const say = (
    message: Message,
    more: { ifVersion?: string; key?: string } = {},
    by: MemoryAdapter = memory,
  ) => by.reply(id, message, { key: newRequestKey(), ...more })
  const facts = async () => (await memory.entries(id)).items.map(({ by, fact }) => [by, summed(fact)])
  return { memory, id, key, filing, say, facts, now: () => memory.get(id) }
}

/** A fact in a word. */
function summed(fact: Fact): string {
  if (fact.kind === 'access') return `access ${fact.event}`
  if (fact.kind === 'stage') return `stage ${fact.stage}`
  if (fact.kind === 'message' || fact.kind === 'question') return `${fact.kind} ${fact.text.slice(0, 20)}`
  return fact.kind
}

async function faultOf(promise: Promise<unknown>): Promise<string> {
  const fault: unknown = await promise.then(
    () => undefined,
    (error: unknown) => error,
  )
  return fault instanceof AdapterFault ? [fault.code, ...fault.fields].join(' ') : 'none'
}

async function sealedFor(memory: MemoryAdapter, key: string) {
  const { recipients, now } = await memory.context()
  const details = { username: 'root', password: 'new one', secondFactor: false }
  const sealed = await sealCredentials(
    details,
    recipients,
    { requestKey: key, account: 'C-20417', server: 's', time: now },
    { now },
  )
  if (!sealed.ok) throw new Error(sealed.error)
  return sealed.value
}

const question: Fact = { kind: 'question', text: 'Which disk?', format: 'text', files: [] }

describe('on a ticket of the memory adapter', () => {
  it('what the customer writes stands as it was typed, with its files', async () => {
    const { memory, id, say } = await ticketIn()
    const text = '<img src=x onerror=alert(1)>\r\n​Zażółć\u0000 🎉'
    const file = new File(['łódź'], 'a/b.log', { type: 'text/plain' })
    expect(await say({ text, files: [file] })).to.deep.equal({ unstored: [] })
    const last = (await memory.entries(id)).items.at(-1)
    const ref = { id: `${id}-file-1`, name: 'b.log', type: 'text/plain', bytes: 7 }
    expect(last).to.deep.include({
      by: 'customer',
      fact: { kind: 'message', text, format: 'text', files: [ref] },
    })
    expect(await (await memory.open(ref)).text()).to.equal('łódź')
    expect(await memory.get(id, '1')).to.include({ version: '2' })
  })

  it('an answer hands the work back to the stage that waited for it', async () => {
    const { memory, id, say, now } = await ticketIn()
    memory.staff.say(id, { kind: 'stage', stage: 'in-progress' })
    memory.staff.say(id, question)
    memory.staff.say(id, { kind: 'stage', stage: 'waiting' })
    expect(await now()).to.include({ phase: 'waiting', stage: 'waiting' })
    await say({ text: 'The first one.' })
    expect(await now()).to.include({ phase: 'working', stage: 'in-progress' })
  })

  it('one key is one message, sent one after the other or at once, however late', async () => {
    let time = Date.now()
    const { memory, id, say } = await ticketIn({ now: () => time })
    const key = newRequestKey()
    await Promise.all([say({ text: 'once' }, { key }), say({ text: 'once' }, { key })])
    time += 9 * 86_400_000
    await say({ text: 'once' }, { key, ifVersion: '1' })
    const { items } = await memory.entries(id)
    expect(items.filter(({ fact }) => fact.kind === 'message' && fact.text === 'once')).to.have.lengthOf(1)
  })

  it('another message, or one on another ticket, under the same key is a conflict', async () => {
    const { memory, say } = await ticketIn()
    const key = newRequestKey()
    await say({ text: 'one' }, { key })
    expect(await faultOf(say({ text: 'two' }, { key }))).to.equal('conflict')
    expect(await faultOf(say({ text: 'one', files: [new File(['x'], 'x')] }, { key }))).to.equal('conflict')
    const other = await sampleFor(memory)
    const { intervention } = await memory.submit(other.filing, { key: other.key })
    expect(await faultOf(memory.reply(intervention.id, { text: 'one' }, { key }))).to.equal('conflict')
  })

  it('what was written to an older version is a conflict, and changes nothing', async () => {
    const { memory, id, say, facts } = await ticketIn()
    memory.staff.say(id, question)
    const before = await facts()
    expect(await faultOf(say({ text: 'x' }, { ifVersion: '1' }))).to.equal('conflict')
    expect(await facts()).to.deep.equal(before)
    await say({ text: 'x' }, { ifVersion: '2' })
  })

  it('login details are erased when access is withdrawn, and only then said to be destroyed', async () => {
    const { memory, say, facts, now } = await ticketIn()
    const sealed = () => {
      const [ticket] = memory.staff.tickets
      return ticket?.filing.access.kind === 'account' ? ticket.filing.access.sealed.armored : undefined
    }
    expect(sealed()).to.include('AGE ENCRYPTED FILE')
    await say({ intent: 'withdraw-access' })
    expect(sealed()).to.equal('')
    expect((await facts()).slice(-2)).to.deep.equal([
      ['customer', 'access withdrawn'],
      ['system', 'access destroyed'],
    ])
    expect((await now())?.access?.event).to.equal('destroyed')
    expect((await now())?.actions).not.to.include('withdraw-access')
  })

  it('login details that can’t be erased are kept, and never said to be destroyed', async () => {
    const capabilities = { ...testCapabilities, sealed: { in: 'message', erasable: false } } as const
    const { memory, id, facts } = await ticketIn({ capabilities })
    memory.staff.say(id, { kind: 'stage', stage: 'done' })
    expect((await facts()).at(-1)).to.deep.equal(['system', 'access kept'])
    const access = memory.staff.tickets[0]?.filing.access
    expect(access?.kind === 'account' && access.sealed.armored).to.include('AGE')
  })

  it('new login details take the place of the old ones', async () => {
    const { memory, id, key, say, now } = await ticketIn()
    const sealed = await sealedFor(memory, key)
    memory.staff.say(id, { kind: 'access', event: 'refused' })
    await say({ intent: 'renew-credentials', sealed })
    const access = memory.staff.tickets[0]?.filing.access
    expect(access?.kind === 'account' && access.sealed).to.deep.equal(sealed)
    expect((await now())?.access?.event).to.equal('sealed')
  })

  it('login details sealed to somebody else’s key are refused', async () => {
    const { memory, key, say } = await ticketIn()
    const { recipients, ...sealed } = await sealedFor(memory, key)
    const foreign = { ...sealed, recipients: recipients.map(one => ({ ...one, label: 'Mallory' })) }
    expect(await faultOf(say({ intent: 'renew-credentials', sealed: foreign }))).to.equal('invalid access')
  })

  it('a request is called off, and opened again by its owner with a fresh authorization alone', async () => {
    let time = Date.now()
    const { memory, filing, say, now } = await ticketIn({ now: () => time })
    await say({ intent: 'cancel' })
    expect(await now()).to.include({ phase: 'declined', stage: 'cancelled' })
    expect((await now())?.actions).to.deep.equal(['reopen'])
    time += 2 * 86_400_000
    const record = { ...filing.authorization.record, serverTime: time, clientTime: time }
    const fresh = await signAuthorization(record)
    const reopen = { intent: 'reopen', text: 'Again.' } as const
    expect(await faultOf(say(reopen))).to.equal('invalid authorization')
    expect(await faultOf(say({ ...reopen, authorization: filing.authorization }))).to.equal(
      'invalid authorization',
    )
    const withoutDuties = await signAuthorization({ ...record, duties: [] })
    expect(await faultOf(say({ ...reopen, authorization: withoutDuties }))).to.equal('invalid duties')
    const otherWork = await signAuthorization({ ...record, extras: ['for-nothing'] })
    expect(await faultOf(say({ ...reopen, authorization: otherWork }))).to.equal('invalid authorization')
    const employee = memory.as({ ...testAccount, owner: false })
    expect(await faultOf(say({ ...reopen, authorization: fresh }, {}, employee))).to.equal('forbidden')
    await say({ ...reopen, authorization: fresh })
    expect(await now()).to.include({ phase: 'received', stage: 'reopened' })
  })

  it('an authorization is narrowed now: not in a time that nobody lives to see', async () => {
    const { filing, say } = await ticketIn()
    const { record } = filing.authorization
    const narrow = async (serverTime: number) =>
      say({
        intent: 'narrow-authorization',
        authorization: await signAuthorization({ ...record, window: '7d', serverTime }),
      })
    expect(await faultOf(narrow(8.64e15))).to.equal('invalid authorization')
    expect(await faultOf(narrow(Date.now() + 86_400_000))).to.equal('invalid authorization')
    await narrow(Date.now())
  })

  const foreign: readonly [string, object][] = [
    ['of another account', { signer: { name: 'x', account: 'C-1', owner: 'known' } }],
    ['about another request', { requestKey: newRequestKey() }],
  ]
  for (const [what, over] of foreign)
    it(`an authorization ${what} is refused`, async () => {
      const { filing, say } = await ticketIn()
      const authorization = await signAuthorization({ ...filing.authorization.record, ...over })
      const message = { intent: 'narrow-authorization', authorization } as const
      expect(await faultOf(say(message))).to.equal('invalid authorization')
    })

  it('an authorization is narrowed, and one whose digest is another’s is refused', async () => {
    const { filing, say, facts } = await ticketIn()
    const { record, digest } = filing.authorization
    const narrower = { ...record, window: '24h' } as const
    const forged = { record: narrower, digest }
    const intent = 'narrow-authorization'
    expect(await faultOf(say({ intent, authorization: forged }))).to.equal('invalid authorization')
    await say({ intent, authorization: await signAuthorization(narrower) })
    expect((await facts()).at(-1)).to.deep.equal(['customer', 'authorization'])
  })

  it('nothing is kept of a message that is refused', async () => {
    const { say, facts, now } = await ticketIn()
    const before = [await facts(), (await now())?.version]
    const refused: readonly [Message, string][] = [
      [{}, 'invalid reply'],
      [{ text: ' \n' }, 'invalid reply'],
      [{ text: 'x'.repeat(20_001) }, 'invalid reply'],
      [{ text: '\ud800' }, 'invalid reply'],
      [JSON.parse('{"text":"x","password":"hunter2"}'), 'invalid'],
      [JSON.parse('{"text":"x","intent":"explode"}'), 'invalid'],
      [{ intent: 'check-off', item: 'change-passwords' }, 'forbidden'],
      [{ intent: 'approve-quote', quoteDigest: 'd1' }, 'forbidden'],
      [{ intent: 'renew-credentials' }, 'invalid access'],
      [{ files: [new File([new Uint8Array(10_000_001)], 'x')] }, 'too-large replyFiles'],
      [{ files: [new File(['x'], '')] }, 'invalid replyFiles'],
    ]
    for (const [message, fault] of refused) expect(await faultOf(say(message)), fault).to.equal(fault)
    expect([await facts(), (await now())?.version]).to.deep.equal(before)
  })

  it('nothing is sealed where the system can take no sealed text', async () => {
    const { memory, key, say } = await ticketIn()
    const sealed = await sealedFor(memory, key)
    const deaf = memoryAdapter({ capabilities: { sealed: null } })
    const sample = await sampleFor(deaf)
    await deaf.submit(sample.filing, { key: sample.key })
    deaf.staff.say('10001', { kind: 'access', event: 'opened' })
    expect((await deaf.get('10001'))?.actions).not.to.include('renew-credentials')
    expect(await faultOf(say({ intent: 'renew-credentials', sealed }))).to.equal('none')
    expect(await faultOf(say({ intent: 'renew-credentials', sealed }, {}, deaf))).to.equal('forbidden')
  })

  it('a stranger says nothing', async () => {
    const { memory, say } = await ticketIn()
    const stranger = memory.as({ ...testAccount, id: 'C-2' })
    expect(await faultOf(say({ text: 'x' }, {}, stranger))).to.equal('not-found')
  })

  it('whoever aborts a message has not sent it', async () => {
    const { memory, id, facts } = await ticketIn()
    const before = await facts()
    const reason = new Error('moved on')
    const write = { key: newRequestKey(), signal: AbortSignal.abort(reason) }
    const thrown: unknown = await memory.reply(id, { text: 'x' }, write).catch((error: unknown) => error)
    expect(thrown).to.equal(reason)
    expect(await facts()).to.deep.equal(before)
  })
})

describe('the staff of the memory adapter', () => {
  it('say when they write next, and it stands on the ticket until they did', async () => {
    const { memory, id, now } = await ticketIn()
    memory.staff.say(id, { kind: 'promise', until: 9_000_000_000_000 })
    expect((await now())?.promise?.nextUpdateBy).to.equal(9_000_000_000_000)
    memory.staff.say(id, question)
    expect((await now())?.promise).not.to.have.property('nextUpdateBy')
  })

  it('end the work: the login details are destroyed, and only what fits is offered', async () => {
    const { memory, id, facts, now } = await ticketIn()
    const entry = memory.staff.say(id, { kind: 'stage', stage: 'done' })
    expect(entry).to.deep.include({ by: 'engineer', fact: { kind: 'stage', stage: 'done' } })
    expect((await facts()).at(-1)).to.deep.equal(['system', 'access destroyed'])
    expect((await now())?.actions).to.deep.equal(['reopen', 'check-off'])
    expect((await memory.list({ open: true })).items).to.deep.equal([])
  })

  it('revise an entry: whoever has it is told it again, once something newer is asked for no more', async () => {
    const { memory, id } = await ticketIn()
    const first = memory.staff.say(id, question)
    const last = memory.staff.say(id, { kind: 'method', method: 'rescue' })
    const mended = { ...question, text: 'Which of the disks?' } as const
    expect(memory.staff.revise(first.id, mended)).to.deep.equal({ ...first, rev: 1, fact: mended })
    const after = (await memory.entries(id, last.id)).items
    expect(after).to.deep.equal([{ ...first, rev: 1, fact: mended }])
    const newest = memory.staff.say(id, { kind: 'effort', effort: 'standard' })
    expect((await memory.entries(id, last.id)).items.map(one => one.id)).to.deep.equal([first.id, newest.id])
    expect((await memory.entries(id, newest.id)).items).to.deep.equal([])
    const whole = (await memory.entries(id)).items
    expect(whole.map(({ seq }) => seq)).to.deep.equal(whole.map((_, index) => index + 1))
  })

  it('can’t speak on a ticket that is not there', () => {
    const { staff } = memoryAdapter()
    expect(() => staff.say('1', question)).to.throw(AdapterFault)
    expect(() => staff.revise('1-1', question)).to.throw(AdapterFault)
  })
})

describe('whoever watches a ticket of the memory adapter', () => {
  async function watched() {
    const { memory, id, say } = await ticketIn()
    const told: string[] = []
    const control = new AbortController()
    const settled = async () => {
      await memory.list({})
      return told.join()
    }
    return { memory, id, say, told, control, settled }
  }

  it('is told the present version, and each that comes, until they had enough', async () => {
    const { memory, id, say, told, control, settled } = await watched()
    memory.watch(id, version => told.push(version), control)
    expect(told).to.deep.equal([])
    expect(await settled()).to.equal('1')
    await say({ text: 'x' })
    memory.staff.say(id, question)
    expect(await settled()).to.equal('1,2,3')
    control.abort()
    await say({ text: 'y' })
    expect(await settled()).to.equal('1,2,3')
  })

  it('is told nothing of another ticket, nor of a stranger’s', async () => {
    const { memory, id, say, told, control, settled } = await watched()
    memory.watch('10002', version => told.push(version), control)
    memory.as({ ...testAccount, id: 'C-2' }).watch(id, version => told.push(version), control)
    await say({ text: 'x' })
    expect(await settled()).to.equal('')
  })
})
