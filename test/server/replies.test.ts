import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { nordhost } from '../../demo/policy.js'
import { put, standingIn } from '../../demo/server/history.js'
import { AdapterFault } from '../../src/index.js'
import type { FaultCode, FieldKey } from '../../src/index.js'
import { newKey, sealedFor } from './customer.js'
import { openHouse } from './house.js'
import type { House } from './house.js'

/** A fault with this code, and these fields where any are named. */
function fault(code: FaultCode, fields?: readonly FieldKey[]) {
  return (error: unknown) => {
    assert.ok(error instanceof AdapterFault)
    assert.deepEqual([error.code, fields && error.fields], [code, fields])
    return true
  }
}

const done = [
  { kind: 'summary', text: 'It boots again.', format: 'text', files: [] },
  { kind: 'stage', stage: 'done' },
]

describe('what a customer says on a ticket', () => {
  let house: House

  before(async () => {
    house = await openHouse()
  })
  after(() => house.close())

  it('stands in its history as typed, with its files, and moves the version', async () => {
    const before = await house.file('anna')
    const text = 'Zażółć <b>gęślą</b> 🛠\n'
    const files = [new File(['dmesg'], 'dziennik.txt', { type: 'text/plain' })]
    await house.say('anna', before.id, { text, files })
    const [by, fact] = (await house.facts('anna', before.id)).at(-1) ?? assert.fail('no entry')
    assert.ok(by === 'customer' && fact.kind === 'message')
    assert.equal(fact.text, text)
    const file = fact.files[0] ?? assert.fail('no file')
    assert.equal(await (await house.as('anna').open(file)).text(), 'dmesg')
    await assert.rejects(house.as('maria').open(file), fault('not-found'))
    assert.notEqual((await house.now('anna', before.id)).version, before.version)
  })

  it('is said once per key, however often and whenever it is sent', async () => {
    const { id, version } = await house.file('anna')
    const adapter = house.as('anna')
    const key = newKey()
    const message = { text: 'Once.', files: [new File(['a'], 'a.txt')] }
    await Promise.all([1, 2, 3].map(() => adapter.reply(id, message, { key })))
    // The second try of a write that went through: its own change is no reason to refuse it.
    await adapter.reply(id, message, { key, ifVersion: version })
    assert.equal((await house.facts('anna', id)).filter(([, fact]) => fact.kind === 'message').length, 2)
    for (const other of [
      { ...message, text: 'Twice.' },
      { ...message, files: [new File(['b'], 'a.txt')] },
    ])
      await assert.rejects(adapter.reply(id, other, { key }), fault('conflict'))
    const another = await house.file('anna')
    await assert.rejects(adapter.reply(another.id, message, { key }), fault('conflict'))
  })

  it('is refused where the ticket has gone on since the customer looked', async () => {
    const { id, version } = await house.file('anna')
    await house.engineer(id, { kind: 'stage', stage: 'verification' })
    const before = await house.facts('anna', id)
    const late = house.as('anna').reply(id, { text: 'Late.' }, { key: newKey(), ifVersion: version })
    await assert.rejects(late, fault('conflict'))
    assert.deepEqual(await house.facts('anna', id), before)
  })

  it('is not taken from a stranger, as if the ticket were not there', async () => {
    const { id } = await house.file('anna')
    await assert.rejects(house.say('maria', id, { text: 'Hello?' }), fault('not-found'))
    await assert.rejects(house.say('maria', '99999', { text: 'Hello?' }), fault('not-found'))
  })

  it('answers a question, and hands the work back to where it waited', async () => {
    const { id } = await house.file('anna')
    await house.begin(id)
    const question = { kind: 'question', text: 'Which disk?', format: 'text', files: [] }
    await house.engineer(id, question, { kind: 'stage', stage: 'waiting-for-customer' })
    assert.equal((await house.now('anna', id)).phase, 'waiting')
    await house.say('anna', id, { text: 'The first.' })
    const { phase, stage } = await house.now('anna', id)
    assert.deepEqual([phase, stage], ['working', 'in-progress'])
  })

  it('is refused, and changes nothing, where it is empty, not offered, or too long', async () => {
    const { id } = await house.file('anna')
    const before = await house.facts('anna', id)
    const say = (message: Parameters<House['say']>[2]) => house.say('anna', id, message)
    await assert.rejects(say({ text: ' ' }), fault('invalid', ['reply']))
    await assert.rejects(say({ text: 'a'.repeat(20_001) }), fault('invalid', ['reply']))
    await assert.rejects(say({ intent: 'check-off', item: 'review-logs' }), fault('forbidden'))
    await assert.rejects(say({ intent: 'reopen', text: 'Again.' }), fault('forbidden'))
    const eleven = Array.from({ length: 11 }, (_, index) => new File(['a'], `${String(index)}.txt`))
    await assert.rejects(say({ text: 'Look.', files: eleven }), fault('too-large', ['replyFiles']))
    assert.deepEqual(await house.facts('anna', id), before)
  })

  it('leaves an authorization to the account’s owner: narrower, about this request, and whole', async () => {
    const { id } = await house.file('anna')
    const other = await house.file('anna')
    const narrow = (person: 'anna' | 'peter', authorization: Awaited<ReturnType<House['authorization']>>) =>
      house.say(person, id, { intent: 'narrow-authorization', authorization })
    const narrower = await house.authorization(id, { methods: ['rescue'], window: '24h' })
    assert.ok(!(await house.now('peter', id)).actions.includes('narrow-authorization'))
    assert.ok((await house.now('anna', id)).actions.includes('narrow-authorization'))
    const signer = { name: 'Peter Brandt', account: 'peter@kowalska.example', owner: 'declared' } as const
    const peters = await house.authorization(id, { methods: ['rescue'], signer })
    await assert.rejects(narrow('peter', peters), fault('forbidden'))
    const wrong = fault('invalid', ['authorization'])
    await assert.rejects(narrow('anna', { ...narrower, digest: '0'.repeat(64) }), wrong)
    await assert.rejects(narrow('anna', peters), wrong)
    await assert.rejects(narrow('anna', await house.authorization(other.id, { methods: ['rescue'] })), wrong)
    const wider = await house.authorization(id, { methods: ['rescue', 'ip-kvm', 'datacentre'] })
    await assert.rejects(narrow('anna', wider), fault('invalid', ['methods']))
    await narrow('anna', narrower)
    assert.deepEqual((await house.facts('anna', id)).at(-1), [
      'customer',
      { kind: 'authorization', record: narrower },
    ])
  })

  it('opens the same ticket again with a fresh authorization, by its owner alone', async () => {
    const { id } = await house.file('anna')
    await house.begin(id)
    await house.engineer(id, ...done)
    const { phase, actions } = await house.now('anna', id)
    assert.deepEqual([phase, actions], ['done', ['reopen', 'check-off']])
    assert.deepEqual((await house.now('peter', id)).actions, ['check-off'])
    await house.say('peter', id, { intent: 'check-off', item: 'review-logs' })
    await house.say('peter', id, { intent: 'check-off', item: 'review-logs' })
    const checked = (await house.facts('anna', id)).filter(([, fact]) => fact.kind === 'check-off')
    assert.equal(checked.length, 1)
    const reopen = (authorization?: Awaited<ReturnType<House['authorization']>>) =>
      house.say('anna', id, {
        intent: 'reopen',
        text: 'Down again.',
        ...(authorization && { authorization }),
      })
    await assert.rejects(reopen(), fault('invalid', ['authorization']))
    const old = await house.authorization(id, { serverTime: Date.now() - 90_000_000 })
    await assert.rejects(reopen(old), fault('invalid', ['authorization']))
    await reopen(await house.authorization(id, {}))
    const again = await house.now('anna', id)
    assert.deepEqual([again.phase, again.stage], ['received', 'reopened'])
  })

  it('approves the price that was offered, as long as it stands', async context => {
    const { id } = await house.file('anna')
    await house.begin(id)
    const offer = async () => {
      const version = house.store.ticket(Number(id))?.version
      const { status } = await house.desk(`${id}/offer`, {
        version,
        extra: 'malware-removal',
        quantity: '1',
        waits: false,
      })
      assert.equal(status, 200)
      const [, fact] = (await house.facts('anna', id)).at(-1) ?? assert.fail('no entry')
      assert.ok(fact.kind === 'quote' && fact.state === 'offered')
      return fact
    }
    const { digest } = await offer()
    const judge = (intent: 'approve-quote' | 'decline-quote', quoteDigest: string) =>
      house.say('anna', id, { intent, quoteDigest })
    await assert.rejects(judge('approve-quote', '0'.repeat(64)), fault('invalid', ['quoteApproval']))
    await judge('decline-quote', digest)
    await offer()
    await judge('approve-quote', digest)
    const states = (await house.facts('anna', id)).map(([, fact]) => fact.kind === 'quote' && fact.state)
    assert.deepEqual(states.filter(Boolean), ['offered', 'declined', 'offered', 'approved'])
    await assert.rejects(judge('approve-quote', digest), fault('forbidden'))

    const second = await house.file('anna')
    const { version } = second
    await house.desk(`${second.id}/offer`, {
      ...{ version: Number(version), extra: 'performance-tuning', quantity: '3', waits: true },
    })
    assert.equal((await house.now('anna', second.id)).phase, 'waiting')
    const facts = (await house.facts('anna', second.id)).map(([, fact]) => fact)
    const late = facts.find(fact => fact.kind === 'quote') ?? assert.fail('no quote')
    context.mock.timers.enable({ apis: ['Date'], now: Date.now() + 25 * 3_600_000 })
    const approval = { intent: 'approve-quote', quoteDigest: late.digest } as const
    await assert.rejects(house.say('anna', second.id, approval), fault('conflict'))
    const [by, fact] = (await house.facts('anna', second.id)).at(-1) ?? assert.fail('no entry')
    assert.ok(by === 'system' && fact.kind === 'quote' && fact.state === 'expired')
  })
})

