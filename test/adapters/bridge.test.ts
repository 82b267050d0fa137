import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { InterventionAdapter } from '../../src/adapter/adapter.js'
import type { BridgeOptions, BridgeSession } from '../../src/adapter/bridge.js'
import { sampleFor, type Sample } from '../../src/adapter/conformance-filing.js'
import type { AdapterFault } from '../../src/adapter/fault.js'
import { memoryAdapter } from '../../src/adapter/memory.js'
import { testAccount } from '../../src/adapter/memory-context.js'
import * as wire from '../../src/adapter/wire.js'
import { signAuthorization } from '../../src/authorization/digest.js'
import { bridge } from '../../src/bridge.js'
import { parse } from '../../src/parse.js'
import type { Filing } from '../../src/request/filing.js'
import { bridgeFor, PORTAL } from '../support/wired.js'

const BASE = `${PORTAL}/api`
const HEADERS = {
  origin: PORTAL,
  'os-intervention-protocol': '1',
  'os-intervention-csrf': '1',
} as const

type Answer = (request: Request) => Promise<Response>

interface Parts {
  readonly json?: unknown
  readonly raw?: string
  readonly files?: readonly File[]
  readonly extra?: Readonly<Record<string, string>>
}

function body({ json, raw, files = [], extra = {} }: Parts): FormData {
  const form = new FormData()
  if (raw !== undefined || json !== undefined) {
    const text = raw ?? JSON.stringify(json)
    form.append('json', new Blob([text], { type: 'application/json' }), 'json')
  }
  for (const file of files) form.append('file', file, file.name)
  for (const [name, value] of Object.entries(extra)) form.append(name, value)
  return form
}

function post(
  { key, filing: { files = [], ...json } }: Sample,
  headers: Record<string, string> = {},
  parts: Parts = {},
) {
  return new Request(`${BASE}/interventions`, {
    method: 'POST',
    headers: only({ ...HEADERS, 'idempotency-key': key, ...headers }),
    body: body({ json, files, ...parts }),
  })
}

function get(path: string, headers: Record<string, string> = {}): Request {
  return new Request(`${PORTAL}${path}`, { headers: only(headers) })
}

/** Without those that are set to nothing. */
function only(headers: Record<string, string>): [string, string][] {
  return Object.entries(headers).filter(([, value]) => value !== '')
}

async function told(response: Response): Promise<unknown> {
  return response.headers.get('content-type') === 'application/json' ? response.json() : undefined
}

/** A bridge on the memory adapter that counts what gets as far as that: it would refuse much by itself. */
async function memoryAndBridge(options: Partial<BridgeOptions<BridgeSession>> = {}) {
  const memory = memoryAdapter()
  const passed: Filing[] = []
  const adapter: InterventionAdapter = {
    ...memory,
    submit(filing, write) {
      passed.push(filing)
      return memory.submit(filing, write)
    },
  }
  return {
    memory,
    passed,
    answer: bridgeFor(adapter, testAccount.id, options),
    sample: await sampleFor(memory),
  }
}

/** Another record in a request's authorization, by its form alone: nobody has signed it anew. */
function inRecord(over: object) {
  return ({ authorization }: Filing) => ({
    authorization: { ...authorization, record: { ...authorization.record, ...over } },
  })
}

/** Refused, and nothing has reached the system. */
async function assertRefused(passed: readonly Filing[], response: Response, status: number, fault: object) {
  assert.deepEqual([response.status, await told(response)], [status, fault])
  assert.deepEqual(passed, [])
}

describe('the bridge lets a write pass', () => {
  it('of an allowed page, with everything in order', async () => {
    const { memory, answer, sample } = await memoryAndBridge()
    const response = await answer(post(sample))
    assert.equal(response.status, 201)
    assert.equal(memory.staff.tickets.length, 1)
    assert.equal(memory.staff.tickets[0]?.key, sample.key)
    assert.deepEqual(memory.staff.tickets[0].filing, sample.filing)
  })

  it('whose data is a plain field, as curl sends it', async () => {
    const { answer, sample } = await memoryAndBridge()
    const asField = { json: undefined, extra: { json: JSON.stringify(sample.filing) } }
    const request = post(sample, {}, asField)
    assert.equal((await answer(request)).status, 201)
  })
})

