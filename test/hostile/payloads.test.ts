import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { inPage, openHall } from './hall.js'
import { hostileTexts } from './hostile-texts.js'
import { isFull } from './how-much.js'
import { payloads } from './payloads.js'

hostileTexts('on a page without any', false, payloads.length / 2)

describe('a page that is careless on purpose', () => {
  it('S9: runs at least 95 % of what can run', async () => {
    const careless = await openHall(false, true)
    const able = payloads.filter(({ sink }, index) => sink !== undefined && (isFull || index % 8 === 0))
    const ran = await inPage<readonly number[]>(careless.page, 'carelessly', able)
    await careless.close()
    console.log(`careless page: ${String(ran.length)} of ${String(able.length)} ran`)
    assert.ok(ran.length >= 0.95 * able.length)
    assert.ok(payloads.length >= 200)
    assert.equal(new Set(payloads.map(({ text }) => text)).size, payloads.length)
  })
})
