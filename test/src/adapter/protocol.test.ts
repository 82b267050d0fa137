import { expect } from 'chai'
import fc from 'fast-check'
import { once } from '../../../src/adapter/once.js'
import { AdapterFault } from '../../../src/adapter/fault.js'
import { messageDigest } from '../../../src/adapter/message-digest.js'
import { entityTag, eventId, versionOf, versionsIn } from '../../../src/adapter/protocol.js'
import { retryAfterMs } from '../../../src/adapter/retry-after.js'

describe('a version on the wire', () => {
  it('comes back as it was, whatever it is', () => {
    const version = fc.string({ minLength: 1, maxLength: 50, unit: 'grapheme' })
    fc.assert(
      fc.property(fc.array(version, { minLength: 1, maxLength: 5 }), versions => {
        const field = versions.map(entityTag).join(', ')
        expect(new Headers({ etag: field }).get('etag')).to.equal(field)
        expect(versionsIn(field)).to.deep.equal(versions)
      }),
    )
  })

  const fields: readonly [string | null, readonly string[]][] = [
    [null, []],
    ['', []],
    ['*', []],
    ['7', []],
    ['"7"', ['7']],
    ['W/"7"', ['7']],
    ['"7-gzip"', ['7']],
    ['W/"7", "8"', ['7', '8']],
    ['"%E0%A4%A"', []],
    ['"', []],
    [`"${'x'.repeat(9_000)}"`, []],
  ]
  for (const [field, versions] of fields) {
    it(`is ${JSON.stringify(versions)} in ${String(field).slice(0, 20)}`, () => {
      expect(versionsIn(field)).to.deep.equal(versions)
    })
  }
})

describe('a version as an event’s id', () => {
  it('is one line of ASCII, and comes back as it was', () => {
    const version = fc.string({ minLength: 1, maxLength: 50, unit: 'grapheme' })
    fc.assert(
      fc.property(version, given => {
        const id = eventId(given)
        expect(id).to.match(/^[!-~]+$/)
        expect(new Headers({ 'last-event-id': id }).get('last-event-id')).to.equal(id)
        expect(versionOf(id)).to.equal(given)
      }),
    )
  })

  for (const odd of [null, undefined, '', '%E0%A4%A', '%ED%A0%80', 'x'.repeat(501), '%41'.repeat(9_000)])
    it(`is none in ${String(odd).slice(0, 12)}`, () => {
      expect(versionOf(odd)).to.equal(undefined)
    })
})

describe('what a message’s key stands for', () => {
  const message = { text: 'Zażółć', intent: 'reply' } as const
  const file = (text: string, name = 'a.log', type = 'text/plain') => new File([text], name, { type })

  it('is the same for the same message, in whatever order its keys stand', async () => {
    const { text, intent } = message
    const digest = await messageDigest('7', { ...message, files: [file('x')] })
    expect(digest).to.match(/^[0-9a-f]{64}$/)
    expect(await messageDigest('7', { files: [file('x')], intent, text })).to.equal(digest)
    expect(await messageDigest('7', { ...message, files: [] })).to.equal(await messageDigest('7', message))
  })

  it('is another one for another ticket, word, intent, file, name and order', async () => {
    const digests = await Promise.all([
      messageDigest('7', message),
      messageDigest('8', message),
      messageDigest('7', { ...message, text: 'Zażółc' }),
      messageDigest('7', { text: message.text }),
      messageDigest('7', { ...message, files: [file('x')] }),
      messageDigest('7', { ...message, files: [file('y')] }),
      messageDigest('7', { ...message, files: [file('x', 'b.log')] }),
      messageDigest('7', { ...message, files: [file('x', 'a.log', 'image/png')] }),
      messageDigest('7', { ...message, files: [file('x'), file('y')] }),
      messageDigest('7', { ...message, files: [file('y'), file('x')] }),
    ])
    expect(new Set(digests)).to.have.lengthOf(digests.length)
  })
})

