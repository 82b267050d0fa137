import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { nordhost } from '../../demo/policy.js'
import { record, records, text, whole } from '../../demo/record.js'
import { customers } from '../../demo/server/customers.js'
import { storeAdapter } from '../../demo/server/store-adapter.js'
import { faultFrom, filingFor, newKey } from './customer.js'
import { openHouse } from './house.js'
import type { House } from './house.js'

describe('what the desk reads', () => {
  let house: House

  before(async () => {
    house = await openHouse()
  })
  after(() => house.close())

  const numbersIn = (answer: unknown) => records(record(answer)['requests']).map(one => whole(one, 'number'))

  it('is led by what is due first, however many another customer sends after it, and found on the server', async () => {
    const marias = Number((await house.file('maria')).id)
    const annas = [await house.file('anna'), await house.file('anna'), await house.file('anna')]
    const first = await house.read('?limit=2')
    assert.deepEqual(numbersIn(first), [marias, Number(annas[0]?.id)])
    assert.equal(whole(record(first), 'total'), 4)
    assert.deepEqual(numbersIn(await house.read('?limit=2&find=LOPEZ')), [marias])
    assert.deepEqual(numbersIn(await house.read(`?find=${String(annas[2]?.id)}`)), [Number(annas[2]?.id)])
    assert.deepEqual(numbersIn(await house.read('?find=no%25such')), [])
    await house.engineer(String(marias), { kind: 'stage', stage: 'declined', reason: 'Not yours.' })
    assert.equal(numbersIn(await house.read('')).at(-1), marias)
  })

  it('has no more open requests of one company than that may have', async () => {
    const maria = customers.find(({ person }) => person === 'maria') ?? assert.fail('nobody')
    const open = Number((await house.as('maria').list({ open: true })).total)
    const keys = { recipients: [], sshKey: '' }
    const adapter = storeAdapter(house.store, maria, keys, nordhost, undefined, open + 1)
    const key = newKey()
    const filing = await filingFor('maria', key)
    await adapter.submit(filing, { key })
    const other = newKey()
    const fault = await faultFrom(adapter.submit(await filingFor('maria', other), { key: other }))
    assert.equal(fault.code, 'rate-limited')
    assert.ok((fault.retryAfterMs ?? 0) > 120_000)
    // What is there already is told again.
    assert.ok(await adapter.submit(filing, { key }))
    assert.equal(await adapter.find?.(other), null)
  })

  it('tells a withdrawal and the authorization in force, whatever was said after them', async () => {
    const { id } = await house.file('anna', {}, 'Zażółć')
    await house.say('anna', id, { intent: 'withdraw-access' })
    for (const words of ['authorization', '{"kind":"authorization"}', 'c', 'd'])
      await house.say('anna', id, { text: words })
    const read = record(await house.read(`/${id}?limit=2`))
    assert.equal(records(read['entries']).length, 2)
    assert.ok(whole(read, 'earlier') > 4)
    assert.equal(record(read['standing'])['isWithdrawn'], true)
    assert.equal(record(JSON.parse(text(read, 'authorization')))['kind'], 'authorization')
    assert.equal(record(JSON.parse(text(read, 'request')))['kind'], 'message')
    const version = house.store.ticket(Number(id))?.version ?? 0
    assert.deepEqual(await house.read(`/${id}?known=${String(version)}`), { unchanged: true })
  })

  it('says whether the server is one of the account’s', async () => {
    const own = await house.file('anna')
    assert.equal(record(await house.read(`/${own.id}`))['isAmongServices'], true)
    const key = newKey()
    const server = { kind: 'ip', value: '192.0.2.7' } as const
    const filing = await filingFor('maria', key, { server }, { server })
    const { intervention } = await house.as('maria').submit(filing, { key })
    assert.equal(record(await house.read(`/${intervention.id}`))['isAmongServices'], false)
  })
})
