import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { isDeepStrictEqual } from 'node:util'
import { openHouse } from './house.js'
import type { DeskAnswer, House } from './house.js'

const HOUR = 3_600_000

const written = (kind: 'message' | 'question' | 'summary', text: string, more: object = {}) => ({
  ...{ kind, text, format: 'text', files: [] },
  ...more,
})
const stage = (stage: string, reason?: string) => ({
  ...{ kind: 'stage', stage },
  ...(reason !== undefined && { reason }),
})
const method = (method: string, reason?: string) => ({
  ...{ kind: 'method', method },
  ...(reason !== undefined && { reason }),
})

/** Was it refused for this reason? */
function refused(why: string, { status, body }: DeskAnswer): void {
  assert.deepEqual([status, body], [422, { code: 'invalid', why }])
}

describe('an engineer, by the desk’s own API,', () => {
  let house: House

  before(async () => {
    house = await openHouse()
  })
  after(() => house.close())

  it('takes a request, verifies it, chooses a method, works, and ends with a summary', async () => {
    const { id } = await house.file('anna', {}, 'Zażółć')
    await house.begin(id)
    const by = Date.now() + HOUR
    const said = [
      { kind: 'effort', effort: 'standard' },
      { kind: 'effort', effort: 'complex', reason: 'Two disks.' },
      written('message', 'The first disk is well.'),
      { kind: 'promise', until: by },
      { kind: 'extra', extra: 'data-recovery', state: 'unavailable', reason: 'The disk is gone.' },
      written('summary', 'It boots again.', {
        ...{ method: 'rescue', changes: 'GRUB, fstab', newCredentials: true, changePasswords: true },
      }),
    ]
    for (const fact of said) assert.equal((await house.engineer(id, fact)).status, 200)
    assert.equal((await house.now('anna', id)).promise?.nextUpdateBy, undefined)
    await house.engineer(id, { kind: 'promise', until: by })
    assert.equal((await house.now('anna', id)).promise?.nextUpdateBy, by)
    assert.equal((await house.engineer(id, stage('done'))).status, 200)
    const facts = await house.facts('anna', id)
    const own = facts.filter(([who]) => who === 'engineer').map(([, fact]) => fact)
    for (const fact of said)
      assert.ok(
        own.some(one => isDeepStrictEqual(one, fact)),
        fact.kind,
      )
    assert.equal((await house.now('anna', id)).phase, 'done')
  })

  it('says several things at once, all or none', async () => {
    const { id } = await house.file('anna')
    await house.begin(id)
    const before = await house.facts('anna', id)
    refused('no-summary', await house.engineer(id, written('message', 'Nearly.'), stage('done')))
    assert.deepEqual(await house.facts('anna', id), before)
    const both = await house.engineer(id, written('summary', 'It boots.'), stage('done'))
    assert.equal(both.status, 200)
  })

  it('keeps to the order: taken, verified, a method with its reason, the work, the summary', async () => {
    const { id } = await house.file('anna')
    refused('not-taken', await house.engineer(id, stage('assessment')))
    refused('not-verified', await house.engineer(id, method('rescue', 'No login.')))
    refused('not-verified', await house.engineer(id, stage('in-progress')))
    refused('not-verified', await house.engineer(id, stage('escalated', 'A disk.')))
    refused('not-verified', await house.engineer(id, written('summary', 'Done.'), stage('done')))
    await house.engineer(id, stage('verification'))
    refused('already-so', await house.engineer(id, stage('verification')))
    await house.engineer(id, stage('assessment'))
    refused('no-method', await house.engineer(id, stage('in-progress')))
    refused('no-reason', await house.engineer(id, method('rescue', ' ')))
    refused('no-summary', await house.engineer(id, stage('done')))
    refused('no-reason', await house.engineer(id, stage('escalated')))
    refused('no-reason', await house.engineer(id, stage('declined')))
    refused('nothing-asked', await house.engineer(id, stage('waiting-for-customer')))
    const asks = await house.engineer(id, written('question', 'Which disk?'), stage('waiting-for-customer'))
    assert.equal(asks.status, 200)
    assert.equal((await house.engineer(id, stage('escalated', 'The disk is dead.'))).status, 200)
  })

  it('names nothing that the provider doesn’t have, and no time that has gone by', async () => {
    const { id } = await house.file('anna')
    await house.begin(id)
    refused('unknown-id', await house.engineer(id, method('telepathy', 'Why not.')))
    refused('unknown-id', await house.engineer(id, stage('lost')))
    refused('unknown-id', await house.engineer(id, { kind: 'extra', extra: 'coffee', state: 'unavailable' }))
    refused('unknown-id', await house.engineer(id, written('summary', 'Done.', { method: 'telepathy' })))
    refused('no-text', await house.engineer(id, written('message', ' \n')))
    refused('no-text', await house.engineer(id, written('message', 'a'.repeat(20_001))))
    for (const until of [Date.now() - 1, Date.now() + 31 * 24 * HOUR])
      refused('out-of-time', await house.engineer(id, { kind: 'promise', until }))
  })

  it('says nothing in the customer’s name, nor a price of their own making', async () => {
    const { id } = await house.file('anna')
    await house.begin(id)
    const { record } = await house.authorization(id, {})
    for (const fact of [
      stage('cancelled'),
      stage('reopened'),
      { kind: 'access', event: 'sealed' },
      { kind: 'access', event: 'opened', role: 'on-call engineer' },
      { kind: 'access', event: 'destroyed' },
      { kind: 'check-off', item: 'review-logs' },
      { kind: 'authorization', record: { record, digest: '0'.repeat(64) } },
      { ...written('message', '<b>Bold</b>'), format: 'html' },
      { ...written('message', 'See.'), files: [{ id: 'a', name: 'a', type: '', bytes: 1 }] },
    ])
      refused('not-yours', await house.engineer(id, fact))
    const version = house.store.ticket(Number(id))?.version
    await house.desk(`${id}/offer`, { version, extra: 'malware-removal', quantity: '1', waits: false })
    const [, offered] = (await house.facts('anna', id)).at(-1) ?? assert.fail('no entry')
    assert.equal(offered.kind, 'quote')
    refused('not-yours', await house.engineer(id, offered))
  })

  it('says that login details don’t work only where there are some', async () => {
    const without = await house.file('anna')
    const sealed = await house.file('anna', {}, 'wrong')
    const fact = { kind: 'access', event: 'refused', role: 'on-call engineer' }
    refused('no-login', await house.engineer(without.id, fact))
    assert.equal((await house.engineer(sealed.id, fact, stage('waiting-for-customer'))).status, 200)
    const { access, phase, actions } = await house.now('anna', sealed.id)
    assert.deepEqual([access?.event, phase], ['refused', 'waiting'])
    assert.ok(actions.includes('renew-credentials'))
  })

  it('says nothing more than words once the request has ended', async () => {
    const { id } = await house.file('anna')
    await house.engineer(id, stage('declined', 'The account is not yours.'))
    refused('ended', await house.engineer(id, stage('verification')))
    refused('ended', await house.engineer(id, { kind: 'effort', effort: 'standard' }))
    const version = house.store.ticket(Number(id))?.version
    refused(
      'ended',
      await house.desk(`${id}/offer`, { version, extra: 'malware-removal', quantity: '1', waits: false }),
    )
    assert.equal((await house.engineer(id, written('message', 'We wrote to the owner.'))).status, 200)
  })

  it('overwrites no other desk: who comes second is told so, and changes nothing', async () => {
    const { id, version } = await house.file('anna')
    const seen = Number(version)
    const [first, second] = await Promise.all(
      ['verification', 'declined'].map(to =>
        house.desk(`${id}/facts`, { version: seen, facts: [stage(to, 'Because.')] }),
      ),
    )
    assert.equal(first?.status, 200)
    assert.deepEqual(second, { status: 409, body: { code: 'conflict', version: seen + 1 } })
    assert.equal((await house.now('anna', id)).stage, 'verification')
    const offer = { version: seen, extra: 'malware-removal', quantity: '1', waits: false }
    assert.equal((await house.desk(`${id}/offer`, offer)).status, 409)
  })

  it('promises no first response any more once one was given, after a reopening neither', async () => {
    const { id } = await house.file('anna')
    assert.notEqual((await house.now('anna', id)).promise?.firstResponseBy, undefined)
    await house.engineer(id, written('message', 'I am looking at it.'))
    assert.equal((await house.now('anna', id)).promise?.firstResponseBy, undefined)
  })

  it('says which field holds no amount', async () => {
    const { id } = await house.file('anna')
    await house.begin(id)
    const version = Number((await house.now('anna', id)).version)
    const offer = { version, extra: 'data-recovery', quantity: '1', waits: false }
    refused('no-amount', await house.desk(`${id}/offer`, { ...offer, net: '149,50' }))
    assert.equal((await house.desk(`${id}/offer`, { ...offer, net: '149.50' })).status, 200)
  })

  it('offers an extra at the provider’s own price, with the customer’s tax', async () => {
    const { id } = await house.file('maria')
    const offer = (asked: object) =>
      house.desk(`${id}/offer`, {
        ...{ version: house.store.ticket(Number(id))?.version, quantity: '1', waits: false },
        ...asked,
      })
    const last = async () => {
      const [by, fact] = (await house.facts('maria', id)).at(-1) ?? assert.fail('no entry')
      assert.ok(by === 'engineer' && fact.kind === 'quote' && fact.quote.kind === 'total')
      return fact.quote
    }
    assert.equal((await offer({ extra: 'malware-removal', quantity: '2', net: '1.00' })).status, 200)
    const { net, rate, gross } = await last()
    assert.deepEqual([net.amount, rate, gross?.amount], ['298.00', '21', '360.58'])
    refused('already-so', await offer({ extra: 'malware-removal', quantity: '2' }))
    refused('unknown-id', await offer({ extra: 'coffee' }))
    // No price in the list: support names it.
    refused('no-price', await offer({ extra: 'data-recovery' }))
    assert.equal((await offer({ extra: 'data-recovery', net: '240.00' })).status, 200)
    assert.equal((await last()).net.amount, '240.00')
    for (const wrong of [
      { extra: 'malware-removal', quantity: '0' },
      { extra: 'data-recovery', net: '-1.00' },
    ])
      assert.equal((await offer(wrong)).status, 422)
  })

  it('is refused what is no fact, too much of it, or of no request', async () => {
    const { id } = await house.file('anna')
    const twentyOne = Array.from({ length: 21 }, () => written('message', 'Hello.'))
    for (const body of [
      {},
      { version: 1, facts: [] },
      { version: 1, facts: [{ kind: 'rumour' }] },
      { version: '1', facts: [written('message', 'Hello.')] },
      { version: 1, facts: twentyOne },
    ])
      assert.deepEqual(await house.desk(`${id}/facts`, body), { status: 422, body: { code: 'invalid' } })
    const large = { version: 1, facts: [written('message', 'a'.repeat(1_000_001))] }
    assert.equal((await house.desk(`${id}/facts`, large)).status, 413)
    for (const number of ['99999', '0', 'x'])
      assert.equal(
        (await house.desk(`${number}/facts`, { version: 1, facts: [stage('verification')] })).status,
        404,
      )
    assert.equal((await house.desk(`${id}/opened`, { role: 'on-call engineer' })).status, 404)
  })
})
