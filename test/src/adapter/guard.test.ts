import { expect } from 'chai'
import { html } from 'lit'
import type { Call, InterventionAdapter } from '../../../src/adapter/adapter.js'
import { AdapterFault, faultCodes } from '../../../src/adapter/fault.js'
import { conservative, guardedAdapter } from '../../../src/adapter/guard.js'
import { memoryAdapter } from '../../../src/adapter/memory.js'
import { sampleFor } from '../../../src/adapter/conformance-filing.js'
import { changed } from '../../support/paths.js'
import * as whole from '../../support/whole.js'

type Answers = Partial<Record<keyof InterventionAdapter, unknown>>

/** The memory adapter with answers that no type would allow: JavaScript pages may give them. */
function adapterWith(answers: Answers): InterventionAdapter {
  return Object.assign({ ...memoryAdapter() }, answers)
}

async function rejectionOf(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    value => {
      throw new Error(`came to ${JSON.stringify(value)}`)
    },
    (error: unknown) => error,
  )
}

async function faultOf(promise: Promise<unknown>): Promise<AdapterFault> {
  const fault = await rejectionOf(promise)
  expect(fault).to.be.instanceOf(AdapterFault)
  return fault as AdapterFault
}

/** A context whose getters, prototypes and members are made by the page. */
const context = (over: object) => ({ ...structuredClone(whole.context), ...over })
const node = () => Object.assign(document.createElement('b'), { innerHTML: '<i>x</i>' })

function cyclic(): unknown {
  const value: Record<string, unknown> = context({})
  value['prices'] = value
  return value
}

function deep(): unknown {
  let value: unknown = 'x'
  for (let depth = 0; depth < 100_000; depth += 1) value = [value]
  return context({ sshKeys: value })
}

function proxyThat(traps: ProxyHandler<object>): unknown {
  return new Proxy(structuredClone(whole.context), traps)
}

const file = { id: 'f1', name: 'x.log', type: 'text/plain', bytes: 1 }

const refuses = () => {
  throw new Error('hunter2')
}

const hostile: readonly [string, () => unknown][] = [
  ['nothing', () => undefined],
  ['null', () => null],
  ['a text', () => 'context'],
  ['a number', () => 7],
  ['a list', () => [whole.context]],
  ['a function', () => () => whole.context],
  ['a symbol', () => Symbol('context')],
  ['a promise of nothing', () => Promise.resolve()],
  ['an empty object', () => ({})],
  ['a Lit template', () => html`<img src="x" onerror="alert(1)" />`],
  [
    'a Lit template in place of a name',
    () => context({ account: { ...whole.context.account, name: html`<b>x</b>` } }),
  ],
  [
    'a forged template in place of a name',
    () =>
      context({
        account: { ...whole.context.account, name: { _$litType$: 1, strings: ['<b>x</b>'], values: [] } },
      }),
  ],
  [
    'a text that is an object with a toString of its own',
    () => context({ account: { ...whole.context.account, name: { toString: () => 'Ewa' } } }),
  ],
  ['a boxed text', () => context({ account: { ...whole.context.account, name: new String('Ewa') } })],
  ['a node', node],
  ['a node in a list', () => context({ services: [node()] })],
  ['the window itself', () => window],
  ['a date', () => new Date()],
  ['a date in place of a time', () => context({ now: new Date() })],
  ['a map', () => new Map(Object.entries(whole.context))],
  ['an instance of a class', () => Object.assign(new (class Context {})(), whole.context)],
  ['a bigint', () => context({ now: 7n })],
  ['NaN', () => context({ now: NaN })],
  ['infinity', () => context({ now: Infinity })],
  [
    'a getter that throws',
    () => Object.defineProperty(context({}), 'now', { get: refuses, enumerable: true }),
  ],
  [
    'a getter that answers',
    () => Object.defineProperty(context({}), 'now', { get: () => 7, enumerable: true }),
  ],
  ['a proxy that throws when it is read', () => proxyThat({ getOwnPropertyDescriptor: refuses })],
  ['a proxy that throws when it is listed', () => proxyThat({ ownKeys: refuses })],
  ['a proxy that hides its prototype', () => proxyThat({ getPrototypeOf: refuses })],
  [
    'a proxy that was taken back',
    () => {
      const { proxy, revoke } = Proxy.revocable({}, {})
      revoke()
      return { now: 7, account: proxy }
    },
  ],
  ['a list with a length that it can’t have', () => context({ services: new Array(4_294_967_295) })],
  ['a cycle', cyclic],
  ['lists in lists, a hundred thousand deep', deep],
  ['a million services', () => context({ services: new Array(1_000_000).fill(whole.context.services[0]) })],
  [
    'a name of ten million characters',
    () => context({ account: { ...whole.context.account, name: 'x'.repeat(1e7) } }),
  ],
  ['a list that is only like one', () => context({ services: { length: 1, 0: whole.context.services[0] } })],
  ['an owner that is nearly true', () => context({ account: { ...whole.context.account, owner: 1 } })],
  ['keys on the prototype', () => Object.create(whole.context)],
  ['a thenable whose then throws', () => Object.defineProperty({}, 'then', { get: refuses })],
  [
    'a thenable that comes to garbage',
    () => ({ then: (resolve: (value: unknown) => void) => resolve('garbage') }),
  ],
]

