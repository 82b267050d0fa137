import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { InterventionAdapter, Message, Write } from '../../src/adapter/adapter.js'
import type { BridgeOptions, BridgeSession } from '../../src/adapter/bridge.js'
import { sampleFor } from '../../src/adapter/conformance-filing.js'
import { AdapterFault } from '../../src/adapter/fault.js'
import { memoryAdapter, type MemoryOptions } from '../../src/adapter/memory.js'
import { testAccount, testCapabilities } from '../../src/adapter/memory-context.js'
import { signAuthorization } from '../../src/authorization/digest.js'
import { newRequestKey } from '../../src/request/key.js'
import { bridgeFor, PORTAL } from '../support/wired.js'

const HEADERS = {
  origin: PORTAL,
  'os-intervention-protocol': '1',
  'os-intervention-csrf': '1',
} as const

interface Sent {
  readonly headers?: Readonly<Record<string, string>>
  readonly json?: unknown
  readonly raw?: string
  readonly files?: readonly File[]
  readonly extra?: Readonly<Record<string, string>>
  readonly id?: string
}

/** A reply by post; a header that is set to nothing is left out. */
function reply({ headers = {}, json = { text: 'Dzień dobry' }, raw, files = [], extra = {}, id }: Sent) {
  const body = new FormData()
  body.append('json', new Blob([raw ?? JSON.stringify(json)], { type: 'application/json' }), 'json')
  for (const file of files) body.append('file', file, file.name)
  for (const [name, value] of Object.entries(extra)) body.append(name, value)
  return new Request(`${PORTAL}/api/interventions/${id ?? '10001'}/replies`, {
    method: 'POST',
    headers: Object.entries<string>({ ...HEADERS, 'idempotency-key': newRequestKey(), ...headers }).filter(
      ([, value]) => value !== '',
    ),
    body,
  })
}

/** A bridge on a system with one ticket, and what gets as far as that system. */
async function system(
  options: Partial<BridgeOptions<BridgeSession>> = {},
  memoryOptions: MemoryOptions = {},
  methods: Partial<InterventionAdapter> = {},
) {
  const memory = memoryAdapter(memoryOptions)
  const { key, filing } = await sampleFor(memory)
  await memory.submit(filing, { key })
  const passed: [string, Message, Write][] = []
  const adapter: InterventionAdapter = {
    ...memory,
    reply(id, message, write) {
      passed.push([id, message, write])
      return memory.reply(id, message, write)
    },
    ...methods,
  }
  return { memory, filing, passed, answer: bridgeFor(adapter, testAccount.id, options) }
}

async function told(response: Response): Promise<[number, unknown]> {
  return [response.status, await response.json()]
}