describe('the bridge refuses a write', () => {
  const strangers: readonly [string, Record<string, string>][] = [
    ['of another origin', { origin: 'https://evil.example' }],
    ['without an origin', { origin: '' }],
    ['of an origin that hides', { origin: 'null' }],
    ['of another port', { origin: `${PORTAL}:8443` }],
    ['of another scheme', { origin: 'http://portal.example' }],
    ['of an origin that only begins alike', { origin: `${PORTAL}.evil.example` }],
    ['of an origin in capitals', { origin: 'HTTPS://PORTAL.EXAMPLE' }],
    ['of a form or a link, which can’t send our header', { 'os-intervention-csrf': '' }],
    ['with another value of our header', { 'os-intervention-csrf': 'true' }],
  ]
  for (const [what, headers] of strangers) {
    it(what, async () => {
      const { passed, answer, sample } = await memoryAndBridge()
      await assertRefused(passed, await answer(post(sample, headers)), 403, { code: 'forbidden' })
    })
  }

  it('of whoever isn’t signed in, before its body is read', async () => {
    const { passed, answer, sample } = await memoryAndBridge({ session: () => null })
    const request = post(sample)
    await assertRefused(passed, await answer(request), 401, { code: 'unauthenticated' })
    assert.equal(request.bodyUsed, false)
  })

  it('of another version of the protocol', async () => {
    const { passed, answer, sample } = await memoryAndBridge()
    const response = await answer(post(sample, { 'os-intervention-protocol': '2' }))
    await assertRefused(passed, response, 501, { code: 'unsupported' })
  })

  for (const key of ['', 'short', 'x'.repeat(201), 'ÿ'.repeat(20), 'a b c d e f g']) {
    it(`under the key "${key.slice(0, 20)}"`, async () => {
      const { passed, answer, sample } = await memoryAndBridge()
      await assertRefused(passed, await answer(post(sample, { 'idempotency-key': key })), 422, {
        code: 'invalid',
      })
    })
  }

  const bodies: readonly [string, Parts, number, object][] = [
    ['without data', { json: undefined }, 422, { code: 'invalid' }],
    ['with broken JSON', { raw: '{"v":1,' }, 422, { code: 'invalid' }],
    ['with JSON of another kind', { raw: '[1,2,3]' }, 422, { code: 'invalid' }],
    ['with a part that nobody has named', { extra: { debug: '1' } }, 422, { code: 'invalid' }],
    ['with data twice', { extra: { json: '{}' } }, 422, { code: 'invalid' }],
    [
      'with a file that is a text',
      { extra: { file: 'x' } },
      422,
      { code: 'invalid', fields: ['attachments'] },
    ],
    [
      'with eleven files',
      { files: Array.from({ length: 11 }, () => new File(['x'], 'x.log')) },
      413,
      { code: 'too-large', fields: ['attachments'] },
    ],
    [
      'with a file over the limit',
      { files: [new File([new Uint8Array(10_000_001)], 'x.log')] },
      413,
      { code: 'too-large', fields: ['attachments'] },
    ],
    [
      'with JSON a hundred thousand deep',
      { raw: '['.repeat(100_000) + ']'.repeat(100_000) },
      422,
      { code: 'invalid' },
    ],
    [
      'with more data than any request has',
      { raw: JSON.stringify({ x: 'x'.repeat(4_000_000) }) },
      413,
      { code: 'too-large' },
    ],
  ]
  for (const [what, parts, status, fault] of bodies) {
    it(what, async () => {
      const { passed, answer, sample } = await memoryAndBridge()
      await assertRefused(passed, await answer(post(sample, {}, parts)), status, fault)
    })
  }

  for (const type of [
    'application/json',
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data',
  ]) {
    it(`whose body is ${type}${type.startsWith('multipart') ? ' without a boundary' : ''}`, async () => {
      const { passed, answer, sample } = await memoryAndBridge()
      const { files: _, ...json } = sample.filing
      const request = new Request(`${BASE}/interventions`, {
        method: 'POST',
        headers: { ...HEADERS, 'idempotency-key': sample.key, 'content-type': type },
        body: JSON.stringify(json),
      })
      await assertRefused(passed, await answer(request), 422, { code: 'invalid' })
    })
  }

  const wrong: readonly [string, (filing: Sample['filing']) => object, readonly string[]][] = [
    ['server', filing => ({ server: { ...filing.server, kind: 'planet' } }), ['server']],
    ['service', () => ({ serviceId: '../1' }), ['server']],
    ['system', () => ({ operatingSystem: 7 }), ['operatingSystem']],
    ['tasks', () => ({ tasks: 'all' }), ['tasks']],
    ['problem', () => ({ problem: 'x'.repeat(20_001) }), ['problem']],
    ['action', () => ({ action: '\ud800' }), ['action']],
    ['port', () => ({ access: { kind: 'ssh-key', username: 'root', port: 70_000 } }), ['port']],
    ['user', () => ({ access: { kind: 'ssh-key', username: '' } }), ['username']],
    ['reason', () => ({ access: { kind: 'none', reason: 7 } }), ['noAccessReason']],
    ['password in plain', () => ({ access: { kind: 'account', password: 'hunter2' } }), ['access']],
    [
      'password dressed as sealed',
      () => ({
        access: {
          kind: 'account',
          sealed: {
            v: 1,
            armored: '-----BEGIN AGE ENCRYPTED FILE-----\naHVudGVyMg==\n-----END AGE ENCRYPTED FILE-----\n',
            recipients: [{ id: 'k', label: 'k', fingerprint: '0123456789abcdef' }],
          },
        },
      }),
      ['access'],
    ],
    ['record', filing => ({ authorization: { ...filing.authorization, digest: 'x' } }), ['authorization']],
    [
      'name of the signer',
      inRecord({ signer: { name: 'x'.repeat(201), account: 'C', owner: 'known' } }),
      ['signer'],
    ],
    ['word on the owner', inRecord({ signer: { name: 'x', account: 'C', owner: 'yes' } }), ['ownerDeclared']],
    ['list of methods', inRecord({ methods: 'all' }), ['methods']],
    ['method', inRecord({ methods: ['a b'] }), ['methods']],
    ['duty', inRecord({ duties: [{ id: 'backups', text: 7 }] }), ['duties']],
    ['time window', inRecord({ window: '8d' }), ['timeWindow']],
    [
      'consent',
      inRecord({ withoutCredentials: { console: 1, reboot: true, mounting: true } }),
      ['consoleConsent'],
    ],
    ['restart', inRecord({ reboot: 'yes' }), ['reboot']],
    ['signer’s account', inRecord({ signer: { name: 'x', account: '', owner: 'known' } }), ['authorization']],
    ['statement', inRecord({ statement: { version: '1', language: 'pl', text: 7 } }), ['authorization']],
  ]
  for (const [what, over, fields] of wrong) {
    it(`with a broken ${what}, and says which field`, async () => {
      const { passed, answer, sample } = await memoryAndBridge()
      const json = { ...sample.filing, ...over(sample.filing) }
      const response = await answer(post(sample, {}, { json }))
      await assertRefused(passed, response, 422, { code: 'invalid', fields })
    })
  }

  const record = (over: object) => async (filing: Sample['filing']) => ({
    ...filing,
    authorization: await signAuthorization({ ...filing.authorization.record, ...over }),
  })
  const authorizations: readonly [string, (filing: Sample['filing']) => unknown][] = [
    [
      'was changed by one letter',
      filing => ({
        ...filing,
        authorization: {
          ...filing.authorization,
          record: {
            ...filing.authorization.record,
            statement: { ...filing.authorization.record.statement, text: 'Upoważniam!' },
          },
        },
      }),
    ],
    ['belongs to another key', record({ requestKey: 'ffffffffffffffffffffffffffffffff' })],
    ['is about another server', record({ server: { kind: 'service-id', value: 'VPS-1093' } })],
    ['names another kind of server', record({ server: { kind: 'hostname', value: 'DS-48213' } })],
    ['allows fewer tasks', record({ tasks: [] })],
    ['allows other tasks', record({ tasks: ['filesystem-repair'] })],
    ['allows other extras', record({ extras: ['data-recovery'] })],
    ['was signed for another account', record({ signer: { name: 'Ewa', account: 'C-1', owner: 'known' } })],
  ]
  for (const [what, change] of authorizations) {
    it(`whose authorization ${what}`, async () => {
      const { passed, answer, sample } = await memoryAndBridge()
      const json = await change(sample.filing)
      const response = await answer(post(sample, {}, { json }))
      await assertRefused(passed, response, 422, { code: 'invalid', fields: ['authorization'] })
    })
  }

  it('that says it is too big, before it is read', async () => {
    const { passed, answer, sample } = await memoryAndBridge({ maxBodyBytes: 100 })
    const request = post(sample, { 'content-length': '101' })
    await assertRefused(passed, await answer(request), 413, { code: 'too-large' })
    assert.equal(request.bodyUsed, false)
  })

  it('that is too big and does not say so, while it is read', async () => {
    const { passed, answer, sample } = await memoryAndBridge({ maxBodyBytes: 1_000_000 })
    let chunks = 0
    const tooMuch = new ReadableStream<Uint8Array>({
      pull(controller) {
        chunks += 1
        if (chunks > 100) controller.close()
        else controller.enqueue(new Uint8Array(100_000))
      },
    })
    const request = new Request(`${BASE}/interventions`, {
      method: 'POST',
      headers: {
        ...HEADERS,
        'idempotency-key': sample.key,
        'content-type': 'multipart/form-data; boundary=x',
      },
      body: tooMuch,
      duplex: 'half',
    } as RequestInit)
    await assertRefused(passed, await answer(request), 413, { code: 'too-large' })
    assert.ok(chunks < 20, `${chunks} chunks were read`)
  })

  it('of more parts than any request has, before they are taken apart', async () => {
    const { passed, answer, sample } = await memoryAndBridge()
    const part = '--xyz\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\n\r\n'
    const request = new Request(`${BASE}/interventions`, {
      method: 'POST',
      headers: {
        ...HEADERS,
        'idempotency-key': sample.key,
        'content-type': 'multipart/form-data; boundary=xyz',
      },
      body: `${part.repeat(50_000)}--xyz--\r\n`,
    })
    // Taken apart, it would be told of its files: that takes a second for each megabyte.
    await assertRefused(passed, await answer(request), 413, { code: 'too-large' })
  })

  it('with a key that it has by its prototype alone', async () => {
    const { passed, answer, sample } = await memoryAndBridge()
    const { text, ...json } = sample.filing
    const raw = `{"__proto__":{"text":${JSON.stringify(text)}},${JSON.stringify(json).slice(1)}`
    await assertRefused(passed, await answer(post(sample, {}, { raw })), 422, { code: 'invalid' })
  })

  it('no more: names that would pollute a prototype are left out', async () => {
    const { memory, answer, sample } = await memoryAndBridge()
    const { files: _, ...json } = sample.filing
    const raw = `{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},${JSON.stringify(json).slice(1)}`
    assert.equal((await answer(post(sample, {}, { raw }))).status, 201)
    assert.equal(Reflect.get({}, 'polluted'), undefined)
    assert.deepEqual(memory.staff.tickets[0]?.filing, sample.filing)
  })
})