describe('a guarded adapter', () => {
  for (const [what, make] of hostile) {
    it(`lets ${what} through to nobody`, async () => {
      const fault = await faultOf(guardedAdapter(adapterWith({ context: make })).context())
      expect(fault.code).to.equal('unavailable')
      expect(fault.uncertain).to.equal(false)
      expect(fault.message).to.equal("the provider's server: unavailable")
      expect(fault.cause).to.be.instanceOf(Error)
    })
  }

  it('hands out a copy that the adapter can no longer change', async () => {
    const own = context({})
    const given = await guardedAdapter(adapterWith({ context: async () => own })).context()
    expect(given).to.deep.equal(whole.context)
    own.account = { ...own.account, name: 'Mallory' }
    expect(given.account.name).to.equal('Ewa Żak')
  })

  it('hands out what a proxy showed when it was checked, whatever it shows later', async () => {
    let reads = 0
    const shifty = proxyThat({
      getOwnPropertyDescriptor(target, key) {
        const own = Reflect.getOwnPropertyDescriptor(target, key)
        if (key !== 'now' || !own) return own
        reads += 1
        return { ...own, value: reads === 1 ? 5 : html`<b>x</b>` }
      },
    })
    const given = await guardedAdapter(adapterWith({ context: () => shifty })).context()
    expect(given.now).to.equal(5)
  })

  it('takes a key that is undefined for one that is missing', async () => {
    const own = changed(whole.context, 'sshKeys', () => undefined)
    const given = await guardedAdapter(
      adapterWith({ context: () => ({ ...Object(own), sshKeys: undefined }) }),
    ).context()
    expect(given).to.deep.equal(own)
  })

  it('takes data of another window', async () => {
    const frame = document.body.appendChild(document.createElement('iframe'))
    const parse: unknown = Reflect.get(Reflect.get(frame.contentWindow!, 'JSON'), 'parse')
    const foreign: unknown = typeof parse === 'function' && parse(JSON.stringify(whole.context))
    expect(foreign instanceof Object).to.equal(false)
    const given = await guardedAdapter(adapterWith({ context: () => foreign })).context()
    frame.remove()
    expect(given).to.deep.equal(whole.context)
  })

  it('pollutes no prototype', async () => {
    const foreign: unknown = JSON.parse(
      `{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},${JSON.stringify(whole.context).slice(1)}`,
    )
    const given = await guardedAdapter(adapterWith({ context: () => foreign })).context()
    expect(Reflect.get({}, 'polluted')).to.equal(undefined)
    expect(Reflect.get(given, 'polluted')).to.equal(undefined)
    expect(Object.keys(given)).not.to.include.members(['constructor'])
  })

  const thrown: readonly [string, unknown][] = [
    ['an error with a secret', new Error('hunter2')],
    ['a text', 'hunter2'],
    ['nothing', undefined],
    ['a fault of no known code', Object.assign(new Error(), { name: 'AdapterFault', code: 'toString' })],
    ['a proxy that throws', new Proxy({}, { get: refuses, has: refuses })],
    ['an error whose name throws', Object.defineProperty(new Error(), 'name', { get: refuses })],
    ['an error of another library', Object.assign(new Error(), { name: 'AxiosError', code: 'invalid' })],
  ]
  for (const [what, value] of thrown) {
    it(`makes ${what} "unavailable", and shows nothing of it`, async () => {
      const throwing = () => {
        throw value
      }
      for (const context of [throwing, async () => throwing()]) {
        const fault = await faultOf(guardedAdapter(adapterWith({ context })).context())
        expect([fault.code, fault.fields, fault.uncertain]).to.deep.equal(['unavailable', [], false])
        expect(`${fault.message}${JSON.stringify(fault)}`).not.to.include('hunter2')
      }
    })
  }

  for (const code of faultCodes) {
    it(`lets the code "${code}" of another copy of the library through`, async () => {
      const foreign = Object.assign(new Error('hunter2'), {
        name: 'AdapterFault',
        code,
        fields: ['server', 'nonsense', html`<b>x</b>`],
        retryAfterMs: 1_500,
        uncertain: true,
        cause: 'kept',
      })
      const fault = await faultOf(
        guardedAdapter(adapterWith({ list: () => Promise.reject(foreign) })).list({}),
      )
      expect({ ...fault }).to.deep.include({ code, fields: ['server'], retryAfterMs: 1_500, uncertain: true })
      expect(fault.cause).to.equal('kept')
      expect(fault.message).not.to.include('hunter2')
    })
  }

  it('does not believe a fault a wait that is none', async () => {
    for (const retryAfterMs of [-1, NaN, Infinity, '5', null]) {
      const foreign = Object.assign(new Error(), { name: 'AdapterFault', code: 'rate-limited', retryAfterMs })
      const fault = await faultOf(
        guardedAdapter(adapterWith({ list: () => Promise.reject(foreign) })).list({}),
      )
      expect(fault.retryAfterMs).to.equal(undefined)
    }
  })

  it('says of a write that broke that the ticket may exist, and of a question that it does not know', async () => {
    const { key, filing } = await sampleFor(memoryAdapter())
    const broken = guardedAdapter(
      adapterWith({ submit: () => ({ intervention: 7 }), reply: refuses, list: () => 7, get: () => 7 }),
    )
    expect((await faultOf(broken.submit(filing, { key }))).uncertain).to.equal(true)
    expect((await faultOf(broken.reply('1', { text: 'x' }, { key }))).uncertain).to.equal(true)
    expect((await faultOf(broken.list({}))).uncertain).to.equal(false)
    expect((await faultOf(broken.get('1'))).uncertain).to.equal(false)
  })

  const answers: readonly [string, Answers, (adapter: InterventionAdapter) => Promise<unknown>][] = [
    ['find', { find: () => ({}) }, adapter => adapter.find!('0123456789')],
    [
      'entries',
      { entries: () => ({ items: [{ id: '1', fact: html`<b>x</b>` }] }) },
      adapter => adapter.entries('1'),
    ],
    ['open', { open: () => ({ type: 'text/html', size: 1 }) }, adapter => adapter.open(file)],
    ['quote', { quote: () => ({ quote: { kind: 'total' } }) }, adapter => adapter.quote!(whole.quoteOrder)],
    ['checkVatId', { checkVatId: () => 'constructor' }, adapter => adapter.checkVatId!('PL1')],
  ]
  for (const [method, broken, call] of answers) {
    it(`checks what ${method} answers`, async () => {
      expect((await faultOf(call(guardedAdapter(adapterWith(broken))))).code).to.equal('unavailable')
    })
  }

  it('leaves out what the adapter doesn’t have', () => {
    const { find: _, ...less } = memoryAdapter()
    const guarded = guardedAdapter(Object.assign(less, { watch: 'soon', quote: null }))
    for (const method of ['find', 'watch', 'quote', 'checkVatId'])
      expect(guarded).not.to.have.property(method)
    expect(guardedAdapter(memoryAdapter())).to.have.property('find')
  })

  it('calls the methods of a class as the class expects', async () => {
    const memory = memoryAdapter()
    class Portal {
      #memory = memory
      capabilities = memory.capabilities
      list(query: object, call?: Call) {
        return this.#memory.list(query, call)
      }
      find(key: string) {
        return this.#memory.find(key)
      }
    }
    const guarded = guardedAdapter(Object.assign(new Portal(), {}) as unknown as InterventionAdapter)
    expect((await guarded.list({})).items).to.deep.equal([])
    expect(await guarded.find!('0123456789')).to.equal(null)
  })

  it('rejects with the reason of whoever aborts, even if the adapter never listens', async () => {
    const guarded = guardedAdapter(adapterWith({ context: () => new Promise(() => undefined) }))
    const reason = { why: 'moved on' }
    const control = new AbortController()
    const waiting = rejectionOf(guarded.context({ signal: control.signal }))
    control.abort(reason)
    expect(await waiting).to.equal(reason)
  })

  it('asks the adapter nothing once the signal has aborted', async () => {
    let asked = false
    const guarded = guardedAdapter(adapterWith({ list: () => (asked = true) }))
    const reason = new Error('gone')
    expect(await rejectionOf(guarded.list({}, { signal: AbortSignal.abort(reason) }))).to.equal(reason)
    expect(asked).to.equal(false)
  })

  it('rejects with the reason where the adapter makes a fault of the abortion', async () => {
    const control = new AbortController()
    const guarded = guardedAdapter(
      adapterWith({
        list: async () => {
          control.abort(new Error('mine'))
          throw new AdapterFault('unavailable')
        },
      }),
    )
    expect(await rejectionOf(guarded.list({}, { signal: control.signal }))).to.have.property(
      'message',
      'mine',
    )
  })

  it('reads broken capabilities as the most cautious ones, and lets every call fail', async () => {
    const capabilities = { ...whole.capabilities, pollEveryMs: 1 }
    const guarded = guardedAdapter(adapterWith({ capabilities }))
    expect(guarded.capabilities).to.equal(conservative)
    const { key, filing } = await sampleFor(memoryAdapter())
    expect((await faultOf(guarded.submit(filing, { key }))).uncertain).to.equal(false)
    expect((await faultOf(guarded.list({}))).code).to.equal('unavailable')
  })

  it('reads capabilities anew each time', () => {
    const own = { capabilities: { ...whole.capabilities, locking: false } }
    const guarded = guardedAdapter(Object.assign({ ...memoryAdapter() }, own))
    const adapter = { ...memoryAdapter(), capabilities: whole.capabilities }
    const live = guardedAdapter(adapter)
    expect([guarded.capabilities.locking, live.capabilities.locking]).to.deep.equal([false, true])
    adapter.capabilities = { ...whole.capabilities, locking: false }
    expect(live.capabilities.locking).to.equal(false)
  })

  it('tells of progress only what is a share, and outlives a listener that throws', async () => {
    const { key, filing } = await sampleFor(memoryAdapter())
    const memory = memoryAdapter()
    const told: number[] = []
    const guarded = guardedAdapter({
      ...memory,
      submit(sent, write) {
        for (const fraction of [0, 0.5, NaN, -1, 2, 1]) write.onProgress?.(fraction)
        return memory.submit(sent, write)
      },
    })
    const filed = await guarded.submit(filing, {
      key,
      onProgress(fraction) {
        told.push(fraction)
        throw new Error('the page’s own')
      },
    })
    expect(filed.intervention.number).to.equal('10001')
    expect(told).to.deep.equal([0, 0.5, 1])
  })

  it('tells of changes only versions, and nothing after the abortion', () => {
    let tell: (version: unknown) => void = () => undefined
    const told: string[] = []
    const control = new AbortController()
    const watch = (_id: string, changed: (version: unknown) => void) => void (tell = changed)
    guardedAdapter(adapterWith({ watch })).watch!('1', version => told.push(version), control)
    for (const version of ['2', 7, html`<b>x</b>`, '', '3']) tell(version)
    control.abort()
    tell('4')
    expect(told).to.deep.equal(['2', '3'])
  })

  it('tells on though the page’s own listener fails', () => {
    let tell: (version: string) => void = () => undefined
    const told: string[] = []
    const watch = (_id: string, changed: (version: string) => void) => void (tell = changed)
    const changed = (version: string) => {
      told.push(version)
      throw new Error('the page’s own')
    }
    guardedAdapter(adapterWith({ watch })).watch!('1', changed, new AbortController())
    for (const version of ['2', '3']) tell(version)
    expect(told).to.deep.equal(['2', '3'])
  })

  it('lets no failure of a watch escape that is asynchronous against its type', async () => {
    const escaped: unknown[] = []
    const listener = (event: PromiseRejectionEvent) => {
      event.preventDefault()
      escaped.push(event.reason)
    }
    addEventListener('unhandledrejection', listener)
    const watch = () => Promise.reject(new Error('no socket'))
    guardedAdapter(adapterWith({ watch })).watch!('1', () => undefined, new AbortController())
    await new Promise(resolve => setTimeout(resolve, 50))
    removeEventListener('unhandledrejection', listener)
    expect(escaped).to.deep.equal([])
  })

  const types = [
    ['text/html', 'application/octet-stream'],
    ['image/svg+xml', 'application/octet-stream'],
    ['application/xhtml+xml', 'application/octet-stream'],
    ['text/plain;charset=utf-8', 'text/plain'],
    ['image/png', 'image/png'],
    ['', 'application/octet-stream'],
  ] as const
  for (const [type, safe] of types) {
    it(`hands a file of type "${type}" out as ${safe}`, async () => {
      const bytes = '<script>alert(1)</script>'
      const guarded = guardedAdapter(adapterWith({ open: () => new Blob([bytes], { type }) }))
      const blob = await guarded.open({ id: '1', name: 'x', type, bytes: bytes.length })
      expect([blob.type, await blob.text()]).to.deep.equal([safe, bytes])
    })
  }
})

describe('an answer that is too big to look at', () => {
  it('is counted once, however often it comes', async () => {
    let counted = 0
    const wide = Object.fromEntries(Array.from({ length: 100_001 }, (_, index) => [`k${index}`, index]))
    const watched = new Proxy(wide, {
      ownKeys(target) {
        counted += 1
        return Reflect.ownKeys(target)
      },
    })
    const adapter = guardedAdapter(adapterWith({ context: async () => watched }))
    const faults = [await faultOf(adapter.context()), await faultOf(adapter.context())]
    expect(faults.map(({ code }) => code)).to.deep.equal(['unavailable', 'unavailable'])
    expect(counted).to.equal(1)
  })
})
