import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { portalApi } from '../../demo/server/portal-api.js'
import { openSessions } from '../../demo/server/sessions.js'
import { openHouse } from './house.js'
import type { House } from './house.js'

describe('signing in', () => {
  let house: House

  before(async () => {
    house = await openHouse()
  })
  after(() => house.close())

  it('is locked for nobody by those who sign in without end, under a name that is none or as somebody else', async () => {
    const api = portalApi(openSessions(house.store))
    const post = async (body: string) => {
      const headers = { 'content-type': 'application/json' }
      return (await api.request('/session', { method: 'POST', headers, body })).status
    }
    for (const body of ['{"as":1}', '{"as":', 'null']) assert.equal(await post(body), 400, body)
    for (let count = 0; count < 110; count += 1) assert.equal(await post('{"as":"zz"}'), 422)
    const statuses: number[] = []
    for (let count = 0; count < 150; count += 1) statuses.push(await post('{"as":"anna"}'))
    assert.ok(statuses.includes(429))
    assert.equal(await post('{"as":"maria"}'), 204)
    assert.equal(await post('{}'), 204)
  })
})
