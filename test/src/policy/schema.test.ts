import { expect } from 'chai'
import fc from 'fast-check'
import { introserv, parsePolicy, type ServicePolicy } from '../../../src/index.js'

const label = { en: 'A name', 'pl-PL': 'Nazwa' }

/** A policy with every optional key there is: a schema that forgets one strips it. */
const whole: ServicePolicy = {
  ...introserv,
  provider: { ...introserv.provider, serviceIdPattern: 'SRV-#+', sellerCountry: 'PL' },
  tasks: [{ id: 'rebuild', credentials: 'required', remoteAccess: 'down', label }],
  extras: [{ id: 'audit', price: 'on-request', label }],
  methods: [
    {
      id: 'serial',
      serverTypes: ['vps'],
      needs: 'ipKvm',
      credentials: 'not-needed',
      console: 'virtual',
      boots: 'rescue',
      withoutNetwork: false,
      primary: true,
      onSite: false,
      label,
    },
  ],
  duties: [{ id: 'backups', label }],
  limits: [{ id: 'best-effort', label }],
  aftercare: { facts: [{ id: 'summary', label }], toDo: [{ id: 'review-logs', label }] },
  contact: { intervention: 'ticket', liveChat: 'none' },
  authorization: { ...introserv.authorization, text: label },
  vat: { ...introserv.vat, date: 1_704_067_200_000, other: { kind: 'unknown' } },
}

/** The same policy with another value at a dotted path. */
function changed(path: string, value: unknown): unknown {
  const copy: unknown = structuredClone(whole)
  const keys = path.split('.')
  const last = keys.pop() ?? ''
  const holder = keys.reduce<unknown>((at, key) => Reflect.get(Object(at), key), copy)
  Reflect.set(Object(holder), last, value)
  return copy
}

const many = (n: number, make: (i: number) => unknown) => Array.from({ length: n }, (_, i) => make(i))

describe('a policy', () => {
  it('is taken as it is: the preset', () => {
    expect(parsePolicy(introserv)).to.deep.equal({ ok: true, value: introserv })
  })

  it('is taken with every optional key, and loses none', () => {
    expect(parsePolicy(whole)).to.deep.equal({ ok: true, value: whole })
  })

  it('survives JSON, as the adapter’s context sends it', () => {
    expect(parsePolicy(JSON.parse(JSON.stringify(whole)))).to.deep.equal({ ok: true, value: whole })
  })

  const wrong: readonly [string, string, unknown][] = [
    ['more tasks than a hundred', 'tasks', many(101, i => ({ id: `t${i}`, credentials: 'required' }))],
    ['a text longer than 20,000', 'authorization.text', { en: 'x'.repeat(20_001) }],
    ['an empty text', 'provider.department', { en: '' }],
    ['the same id twice', 'duties', [{ id: 'a' }, { id: 'a' }]],
    ['an id that every object has', 'duties', [{ id: 'constructor' }]],
    ['an id with a dot', 'duties', [{ id: 'a.b' }]],
    ['an id with blanks', 'duties', [{ id: ' a' }]],
    ['a language that every object has', 'provider.department', { toString: 'x' }],
    ['a country by its name', 'vat.rates', { Poland: { kind: 'rate', per100k: 23_000 } }],
    ['a rate in per cent', 'vat.rates', { PL: { kind: 'rate', per100k: 25.5 } }],
    ['a rate below zero', 'vat.rates', { PL: { kind: 'rate', per100k: -1 } }],
    ['a rate as a number', 'vat.rates', { PL: 23 }],
    ['an unheard-of kind of rate', 'vat.other', { kind: 'zero' }],
    ['a range that runs backwards', 'times.standard', { fromMinutes: 60, toMinutes: 15 }],
    ['half minutes', 'times.standard', { fromMinutes: 15, toMinutes: 60.5 }],
    ['milliseconds for minutes', 'times.firstResponse.withinMinutes', 600_000],
    ['a default window that is not offered', 'authorization.windows', ['24h']],
    ['no window at all', 'authorization.windows', []],
    ['a method for no server', 'methods.0.serverTypes', []],
    ['a price that someone made up', 'extras.0.price', '10.00'],
    ['an explicit undefined', 'tasks.0.label', undefined],
    ['a phase that no system has', 'stages.0.phase', 'lost'],
    ['half a character', 'provider.name', 'INTRO\ud800'],
  ]
  for (const [what, path, value] of wrong) {
    it(`is refused with ${what}`, () => {
      const parsed = parsePolicy(changed(path, value))
      expect(parsed.ok).to.equal(false)
      const [issue] = parsed.ok ? [] : parsed.error
      expect(`${issue?.path.join('.') ?? ''}.`).to.match(new RegExp(`^${path.split('.')[0] ?? ''}\\.`))
    })
  }

  it('is refused without any one of its parts', () => {
    for (const key of Object.keys(whole)) {
      const { [key]: _, ...rest } = Object.fromEntries(Object.entries(whole))
      expect(parsePolicy(rest).ok, key).to.equal(false)
    }
  })

  it('takes exactly a hundred tasks', () => {
    expect(
      parsePolicy(
        changed(
          'tasks',
          many(100, i => ({ id: `t${i}`, credentials: 'required' })),
        ),
      ).ok,
    ).to.equal(true)
  })

  it('brings no prototype along', () => {
    const hostile = JSON.stringify(whole).replace('{', '{"__proto__":{"polluted":1},')
    const rates = JSON.stringify(whole).replace('"AT":', '"__proto__":{"kind":"unknown"},"AT":')
    for (const text of [hostile, rates]) {
      const parsed = parsePolicy(JSON.parse(text))
      expect(parsed).to.deep.equal({ ok: true, value: whole })
      expect(parsed.ok && Object.getPrototypeOf(parsed.value.vat.rates)).to.equal(Object.prototype)
    }
    expect(Reflect.get({}, 'polluted')).to.equal(undefined)
  })

  it('is never taken for anything that is made at random, and nothing is thrown', () => {
    fc.assert(
      fc.property(fc.anything(), value => {
        expect(parsePolicy(value).ok).to.equal(false)
      }),
    )
  })
})