describe('R4: Retry-After', () => {
  const now = Date.UTC(2026, 2, 1, 12, 0, 0)
  const cases: readonly [string | null, number | undefined][] = [
    ['0', 0],
    ['120', 120_000],
    [' 7 ', 7_000],
    ['-5', 0],
    ['999999999', 86_400_000],
    ['Sun, 01 Mar 2026 12:00:30 GMT', 30_000],
    ['Sunday, 01-Mar-26 12:00:30 GMT', 30_000],
    ['Sun, 01 Mar 2026 11:00:00 GMT', 0],
    ['Mon, 01 Mar 2027 12:00:00 GMT', 86_400_000],
    [null, undefined],
    ['', undefined],
    ['soon', undefined],
    ['1e3', undefined],
    ['1.5', undefined],
    ['0x10', undefined],
    ['2026', 2_026_000],
    ['2026-03-01', undefined],
    ['99999999999999999999', undefined],
    ['Infinity', undefined],
    ['Nan, 99 Xyz 2026 99:99:99 GMT', undefined],
    [`Sun, ${'0'.repeat(100_000)}`, undefined],
  ]
  for (const [field, ms] of cases) {
    it(`"${String(field).slice(0, 40)}" is ${String(ms)} ms`, () => {
      expect(retryAfterMs(field, now)).to.equal(ms)
    })
  }

  it('is measured by the server’s own clock where it tells it', () => {
    const wrong = now + 3 * 3_600_000
    const date = new Date(now).toUTCString()
    expect(retryAfterMs(new Date(now + 30_000).toUTCString(), wrong, date)).to.equal(30_000)
    expect(retryAfterMs(new Date(now + 30_000).toUTCString(), now, 'yesterday')).to.equal(30_000)
  })
})

describe('a write with a key', () => {
  function counted(outcomes: readonly (number | AdapterFault)[]) {
    const runs = { count: 0 }
    const run = async () => {
      const outcome = outcomes[Math.min(runs.count, outcomes.length - 1)]!
      runs.count += 1
      await Promise.resolve()
      if (outcome instanceof AdapterFault) throw outcome
      return outcome
    }
    return { runs, run }
  }
  const codeOf = (promise: Promise<unknown>) =>
    promise.then(
      value => value,
      (error: unknown) => (error instanceof AdapterFault ? error.code : error),
    )

  it('runs once for all who come while it runs', async () => {
    const writes = once<number>()
    const { runs, run } = counted([1, 2])
    const all = await Promise.all(Array.from({ length: 10 }, () => writes.run('k', 'd', false, run)))
    expect([runs.count, new Set(all).size]).to.deep.equal([1, 1])
  })

  it('is refused for another digest while it runs, and after where it is remembered', async () => {
    const writes = once<number>()
    const { run } = counted([1])
    const first = writes.run('k', 'd', true, run)
    expect(await codeOf(writes.run('k', 'other', true, run))).to.equal('conflict')
    await first
    expect(await codeOf(writes.run('k', 'other', true, run))).to.equal('conflict')
    expect(await writes.run('l', 'other', true, run)).to.equal(1)
  })

  it('is answered from memory where the system can’t do so, and by the system where it can', async () => {
    for (const [remember, expected] of [
      [true, 1],
      [false, 2],
    ] as const) {
      const writes = once<number>()
      const { runs, run } = counted([1, 2])
      await writes.run('k', 'd', remember, run)
      expect(await writes.run('k', 'd', remember, run)).to.equal(expected)
      expect(runs.count).to.equal(expected)
    }
  })

  it('may be tried again where it surely failed, and never where it may have been done', async () => {
    for (const [uncertain, runsExpected] of [
      [false, 2],
      [true, 1],
    ] as const) {
      const writes = once<number>()
      const { runs, run } = counted([new AdapterFault('unavailable', { uncertain }), 2])
      expect(await codeOf(writes.run('k', 'd', true, run))).to.equal('unavailable')
      expect(await codeOf(writes.run('k', 'd', true, run))).to.equal(uncertain ? 'unavailable' : 2)
      expect(runs.count).to.equal(runsExpected)
    }
  })

  it('is forgotten after ten thousand others', async () => {
    const writes = once<number>()
    const { runs, run } = counted([1])
    await writes.run('first', 'd', true, run)
    for (let count = 0; count < 10_000; count += 1) await writes.run(`k${count}`, 'd', true, async () => 0)
    await writes.run('first', 'd', true, run)
    expect(runs.count).to.equal(2)
  })
})
