import assert from 'node:assert/strict'
import { statSync } from 'node:fs'
import { join } from 'node:path'
import { after, afterEach, beforeEach, describe, it } from 'node:test'
import { AdapterFault } from '../../src/index.js'
import { filingFor, newKey, sealedFor, signIn } from './customer.js'
import { dataFolder, startDemo } from './demo-process.js'
import type { Demo } from './demo-process.js'

describe('a ticket that was acknowledged', () => {
  const data = dataFolder()
  let demo: Demo

  beforeEach(async () => {
    demo = await startDemo(data.path)
  })
  afterEach(() => demo.stop())
  after(() => data.remove())

  for (const signal of ['SIGTERM', 'SIGKILL'] as const) {
    it(`is there, whole, after ${signal} and a new start`, async () => {
      const anna = await signIn(demo.url, 'anna')
      const key = newKey()
      const sealed = await sealedFor(anna.adapter, key, 'Zażółć')
      const files = [
        new File(['dmesg: zażółć 🛠'], 'dziennik błędów.txt', { type: 'text/plain' }),
        new File([new Uint8Array([31, 139, 8, 0, 255, 10, 13])], 'a.gz', { type: 'application/gzip' }),
      ]
      const filing = await filingFor('anna', key, { access: { kind: 'account', sealed }, files })
      const { intervention } = await anna.adapter.submit(filing, { key })

      await demo.stop(signal)
      demo = await startDemo(data.path)
      const again = await signIn(demo.url, 'anna')
      const { now: _, ...kept } = (await again.adapter.get(intervention.id)) ?? assert.fail('nothing there')
      const { now: __, ...before } = intervention
      assert.deepEqual(kept, before)
      const { items } = await again.adapter.entries(intervention.id)
      const [message, authorization, access] = items.map(({ fact }) => fact)
      assert.ok(message?.kind === 'message' && message.text.includes(`| ${filing.problem}\n`))
      assert.ok(authorization?.kind === 'authorization')
      assert.deepEqual(authorization.record, filing.authorization)
      assert.deepEqual(access, { kind: 'access', event: 'sealed' })
      assert.deepEqual(
        message.files.map(({ name, type, bytes }) => ({ name, type, bytes })),
        files.map(({ name, type, size }) => ({ name, type, bytes: size })),
      )
      for (const [index, file] of files.entries()) {
        const blob = await again.adapter.open(message.files[index] ?? assert.fail('no file'))
        assert.deepEqual(await blob.arrayBuffer(), await file.arrayBuffer())
      }
    })
  }

  it('is the answer to the same request under the same key, whatever happened in between', async () => {
    const key = newKey()
    const filing = await filingFor('anna', key, {
      files: [new File(['first'], 'log.txt', { type: 'text/plain' })],
    })
    const numbers: string[] = []
    for (const signal of ['SIGINT', 'SIGKILL'] as const) {
      const { adapter } = await signIn(demo.url, 'anna')
      const { intervention } = await adapter.submit(filing, { key })
      numbers.push(intervention.number)
      await demo.stop(signal)
      demo = await startDemo(data.path)
    }
    const { adapter } = await signIn(demo.url, 'anna')
    assert.equal((await adapter.find?.(key))?.intervention.number, numbers[0])
    assert.equal(new Set(numbers).size, 1)
  })

  it('keeps its key from every other request', async () => {
    const key = newKey()
    const filing = await filingFor('anna', key, {
      files: [new File(['first'], 'log.txt', { type: 'text/plain' })],
    })
    const { adapter } = await signIn(demo.url, 'anna')
    const { intervention } = await adapter.submit(filing, { key })
    await demo.stop('SIGKILL')
    demo = await startDemo(data.path)
    const again = (await signIn(demo.url, 'anna')).adapter
    const others = [
      { ...filing, problem: `${filing.problem}.` },
      { ...filing, files: [new File(['First'], 'log.txt', { type: 'text/plain' })] },
      { ...filing, files: [new File(['first'], 'lag.txt', { type: 'text/plain' })] },
      { ...filing, files: [] },
    ]
    for (const other of others)
      await assert.rejects(
        again.submit(other, { key }),
        (fault: unknown) => fault instanceof AdapterFault && fault.code === 'conflict',
      )
    assert.equal((await again.submit(filing, { key })).intervention.number, intervention.number)
  })

  it('is one, though its request comes ten times at once', async () => {
    const key = newKey()
    const filing = await filingFor('anna', key)
    const { adapter } = await signIn(demo.url, 'anna')
    const filed = await Promise.all(Array.from({ length: 10 }, () => adapter.submit(filing, { key })))
    assert.equal(new Set(filed.map(({ intervention }) => intervention.number)).size, 1)
  })

  it('has a number like a shop that is not new, and the next has the next', async () => {
    const { adapter } = await signIn(demo.url, 'anna')
    const numbers: number[] = []
    for (let index = 0; index < 3; index++) {
      const key = newKey()
      const { intervention } = await adapter.submit(await filingFor('anna', key), { key })
      numbers.push(Number(intervention.number))
    }
    const [first = 0] = numbers
    assert.ok(first >= 48_210)
    assert.deepEqual(numbers, [first, first + 1, first + 2])
  })

  it('stands first in the list, which is read part by part', async () => {
    const { adapter } = await signIn(demo.url, 'anna')
    const whole = await adapter.list({ limit: 100 })
    const numbers = whole.items.map(({ number }) => Number(number))
    assert.deepEqual(
      numbers,
      numbers.toSorted((one, other) => other - one),
    )
    assert.equal(whole.total, numbers.length)
    const read: number[] = []
    for (let cursor: string | undefined, part = 0; part < 20; part++) {
      const page = await adapter.list({ limit: 2, ...(cursor !== undefined && { cursor }) })
      read.push(...page.items.map(({ number }) => Number(number)))
      if (page.cursor === undefined) break
      cursor = page.cursor
    }
    assert.deepEqual(read, numbers)
  })
})

describe('the demo', () => {
  it('stops cleanly when asked: all data in its one file, and nothing printed but its addresses', async () => {
    const data = dataFolder()
    try {
      const demo = await startDemo(data.path)
      const { adapter } = await signIn(demo.url, 'anna')
      const key = newKey()
      await adapter.submit(await filingFor('anna', key), { key })
      assert.equal(await demo.stop('SIGTERM'), 0)
      assert.match(demo.printed(), /^Nordhost is ready: [^\n]+\n$/)
      // What waits in the log is in the database by now: a copy of the one file is a copy of all.
      assert.equal(statSync(join(data.path, 'nordhost.db-wal'), { throwIfNoEntry: false })?.size ?? 0, 0)
    } finally {
      data.remove()
    }
  })
})