describe('sealed login details', () => {
  let house: House

  before(async () => {
    house = await openHouse()
  })
  after(() => house.close())

  const armoredIn = (id: string) => {
    const sealed = house.store.ticket(Number(id))?.sealed ?? assert.fail('nothing sealed')
    const value: unknown = JSON.parse(sealed)
    assert.ok(typeof value === 'object' && value && 'armored' in value && typeof value.armored === 'string')
    // One line of it is in the file as it is in JSON.
    return value.armored.split('\n')[2] ?? assert.fail('no lines')
  }

  for (const [how, end] of [
    ['when the work is done', (id: string) => house.engineer(id, ...done)],
    [
      'when it is declined',
      (id: string) => house.engineer(id, { kind: 'stage', stage: 'declined', reason: 'Not yours.' }),
    ],
    ['when the customer calls it off', (id: string) => house.say('anna', id, { intent: 'cancel' })],
    ['when access is withdrawn', (id: string) => house.say('peter', id, { intent: 'withdraw-access' })],
  ] as const)
    it(`are erased ${how}: they are nowhere in the file, and the ticket says so`, async () => {
      const { id } = await house.file('anna', {}, 'Zażółć')
      const armored = armoredIn(id)
      await house.begin(id)
      assert.ok(house.bytes().includes(armored))
      await end(id)
      assert.ok(!house.bytes().includes(armored))
      assert.equal(house.store.ticket(Number(id))?.sealed, undefined)
      assert.equal((await house.now('anna', id)).access?.event, 'destroyed')
      assert.deepEqual((await house.facts('anna', id)).at(-1), [
        'system',
        { kind: 'access', event: 'destroyed' },
      ])
    })

  it('are replaced by those that the customer sends anew, of which the old ones leave no trace', async () => {
    const { id } = await house.file('anna', {}, 'first')
    const { key } = house.store.ticket(Number(id)) ?? assert.fail('no ticket')
    const first = armoredIn(id)
    const sealed = await sealedFor(house.as('anna'), key, 'second')
    await house.say('anna', id, { intent: 'renew-credentials', sealed })
    assert.notEqual(armoredIn(id), first)
    assert.ok(!house.bytes().includes(first))
    const elsewhere = { ...sealed, recipients: sealed.recipients.map(one => ({ ...one, id: 'other' })) }
    const forged = house.say('anna', id, { intent: 'renew-credentials', sealed: elsewhere })
    await assert.rejects(forged, fault('invalid', ['access']))
  })

  it('are not handed out once access was withdrawn; an opening that is told all the same can be shown', async () => {
    const { id } = await house.file('anna', {}, 'Zażółć')
    const open = () => house.desk(`${id}/opened`, { role: 'on-call engineer' })
    assert.equal((await open()).status, 200)
    await house.say('anna', id, { intent: 'withdraw-access' })
    const before = await house.facts('anna', id)
    assert.deepEqual(await open(), { status: 410, body: { code: 'withdrawn' } })
    assert.deepEqual(await house.facts('anna', id), before)
    // Told by somebody who opened a copy elsewhere: an alarm, which a desk's own button can't cause.
    const opened = { kind: 'access', event: 'opened', role: 'on-call engineer' } as const
    const ticket = house.store.ticket(Number(id)) ?? assert.fail('no ticket')
    house.store.atOnce(() =>
      put(house.store, ticket, { by: 'engineer', facts: [opened] }, Date.now(), nordhost),
    )
    assert.ok(standingIn(house.store, ticket.number, nordhost).access.openedAfterWithdrawal)
    assert.equal((await house.now('anna', id)).access?.event, 'opened')
  })
})

describe('whoever watches a ticket', () => {
  let house: House

  before(async () => {
    house = await openHouse()
  })
  after(() => house.close())

  it('is told the version that stands and each that follows, until they turn away', async () => {
    const { id, version } = await house.file('anna')
    const heard: string[] = []
    const strange: string[] = []
    const leaving = new AbortController()
    const { signal } = leaving
    house.as('peter').watch?.(id, version => heard.push(version), { signal })
    house.as('maria').watch?.(id, version => strange.push(version), { signal })
    await house.say('anna', id, { text: 'Hello.' })
    await house.engineer(id, { kind: 'stage', stage: 'verification' })
    assert.deepEqual(heard, [version, '2', '3'])
    leaving.abort()
    await house.say('anna', id, { text: 'Still there?' })
    assert.deepEqual([heard.length, strange], [3, []])
  })
})