/** A write with one file part that no browser would have made. */
function postPart({ key, filing }: Sample, disposition: string, type = 'text/plain'): Request {
  const { files: _, ...json } = filing
  const boundary = 'x'.repeat(30)
  const lines = [
    `--${boundary}`,
    'content-disposition: form-data; name="json"',
    '',
    JSON.stringify(json),
    `--${boundary}`,
    `content-disposition: form-data; name="file"; ${disposition}`,
    `content-type: ${type}`,
    '',
    'bytes',
    `--${boundary}--`,
    '',
  ]
  return new Request(`${BASE}/interventions`, {
    method: 'POST',
    headers: {
      ...HEADERS,
      'idempotency-key': key,
      'content-type': `multipart/form-data; boundary=${boundary}`,
    },
    body: lines.join('\r\n'),
  })
}

describe('a file that comes through the bridge', () => {
  const long = (end: string) => `${'ż'.repeat(300)}${end}`
  const parts: readonly [string, string, string, string, string][] = [
    ['as it is', 'x.log', 'text/plain', 'x.log', 'text/plain'],
    ['without its path', '../../etc/passwd', 'text/plain', 'passwd', 'text/plain'],
    ['without its path on Windows', 'C:/fakepath/x.log', 'text/plain', 'x.log', 'text/plain'],
    ['without what moves a cursor', 'a\u001b[2A\u202eb.log', 'text/plain', 'a_[2A_b.log', 'text/plain'],
    ['with a long name’s end', long('.log'), 'text/plain', long('.log').slice(-255), 'text/plain'],
    [
      'without half a character at the cut',
      `🖥${'x'.repeat(254)}`,
      'text/plain',
      `_${'x'.repeat(254)}`,
      'text/plain',
    ],
    ['under a type of 200 characters', 'x', `a/${'b'.repeat(198)}`, 'x', `a/${'b'.repeat(198)}`],
    ['under no type of 201 characters', 'x', `a/${'b'.repeat(199)}`, 'x', 'application/octet-stream'],
  ]
  for (const [what, filename, type, name, kept] of parts) {
    it(`is kept ${what}, and its ticket’s history can be read`, async () => {
      const { answer, sample } = await memoryAndBridge()
      assert.equal((await answer(postPart(sample, `filename="${filename}"`, type))).status, 201)
      const response = await answer(get('/api/interventions/10001/entries'))
      assert.equal(response.status, 200)
      const page = parse(wire.entryPage, await told(response))
      const fact = page.ok ? page.value.items[0]?.fact : undefined
      assert.deepEqual(fact && 'files' in fact && fact.files, [
        { id: '10001-file-1', name, type: kept, bytes: 5 },
      ])
    })
  }

  for (const name of ['', ' ', '.', '..', 'a/', 'a/..']) {
    it(`is refused under the name "${name}"`, async () => {
      const { passed, answer, sample } = await memoryAndBridge()
      const response = await answer(postPart(sample, `filename="${name}"`))
      await assertRefused(passed, response, 422, { code: 'invalid', fields: ['attachments'] })
    })
  }
})