describe('the bridge lets a reply pass', () => {
  it('as it was typed, with its files under names that a ticket can hold', async () => {
    const { memory, answer } = await system()
    const text = '<script>alert(1)</script>\r\nZażółć 🎉\u0000'
    const files = [new File(['x'], '../../etc/passwd', { type: 'text/plain' })]
    assert.deepEqual(await told(await answer(reply({ json: { text }, files }))), [201, { unstored: [] }])
    const fact = (await memory.entries('10001')).items.at(-1)?.fact
    assert.ok(fact?.kind === 'message')
    assert.equal(fact.text, text)
    assert.deepEqual(
      fact.files.map(({ name }) => name),
      ['passwd'],
    )
  })

  it('with the version that it was written to', async () => {
    const { passed, answer } = await system()
    const stale = await answer(reply({ headers: { 'if-match': '"0"' } }))
    assert.deepEqual(await told(stale), [409, { code: 'conflict' }])
    assert.equal((await answer(reply({ headers: { 'if-match': 'W/"1-gzip"' } }))).status, 201)
    assert.deepEqual(
      passed.map(([id, , { ifVersion }]) => [id, ifVersion]),
      [
        ['10001', '0'],
        ['10001', '1'],
      ],
    )
  })

  it('once for one key, and refuses another message, and another ticket, under it', async () => {
    const { memory, answer } = await system()
    const { key, filing } = await sampleFor(memory)
    await memory.submit(filing, { key })
    const headers = { 'idempotency-key': newRequestKey() }
    const statuses: number[] = []
    for (const sent of [
      {},
      {},
      { json: { text: 'other' } },
      { files: [new File(['x'], 'x')] },
      { id: '10002' },
    ])
      statuses.push((await answer(reply({ headers, ...sent }))).status)
    assert.deepEqual(statuses, [201, 201, 409, 409, 409])
  })

  it('once for one key to a system that knows no keys, though the first answer is lost', async () => {
    let kept = 0
    const unsafe = { ...testCapabilities, retries: { submit: 'unsafe', reply: 'unsafe' } } as const
    const lossy = async () => {
      kept += 1
      throw new AdapterFault('unavailable', { uncertain: true })
    }
    const { answer } = await system({}, { capabilities: unsafe }, { reply: lossy })
    const headers = { 'idempotency-key': newRequestKey() }
    for (let time = 0; time < 2; time += 1)
      assert.deepEqual(await told(await answer(reply({ headers }))), [
        503,
        { code: 'unavailable', uncertain: true },
      ])
    assert.equal((await answer(reply({ headers, json: { text: 'other' } }))).status, 409)
    assert.equal(kept, 1)
  })

  it('though its browser goes away meanwhile', async () => {
    const control = new AbortController()
    const signals: unknown[] = []
    const { answer } = await system(
      {},
      {},
      {
        async reply(_id, _message, { signal }) {
          control.abort()
          signals.push(signal)
          return { unstored: [] }
        },
      },
    )
    assert.equal((await answer(new Request(reply({}), { signal: control.signal }))).status, 201)
    assert.deepEqual(signals, [undefined])
  })

  it('with what the system could not keep', async () => {
    const unstored = async () => ({ unstored: ['replyFiles' as const] })
    const { answer } = await system({}, {}, { reply: unstored })
    assert.deepEqual(await told(await answer(reply({}))), [201, { unstored: ['replyFiles'] }])
  })
})

