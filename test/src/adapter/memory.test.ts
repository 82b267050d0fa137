import { expect } from 'chai'
import { sampleFor } from '../../../src/adapter/conformance-filing.js'
import { AdapterFault } from '../../../src/adapter/fault.js'
import { guardedAdapter } from '../../../src/adapter/guard.js'
import { memoryAdapter } from '../../../src/adapter/memory.js'
import { testAccount, testRecipient } from '../../../src/adapter/memory-context.js'
import { signAuthorization } from '../../../src/authorization/digest.js'
import { introserv } from '../../../src/policy/introserv.js'
import { sealCredentials } from '../../../src/credentials/seal.js'

async function faultOf(promise: Promise<unknown>): Promise<AdapterFault> {
  const fault: unknown = await promise.then(
    () => undefined,
    (error: unknown) => error,
  )
  expect(fault).to.be.instanceOf(AdapterFault)
  return fault as AdapterFault
}

describe('the memory adapter', () => {
  it('tells what was filed as its first entries', async () => {
    const memory = memoryAdapter({ now: () => 1_000 })
    const { key, filing } = await sampleFor(memory, [new File(['x'], 'x.log', { type: 'text/plain' })])
    const { intervention } = await memory.submit(filing, { key })
    expect(intervention).to.deep.equal({
      id: '10001',
      number: '10001',
      version: '1',
      phase: 'received',
      stage: 'submitted',
      server: { kind: 'service-id', value: 'DS-48213' },
      openedAt: 1_000,
      changedAt: 1_000,
      now: 1_000,
      actions: ['reply', 'cancel', 'renew-credentials', 'withdraw-access', 'narrow-authorization'],
      access: { event: 'sealed', at: 1_000 },
      promise: { firstResponseBy: 601_000 },
    })
    const { items } = await memory.entries('10001')
    const file = { id: '10001-file-1', name: 'x.log', type: 'text/plain', bytes: 1 }
    expect(items.map(({ by, fact }) => ({ by, fact }))).to.deep.equal([
      { by: 'customer', fact: { kind: 'message', text: filing.text, format: 'text', files: [file] } },
      { by: 'customer', fact: { kind: 'authorization', record: filing.authorization } },
      { by: 'customer', fact: { kind: 'access', event: 'sealed' } },
      { by: 'system', fact: { kind: 'stage', stage: 'submitted' } },
    ])
    expect(memory.staff.tickets).to.have.lengthOf(1)
    expect(memory.staff.tickets[0]).to.deep.include({ key, account: testAccount.id })
    expect(memory.staff.tickets[0]!.filing.text).to.equal(filing.text)
  })

  it('is told the time by its clock', async () => {
    let now = 5
    const memory = memoryAdapter({ now: () => now })
    expect((await memory.context()).now).to.equal(5)
    now = 6
    expect((await memory.context()).now).to.equal(6)
  })

  it('has a recipient that can be sealed to', async () => {
    const binding = { requestKey: 'k', account: 'a', server: 's', time: 1 }
    const details = { username: 'root', password: 'x', secondFactor: false }
    expect((await sealCredentials(details, [testRecipient], binding, { now: 1 })).ok).to.equal(true)
  })

  it('hands out copies: nobody changes what is stored', async () => {
    const memory = memoryAdapter()
    const { key, filing } = await sampleFor(memory)
    const { intervention } = await memory.submit(filing, { key })
    Object.assign(intervention, { phase: 'done' })
    Object.assign(filing, { text: 'Mallory' })
    Object.assign((await memory.entries('10001')).items[0]!.fact, { text: 'Mallory' })
    expect((await memory.get('10001'))?.phase).to.equal('received')
    expect((await memory.entries('10001')).items[0]!.fact).not.to.include({ text: 'Mallory' })
    expect(memory.staff.tickets[0]!.filing.text).not.to.equal('Mallory')
  })

  it('takes a request of the account’s owner alone', async () => {
    const owner = memoryAdapter()
    const { key, filing } = await sampleFor(owner)
    const employee = owner.as({ ...testAccount, owner: false })
    expect((await faultOf(employee.submit(filing, { key }))).code).to.equal('forbidden')
    expect(owner.staff.tickets).to.deep.equal([])
  })

  it('takes no request whose authorization is not its own', async () => {
    const memory = memoryAdapter()
    const one = await sampleFor(memory)
    const other = await sampleFor(memory)
    const borrowed = { ...one.filing, authorization: other.filing.authorization }
    const fault = await faultOf(memory.submit(borrowed, { key: one.key }))
    expect([fault.code, fault.fields]).to.deep.equal(['invalid', ['authorization']])
  })

  it('takes nothing that no form has made, by the policy of its context where there is one', async () => {
    const memory = memoryAdapter({ context: { policy: introserv } })
    const { key, filing } = await sampleFor(memory)
    const forged = { ...filing.authorization.record, duties: [] }
    const authorization = await signAuthorization(forged)
    const fault = await faultOf(memory.submit({ ...filing, authorization }, { key }))
    expect([fault.code, fault.fields]).to.deep.equal(['invalid', ['duties']])
    expect(memory.staff.tickets).to.deep.equal([])
    await memory.submit(filing, { key })

    const without = memoryAdapter()
    await without.submit({ ...filing, authorization }, { key })
    const other = await sampleFor(without)
    const blank = { ...other.filing, problem: ' ' }
    expect((await faultOf(without.submit(blank, { key: other.key }))).fields).to.deep.equal(['problem'])
  })

  it('tells what is there again, however late the second try comes', async () => {
    let now = Date.now()
    const memory = memoryAdapter({ now: () => now })
    const { key, filing } = await sampleFor(memory)
    const late = await sampleFor(memory)
    const { intervention } = await memory.submit(filing, { key })
    now += 2 * 86_400_000
    expect((await memory.submit(filing, { key })).intervention.id).to.equal(intervention.id)
    expect((await faultOf(memory.submit(late.filing, { key: late.key }))).fields).to.deep.equal([
      'authorization',
    ])
  })

  it('takes no more files than it says', async () => {
    const files = { maxBytes: 3, maxCount: 1 }
    const memory = memoryAdapter({ capabilities: { files } })
    for (const sent of [[new File(['1234'], 'a')], [new File(['1'], 'a'), new File(['2'], 'b')]]) {
      const { key, filing } = await sampleFor(memory, sent)
      expect((await faultOf(memory.submit(filing, { key }))).code).to.equal('too-large')
    }
  })
})