describe('the bridge refuses a question', () => {
  const paths: readonly string[] = [
    '/',
    '/api',
    '/api/',
    '/apix/context',
    '/api/nothing',
    '/api/context/more',
    '/api/context/',
    '/api//context',
    '/api/interventions/',
    '/api/interventions/..%2fcontext',
    '/api/interventions/%2e%2e%2fcontext',
    '/api/interventions/..%5ccontext',
    '/api/interventions/../../etc/passwd',
    '/api/interventions/%2e%2e/%2e%2e/etc/passwd',
    '/api/interventions/%00',
    '/api/interventions/%0d%0ax',
    '/api/interventions/%E0%A4%A',
    '/api/interventions/%ED%A0%80',
    `/api/interventions/${'x'.repeat(201)}`,
    '/api/interventions/1/entries/2',
    '/api/interventions/1/constructor',
    '/api/files/..%2f..%2fetc%2fpasswd',
    '/api/files/%2fetc%2fpasswd',
    '/api/files/',
    '/api/__proto__',
  ]
  for (const path of paths) {
    it(`for ${path.slice(0, 60)}`, async () => {
      const { answer } = await memoryAndBridge()
      const response = await answer(get(path))
      assert.deepEqual([response.status, await told(response)], [404, { code: 'not-found' }])
    })
  }

  const odd: readonly [string, number][] = [
    ['/api/interventions?limit=0', 422],
    ['/api/interventions?limit=501', 422],
    ['/api/interventions?limit=1e2', 422],
    ['/api/interventions?limit=', 422],
    ['/api/interventions?open=maybe', 422],
    ['/api/interventions?cursor=', 422],
    [`/api/interventions?cursor=${'x'.repeat(501)}`, 422],
    ['/api/interventions?key=x', 422],
    ['/api/interventions/1/entries?after=../1', 422],
    ['/api/interventions/1/events', 404],
  ]
  for (const [path, status] of odd) {
    it(`for ${path.slice(0, 60)} with ${status}`, async () => {
      const { answer } = await memoryAndBridge()
      assert.equal((await answer(get(path))).status, status)
    })
  }

  it('of whoever isn’t signed in, whatever it is for', async () => {
    const { answer } = await memoryAndBridge({ session: () => Promise.resolve(null) })
    for (const path of [
      'context',
      'capabilities',
      'interventions',
      'interventions/10001',
      'files/10001-file-1',
    ]) {
      const response = await answer(get(`/api/${path}`))
      assert.deepEqual([response.status, await told(response)], [401, { code: 'unauthenticated' }])
    }
  })

  it('that another site’s page has a browser ask', async () => {
    const { answer } = await memoryAndBridge()
    assert.equal((await answer(get('/api/context', { origin: 'https://evil.example' }))).status, 403)
    assert.equal((await answer(get('/api/context', { 'sec-fetch-site': 'cross-site' }))).status, 403)
    assert.equal((await answer(get('/api/context', { 'sec-fetch-site': 'same-origin' }))).status, 200)
  })

  for (const method of ['PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS']) {
    it(`asked by ${method}`, async () => {
      const { answer } = await memoryAndBridge()
      const request = new Request(`${BASE}/context`, { method, headers: HEADERS })
      assert.equal((await answer(request)).status, 405)
      const stranger = new Request(`${BASE}/context`, { method })
      assert.equal((await answer(stranger)).status, 403)
    })
  }

  it('of one customer for another one’s ticket, file and key', async () => {
    const memory = memoryAdapter()
    const answer = bridge(({ account }) => memory.as({ ...testAccount, id: account }), {
      session: request => ({ account: request.headers.get('cookie') ?? '' }),
      origins: [PORTAL],
      basePath: 'api/',
    })
    const sample = await sampleFor(memory, [new File(['x'], 'x.log')])
    assert.equal((await answer(post(sample, { cookie: testAccount.id }))).status, 201)
    for (const path of ['interventions/10001', 'interventions/10001/entries', 'files/10001-file-1']) {
      assert.equal((await answer(get(`/api/${path}`, { cookie: testAccount.id }))).status, 200)
      assert.equal((await answer(get(`/api/${path}`, { cookie: 'C-30999' }))).status, 404)
    }
    const found = await answer(get(`/api/interventions?key=${sample.key}`, { cookie: 'C-30999' }))
    assert.equal(await found.json(), null)
    const list = await answer(get('/api/interventions', { cookie: 'C-30999' }))
    assert.deepEqual(await list.json(), { items: [], total: 0 })
  })
})

