import { expect } from 'chai'
import { memoryAdapter } from '../../../src/adapter/memory.js'
import { testAccount } from '../../../src/adapter/memory-context.js'
import { sampleFor } from '../../../src/adapter/conformance-filing.js'
import { AdapterFault, restAdapter, type InterventionAdapter, type RestOptions } from '../../../src/index.js'
import { bridgeFor, restOn } from '../../support/wired.js'
import { settled } from '../../support/fake-clock.js'

const KEY = '0123456789'

/** The adapter on a server that answers so, and what that was asked. */
function restWith(answer: () => Response | Promise<Response>, options: Partial<RestOptions> = {}) {
  const asked: Request[] = []
  const adapter = restAdapter({
    endpoint: '/api',
    base: 'https://portal.example/tickets',
    fetch: async request => {
      asked.push(request.clone())
      return answer()
    },
    ...options,
  })
  return { adapter, asked }
}

function json(body: unknown, status = 201): Response {
  return new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } })
}

async function faultOf(promise: Promise<unknown>): Promise<AdapterFault> {
  const fault: unknown = await promise.then(
    value => value,
    (error: unknown) => error,
  )
  expect(fault).to.be.instanceOf(AdapterFault)
  return fault as AdapterFault
}

const stored = () => json({ unstored: [] })

describe('a reply by the REST adapter', () => {
  it('goes as data and files, with its key and the version that it was written to', async () => {
    const { adapter, asked } = restWith(() => json({ unstored: ['replyFiles'] }))
    const files = [new File(['łódź'], 'dziennik.log', { type: 'text/plain' })]
    const answer = await adapter.reply('ą-7', { text: 'x', files }, { key: KEY, ifVersion: 'a "b' })
    expect(answer).to.deep.equal({ unstored: ['replyFiles'] })
    const [seen] = asked
    expect(`${seen?.method} ${seen?.url}`).to.equal(
      'POST https://portal.example/api/interventions/%C4%85-7/replies',
    )
    expect([seen?.headers.get('idempotency-key'), seen?.headers.get('if-match')]).to.deep.equal([
      KEY,
      '"a%20%22b"',
    ])
    const form = await seen!.formData()
    expect([...form.keys()]).to.deep.equal(['json', 'file'])
    expect(await (form.get('json') as File).text()).to.equal('{"text":"x"}')
    expect((form.get('file') as File).name).to.equal('dziennik.log')
  })

  it('is the same bytes of data on each try, a new sign-in between them or not', async () => {
    let count = 0
    const { adapter, asked } = restWith(
      () => ((count += 1) === 1 ? new Response('', { status: 401 }) : stored()),
      { renew: () => Promise.resolve(true) },
    )
    const message = { text: 'Zażółć', intent: 'reply' } as const
    await adapter.reply('7', message, { key: KEY })
    await adapter.reply('7', structuredClone(message), { key: KEY })
    const bodies = await Promise.all(
      asked.map(async request => ((await request.formData()).get('json') as File).text()),
    )
    expect(new Set(bodies)).to.have.lengthOf(1)
    expect(bodies).to.have.lengthOf(3)
  })

  const failures: readonly [string, () => Response | Promise<Response>, string, boolean][] = [
    ['409', () => json({ code: 'conflict' }, 409), 'conflict', false],
    ['412', () => new Response('', { status: 412 }), 'conflict', false],
    ['500 of something in between', () => new Response('', { status: 500 }), 'unavailable', true],
    ['a connection that broke', () => Promise.reject(new TypeError('Failed to fetch')), 'unavailable', true],
    ['an answer of another kind', () => json({ stored: true }), 'unavailable', true],
    ['a field that nobody knows', () => json({ unstored: ['moon'] }), 'unavailable', true],
    ['501', () => new Response('', { status: 501 }), 'unsupported', false],
  ]
  for (const [what, answer, code, uncertain] of failures)
    it(`takes ${what} for "${code}"${uncertain ? ', and does not know whether it arrived' : ''}`, async () => {
      const fault = await faultOf(restWith(answer).adapter.reply('7', { text: 'x' }, { key: KEY }))
      expect([fault.code, fault.uncertain]).to.deep.equal([code, uncertain])
    })

  it('is not sent to an id that would leave its path, nor under a key that is none', async () => {
    const { adapter, asked } = restWith(stored)
    expect((await faultOf(adapter.reply('../1', { text: 'x' }, { key: KEY }))).code).to.equal('not-found')
    expect((await faultOf(adapter.reply('7', { text: 'x' }, { key: 'a b' }))).code).to.equal('invalid')
    expect(asked).to.deep.equal([])
  })
})

describe('whoever watches a ticket by the REST adapter', () => {
  const stream = (text: string) => () =>
    new Response(
      new ReadableStream({ start: controller => controller.enqueue(new TextEncoder().encode(text)) }),
      { headers: { 'content-type': 'text/event-stream' } },
    )

  async function watching(adapter: InterventionAdapter, id = '7') {
    const told: string[] = []
    const control = new AbortController()
    adapter.watch?.(id, version => told.push(version), control)
    // The code that follows a stream is loaded by whoever watches.
    await import('../../../src/adapter/follow-events.js')
    await settled()
    return { told, control }
  }

  it('is told what its stream says, asked for with the page’s own token', async () => {
    const authorize = (request: Request) => {
      request.headers.set('authorization', 'Bearer page')
      return request
    }
    const { adapter, asked } = restWith(stream('id: 5\ndata: changed\n\n'), { authorize })
    const { told, control } = await watching(adapter, 'ą')
    expect(told).to.deep.equal(['5'])
    const [seen] = asked
    expect(`${seen?.method} ${seen?.url}`).to.equal(
      'GET https://portal.example/api/interventions/%C4%85/events',
    )
    expect([seen?.headers.get('accept'), seen?.headers.get('authorization')]).to.deep.equal([
      'text/event-stream',
      'Bearer page',
    ])
    expect([seen?.redirect, seen?.cache, seen?.credentials]).to.deep.equal([
      'manual',
      'no-store',
      'same-origin',
    ])
    control.abort()
  })

  it('is asked to sign in again once, and told on where that works', async () => {
    let count = 0
    const { adapter } = restWith(
      () => ((count += 1) === 1 ? new Response('', { status: 401 }) : stream('id: 5\ndata: x\n\n')()),
      { renew: () => Promise.resolve(true) },
    )
    const { told, control } = await watching(adapter)
    expect(told).to.deep.equal(['5'])
    control.abort()
  })

  it('asks nothing for an id that would leave its path', async () => {
    const { adapter, asked } = restWith(stream(''))
    await watching(adapter, '../1')
    expect(asked).to.deep.equal([])
  })

  it('hears through the bridge of what the engineer says, and gets it by asking', async () => {
    const memory = memoryAdapter()
    const { key, filing } = await sampleFor(memory)
    await memory.submit(filing, { key })
    const adapter = restOn(bridgeFor(memory, testAccount.id))
    const { told, control } = await watching(adapter, '10001')
    memory.staff.say('10001', { kind: 'question', text: 'Which disk?', format: 'text', files: [] })
    await settled()
    expect(told).to.deep.equal(['1', '2'])
    expect((await adapter.get('10001', '1'))?.version).to.equal('2')
    control.abort()
    await settled()
    memory.staff.say('10001', { kind: 'method', method: 'rescue' })
    await settled()
    expect(told).to.deep.equal(['1', '2'])
  })
})