describe('a file in the memory adapter', () => {
  it('never makes a ticket’s history unreadable, whatever it is called', async () => {
    const memory = guardedAdapter(memoryAdapter())
    const files = [new File(['x'], 'a\nb.log', { type: `a/${'b'.repeat(300)}` })]
    const { key, filing } = await sampleFor(memory, files)
    const { intervention } = await memory.submit(filing, { key })
    const [message] = (await memory.entries(intervention.id)).items
    expect(message?.fact).to.deep.include({
      files: [{ id: '10001-file-1', name: 'a_b.log', type: 'application/octet-stream', bytes: 1 }],
    })
  })

  it('has a name', async () => {
    const memory = memoryAdapter()
    const { key, filing } = await sampleFor(memory, [new File(['x'], '')])
    const fault = await faultOf(memory.submit(filing, { key }))
    expect([fault.code, fault.fields]).to.deep.equal(['invalid', ['attachments']])
  })
})

describe('a fault that is switched on', () => {
  it('comes as often as planned, and then no more', async () => {
    const memory = memoryAdapter()
    memory.fault('list', { code: 'rate-limited', times: 2, retryAfterMs: 7 })
    for (let count = 0; count < 2; count += 1) {
      const fault = await faultOf(memory.list({}))
      expect([fault.code, fault.retryAfterMs]).to.deep.equal(['rate-limited', 7])
    }
    expect((await memory.list({})).items).to.deep.equal([])
  })

  it('follows the one that was planned before it, and touches no other method', async () => {
    const memory = memoryAdapter()
    memory.fault('list', { code: 'unavailable' })
    memory.fault('list', { code: 'forbidden' })
    await memory.context()
    expect((await faultOf(memory.list({}))).code).to.equal('unavailable')
    expect((await faultOf(memory.list({}))).code).to.equal('forbidden')
    await memory.list({})
  })

  it('loses the answer and keeps the ticket', async () => {
    const memory = memoryAdapter()
    const { key, filing } = await sampleFor(memory)
    memory.fault('submit', 'lose-answer')
    const fault = await faultOf(memory.submit(filing, { key }))
    expect([fault.code, fault.uncertain]).to.deep.equal(['unavailable', true])
    expect((await memory.find(key))?.intervention.number).to.equal('10001')
    expect((await memory.submit(filing, { key })).intervention.number).to.equal('10001')
    expect(memory.staff.tickets).to.have.lengthOf(1)
  })

  it('hangs until it is aborted, and files nothing', async () => {
    const memory = memoryAdapter()
    const { key, filing } = await sampleFor(memory)
    memory.fault('submit', { do: 'hang', times: 1 })
    const control = new AbortController()
    const hanging = memory.submit(filing, { key, signal: control.signal }).catch((error: unknown) => error)
    control.abort('enough')
    expect(await hanging).to.equal('enough')
    expect(memory.staff.tickets).to.deep.equal([])
  })

  it('answers garbage, which a guard finds out', async () => {
    const memory = memoryAdapter()
    const { key, filing } = await sampleFor(memory)
    memory.fault('submit', 'garbage')
    const fault = await faultOf(guardedAdapter(memory).submit(filing, { key }))
    expect([fault.code, fault.uncertain]).to.deep.equal(['unavailable', true])
  })

  it('waits for what it is told to wait for', async () => {
    const memory = memoryAdapter()
    let go: () => void = () => undefined
    memory.fault('list', { delay: new Promise<void>(resolve => (go = resolve)) })
    let done = false
    const listing = memory.list({}).then(() => (done = true))
    await memory.list({})
    expect(done).to.equal(false)
    go()
    await listing
    expect(done).to.equal(true)
  })
})