describe('the bridge refuses a reply, and nothing reaches the system', () => {
  const refused: readonly [string, Sent, number, object][] = [
    ['of another origin', { headers: { origin: 'https://evil.example' } }, 403, { code: 'forbidden' }],
    ['without an origin', { headers: { origin: '' } }, 403, { code: 'forbidden' }],
    ['of a form or a link', { headers: { 'os-intervention-csrf': '' } }, 403, { code: 'forbidden' }],
    ['of another protocol', { headers: { 'os-intervention-protocol': '2' } }, 501, { code: 'unsupported' }],
    ['without a key', { headers: { 'idempotency-key': '' } }, 422, { code: 'invalid' }],
    ['under a key that is none', { headers: { 'idempotency-key': 'a b c d e f' } }, 422, { code: 'invalid' }],
    ['to any version at all', { headers: { 'if-match': '*' } }, 422, { code: 'invalid' }],
    ['to a version that can’t be read', { headers: { 'if-match': '"%E0%A4%A"' } }, 422, { code: 'invalid' }],
    ['to an empty version', { headers: { 'if-match': '""' } }, 422, { code: 'invalid' }],
    ['to two versions', { headers: { 'if-match': '"1", "2"' } }, 422, { code: 'invalid' }],
    ['with broken JSON', { raw: '{"text":' }, 422, { code: 'invalid' }],
    ['with JSON of another kind', { raw: '[1]' }, 422, { code: 'invalid' }],
    ['with a part that nobody has named', { extra: { debug: '1' } }, 422, { code: 'invalid' }],
    ['with data twice', { extra: { json: '{}' } }, 422, { code: 'invalid' }],
    [
      'with a file that is a text',
      { extra: { file: 'x' } },
      422,
      { code: 'invalid', fields: ['replyFiles'] },
    ],
    ['with a key that nobody knows', { json: { text: 'x', password: 'hunter2' } }, 422, { code: 'invalid' }],
    ['with an intent that nobody knows', { json: { intent: 'explode' } }, 422, { code: 'invalid' }],
    ['with a list for a text', { json: { text: ['x'] } }, 422, { code: 'invalid', fields: ['reply'] }],
    [
      'with too long a text',
      { json: { text: 'x'.repeat(20_001) } },
      422,
      { code: 'invalid', fields: ['reply'] },
    ],
    ['with half a character', { raw: '{"text":"\\ud800"}' }, 422, { code: 'invalid', fields: ['reply'] }],
    [
      'with a password in plain for a sealed one',
      { json: { intent: 'renew-credentials', sealed: 'hunter2' } },
      422,
      { code: 'invalid', fields: ['access'] },
    ],
    [
      'with a digest that is a path',
      { json: { intent: 'approve-quote', quoteDigest: '../1' } },
      422,
      { code: 'invalid', fields: ['quoteApproval'] },
    ],
    [
      'with eleven files',
      { files: Array.from({ length: 11 }, () => new File(['x'], 'x')) },
      413,
      { code: 'too-large', fields: ['replyFiles'] },
    ],
    [
      'with a file over the limit',
      { files: [new File([new Uint8Array(10_000_001)], 'x')] },
      413,
      { code: 'too-large', fields: ['replyFiles'] },
    ],
    [
      'with a file without a name',
      { files: [new File(['x'], '..')] },
      422,
      { code: 'invalid', fields: ['replyFiles'] },
    ],
    ['that says it is too big', { headers: { 'content-length': '99999999' } }, 413, { code: 'too-large' }],
    ['to an id that leaves its path', { id: '..%2F1' }, 404, { code: 'not-found' }],
  ]
  for (const [what, sent, status, fault] of refused)
    it(what, async () => {
      const { passed, answer } = await system()
      assert.deepEqual(await told(await answer(reply(sent))), [status, fault])
      assert.deepEqual(passed, [])
    })

  it('of whoever isn’t signed in, before its body is read', async () => {
    const { passed, answer } = await system({ session: () => null })
    const request = reply({})
    assert.deepEqual(await told(await answer(request)), [401, { code: 'unauthenticated' }])
    assert.equal(request.bodyUsed, false)
    assert.deepEqual(passed, [])
  })

  it('whose authorization was changed, or is another account’s', async () => {
    const { passed, answer, filing } = await system()
    const { record, digest } = filing.authorization
    const signer = { ...record.signer, account: 'C-1' }
    for (const authorization of [
      { record: { ...record, window: '24h' }, digest },
      await signAuthorization({ ...record, signer }),
    ])
      assert.deepEqual(
        await told(await answer(reply({ json: { intent: 'narrow-authorization', authorization } }))),
        [422, { code: 'invalid', fields: ['authorization'] }],
      )
    assert.deepEqual(passed, [])
  })
})

describe('the bridge says of a reply', () => {
  it('of a stranger that the ticket is not there', async () => {
    const { memory } = await system()
    const stranger = bridgeFor(memory.as({ ...testAccount, id: 'C-2' }), 'C-2')
    assert.deepEqual(await told(await stranger(reply({}))), [404, { code: 'not-found' }])
    assert.equal((await memory.get('10001'))?.version, '1')
  })

  it('that isn’t offered that it is forbidden, and of one that lacks something what that is', async () => {
    const { answer } = await system()
    assert.deepEqual(await told(await answer(reply({ json: { intent: 'check-off', item: 'x' } }))), [
      403,
      { code: 'forbidden' },
    ])
    assert.deepEqual(await told(await answer(reply({ json: {} }))), [
      422,
      { code: 'invalid', fields: ['reply'] },
    ])
  })
})