describe('what the bridge answers', () => {
  const everywhere: readonly [string, string][] = [
    ['cache-control', 'no-store'],
    ['x-content-type-options', 'nosniff'],
    ['os-intervention-protocol', '1'],
    ['content-security-policy', "default-src 'none'; frame-ancestors 'none'; sandbox"],
  ]
  it('is never kept, guessed at or shown as a page', async () => {
    const { answer, sample } = await memoryAndBridge()
    const withFile = { ...sample, filing: { ...sample.filing, files: [new File(['x'], 'x.log')] } }
    const answers = [await answer(post(withFile))]
    for (const path of ['context', 'interventions/10001', 'files/10001-file-1', 'nothing'])
      answers.push(await answer(get(`/api/${path}`)))
    answers.push(await answer(get('/api/interventions/10001', { 'if-none-match': '"1"' })))
    assert.deepEqual(
      answers.map(({ status }) => status),
      [201, 200, 200, 200, 404, 304],
    )
    for (const [name, value] of everywhere)
      for (const { headers } of answers) assert.equal(headers.get(name), value)
  })

  it('is 304 for the version that the browser has, whatever a proxy made of its tag', async () => {
    const { answer, sample } = await memoryAndBridge()
    await answer(post(sample))
    const first = await answer(get('/api/interventions/10001'))
    const tag = first.headers.get('etag') ?? ''
    assert.match(tag, /^"[^"]+"$/)
    for (const field of [tag, `W/${tag}`, `"0", ${tag}`, tag.replace(/"$/, '-gzip"')])
      assert.equal(
        (await answer(get('/api/interventions/10001', { 'if-none-match': field }))).status,
        304,
        field,
      )
    for (const field of ['"0"', '*', 'nonsense', ''])
      assert.equal(
        (await answer(get('/api/interventions/10001', { 'if-none-match': field }))).status,
        200,
        field,
      )
  })

  it('is a file only to be saved, under the name that the system kept', async () => {
    const { answer, sample } = await memoryAndBridge()
    const html = new File(['<script>alert(1)</script>'], 'łódź";\r\nx: y.html', { type: 'text/html' })
    const log = new File(['x'], 'x.log', { type: 'text/plain' })
    await answer(post(sample, {}, { files: [html, log] }))
    const second = await answer(get('/api/files/10001-file-2'))
    assert.equal(second.headers.get('content-type'), 'application/octet-stream')
    const { headers, ...response } = await answer(get('/api/files/10001-file-1')).then(async each => ({
      headers: each.headers,
      text: await each.text(),
    }))
    assert.equal(response.text, '<script>alert(1)</script>')
    assert.equal(headers.get('content-type'), 'application/octet-stream')
    assert.match(headers.get('content-disposition') ?? '', /^attachment; filename\*=UTF-8''[\w%.'!()*~-]+$/)
  })

  const faults: readonly [string, Partial<InterventionAdapter>][] = [
    ['throws', { context: () => Promise.reject(new Error('SELECT hunter2 at /srv/db.ts:7')) }],
    ['answers garbage', { context: () => Promise.resolve(JSON.parse('{"secret":"hunter2"}')) }],
    [
      'throws a fault with too much in it',
      {
        context: () =>
          Promise.reject(
            Object.assign(new Error('hunter2'), {
              name: 'AdapterFault',
              code: 'unavailable',
              fields: ['hunter2'],
            }),
          ),
      },
    ],
  ]
  for (const [what, broken] of faults) {
    it(`tells nothing of an adapter that ${what}`, async () => {
      const told: AdapterFault[] = []
      const onError = (fault: AdapterFault): void => {
        told.push(fault)
        throw new Error('their own')
      }
      const answer = bridgeFor({ ...memoryAdapter(), ...broken }, testAccount.id, { onError })
      const response = await answer(get('/api/context'))
      assert.equal(response.status, 503)
      assert.equal(await response.text(), '{"code":"unavailable"}')
      assert.equal(told.length, 1)
      assert.equal(told[0]?.code, 'unavailable')
    })
  }

  it('tells nothing of a session store that fails, or of an adapter that can’t be made', async () => {
    const failing = () => {
      throw new Error('redis://hunter2@')
    }
    for (const answer of [
      bridgeFor(memoryAdapter(), testAccount.id, { session: failing }),
      bridgeFor(failing, testAccount.id),
    ]) {
      const response = await answer(get('/api/context'))
      assert.deepEqual([response.status, await response.text()], [503, '{"code":"unavailable"}'])
    }
  })

  it('has the status, the fields and the wait of the fault', async () => {
    const statuses = {
      invalid: 422,
      unauthenticated: 401,
      forbidden: 403,
      'not-found': 404,
      conflict: 409,
      'too-large': 413,
      'rate-limited': 429,
      unsupported: 501,
      unavailable: 503,
    } as const
    for (const [code, status] of Object.entries(statuses)) {
      const memory = memoryAdapter()
      memory.fault('list', { code: code as keyof typeof statuses, retryAfterMs: 1_500, uncertain: true })
      const response = await bridgeFor(memory, testAccount.id)(get('/api/interventions'))
      assert.equal(response.status, status)
      assert.equal(response.headers.get('retry-after'), '2')
      assert.deepEqual(await response.json(), { code, retryAfterMs: 1_500, uncertain: true })
    }
  })

  it('is unsupported where the system can’t look a key up', async () => {
    const { find: _, ...less } = memoryAdapter()
    const response = await bridgeFor(less, testAccount.id)(get('/api/interventions?key=0123456789'))
    assert.deepEqual([response.status, await told(response)], [501, { code: 'unsupported' }])
  })
})

describe('a write through the bridge', () => {
  /** A system that makes a ticket of everything that it is sent. */
  function forgetful(code?: 'uncertain' | 'certain') {
    const memory = memoryAdapter({ capabilities: { retries: { submit: 'unsafe', reply: 'unsafe' } } })
    const calls = { count: 0 }
    const adapter: InterventionAdapter = {
      ...memory,
      async submit(filing, write) {
        calls.count += 1
        const filed = await memory.submit(filing, write)
        if (code && calls.count === 1)
          throw Object.assign(new Error(), {
            name: 'AdapterFault',
            code: 'unavailable',
            uncertain: code === 'uncertain',
          })
        return filed
      },
    }
    return { memory, calls, adapter }
  }

  async function sent(answer: Answer, sample: Sample, headers = {}) {
    const response = await answer(post(sample, headers))
    return [response.status, await told(response)] as const
  }

  it('is carried out once, however often it is sent, on a system that would do it again', async () => {
    const { memory, calls, adapter } = forgetful()
    const answer = bridgeFor(adapter, testAccount.id)
    const sample = await sampleFor(memory)
    const all = await Promise.all(Array.from({ length: 10 }, () => sent(answer, sample)))
    all.push(await sent(answer, sample))
    assert.equal(calls.count, 1)
    for (const [status, filed] of all) assert.deepEqual([status, filed], [201, all[0]?.[1]])
  })

  it('is a conflict under the same key with other data', async () => {
    const { memory, calls, adapter } = forgetful()
    const answer = bridgeFor(adapter, testAccount.id)
    const sample = await sampleFor(memory)
    const other = { ...sample, filing: { ...sample.filing, action: 'inaczej' } }
    const withFile = { ...sample, filing: { ...sample.filing, files: [new File(['x'], 'x.log')] } }
    await sent(answer, sample)
    assert.deepEqual(await sent(answer, other), [409, { code: 'conflict' }])
    assert.deepEqual(await sent(answer, withFile), [409, { code: 'conflict' }])
    assert.equal(calls.count, 1)
  })

  it('is not carried out again after it may have been', async () => {
    const { memory, calls, adapter } = forgetful('uncertain')
    const answer = bridgeFor(adapter, testAccount.id)
    const sample = await sampleFor(memory)
    const unknown = [503, { code: 'unavailable', uncertain: true }]
    assert.deepEqual(await sent(answer, sample), unknown)
    assert.deepEqual(await sent(answer, sample), unknown)
    assert.equal(calls.count, 1)
  })

  it('is carried out again after it surely was not', async () => {
    const { memory, calls, adapter } = forgetful('certain')
    const answer = bridgeFor(adapter, testAccount.id)
    const sample = await sampleFor(memory)
    assert.equal((await sent(answer, sample))[0], 503)
    assert.equal((await sent(answer, sample))[0], 201)
    assert.equal(calls.count, 2)
  })

  it('of one customer is not another one’s, even under the same key', async () => {
    const { memory, adapter } = forgetful()
    const other = { ...testAccount, id: 'C-30999' }
    const answer = bridge(({ account }) => (account === other.id ? memory.as(other) : adapter), {
      session: request => ({ account: request.headers.get('cookie') ?? '' }),
      origins: [PORTAL],
      basePath: '/api',
    })
    const sample = await sampleFor(memory)
    const record = {
      ...sample.filing.authorization.record,
      signer: { name: 'E', account: other.id, owner: 'known' as const },
    }
    const theirs = { ...sample.filing, authorization: await signAuthorization(record) }
    assert.equal((await sent(answer, sample, { cookie: testAccount.id }))[0], 201)
    assert.equal((await sent(answer, { ...sample, filing: theirs }, { cookie: other.id }))[0], 201)
    assert.deepEqual(
      memory.staff.tickets.map(({ account }) => account),
      [testAccount.id, other.id],
    )
  })

  it('is finished though its browser has gone', async () => {
    const memory = memoryAdapter()
    const [begun, begin] = gate()
    const [allowed, allow] = gate()
    const adapter: InterventionAdapter = {
      ...memory,
      async submit(filing, write) {
        begin()
        await allowed
        return memory.submit(filing, write)
      },
    }
    const control = new AbortController()
    const sample = await sampleFor(memory)
    const written = bridgeFor(adapter, testAccount.id)(new Request(post(sample), { signal: control.signal }))
    await begun
    control.abort()
    allow()
    assert.equal((await written).status, 201)
    assert.equal(memory.staff.tickets.length, 1)
  })
})

/** A promise, and what opens it. */
function gate(): readonly [Promise<void>, () => void] {
  let open: () => void = () => undefined
  return [new Promise<void>(resolve => (open = resolve)), () => open()]
}

describe('a bridge', () => {
  it('is not built for an origin that is none', () => {
    for (const origin of ['portal.example', 'null', '', 'data:text/html,x', '*'])
      assert.throws(() => bridgeFor(memoryAdapter(), testAccount.id, { origins: [origin] }), TypeError)
  })

  it('answers at the root where no base is set', async () => {
    const answer = bridgeFor(memoryAdapter(), testAccount.id, { basePath: '/' })
    assert.equal((await answer(get('/context'))).status, 200)
    assert.equal((await answer(get('/api/context'))).status, 404)
  })
})
