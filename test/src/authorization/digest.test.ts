import { expect } from 'chai'
import fc from 'fast-check'
import {
  digestOf,
  parseAuthorization,
  signAuthorization,
  verifyAuthorization,
  type AuthorizationRecord,
} from '../../../src/index.js'

/** SHA-256 by another path than ours. */
const hex = async (text: string) => {
  const hash = new DataView(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)))
  return [0, 8, 16, 24].map(at => hash.getBigUint64(at).toString(16).padStart(16, '0')).join('')
}

/** A record with every key that there can be. */
const record: AuthorizationRecord = {
  v: 1,
  statement: { version: '1', language: 'pl', text: 'Upoważniam inżynierów INTROSERV.\n„Zażółć” 🔥' },
  requestKey: 'key-0001-abcd',
  provider: 'INTROSERV',
  server: { kind: 'ip', value: '2a01:4f8::1' },
  tasks: ['password-reset'],
  extras: [],
  methods: ['rescue', 'vnc'],
  window: 'until-done',
  reboot: true,
  mounting: true,
  withoutCredentials: { console: true, reboot: true, mounting: true },
  duties: [{ id: 'backups', text: 'Mam kopie zapasowe.' }],
  signer: { name: 'Ewa Żółć', account: 'c-7', owner: 'known' },
  clientTime: 1795381200123,
  serverTime: 1795381200000,
}

// The record in RFC 8785 form, written by hand: keys by code unit, no blanks, nothing escaped that need not be.
const canonical =
  '{"clientTime":1795381200123,"duties":[{"id":"backups","text":"Mam kopie zapasowe."}],"extras":[],' +
  '"methods":["rescue","vnc"],"mounting":true,"provider":"INTROSERV","reboot":true,"requestKey":"key-0001-abcd",' +
  '"server":{"kind":"ip","value":"2a01:4f8::1"},"serverTime":1795381200000,' +
  '"signer":{"account":"c-7","name":"Ewa Żółć","owner":"known"},' +
  '"statement":{"language":"pl","text":"Upoważniam inżynierów INTROSERV.\\n„Zażółć” 🔥","version":"1"},' +
  '"tasks":["password-reset"],"v":1,"window":"until-done",' +
  '"withoutCredentials":{"console":true,"mounting":true,"reboot":true}}'

// sha256sum of that text
const expected = '231184678284e485239ddca6cf3e7e1304edc7bf72737e9c0cf0ea82508d4d22'

describe('an authorization', () => {
  it('carries the digest that sha256sum gives for its canonical form', async () => {
    expect(await signAuthorization(record)).to.deep.equal({ record, digest: expected })
    expect(await hex(canonical)).to.equal(expected)
  })

  it('verifies', async () => {
    expect(await verifyAuthorization({ record, digest: expected })).to.equal(true)
  })

  it('verifies after JSON, and with its keys in any other order', async () => {
    const turned = Object.fromEntries(Object.entries(record).toReversed())
    expect(
      await verifyAuthorization(JSON.parse(JSON.stringify({ digest: expected, record: turned }))),
    ).to.equal(true)
  })

  it('verifies without its one optional key, and then has another digest', async () => {
    const { withoutCredentials: _, ...rest } = record
    const signed = await signAuthorization(rest)
    expect(signed.digest).not.to.equal(expected)
    expect(await verifyAuthorization(signed)).to.equal(true)
  })

  it('loses none of its keys in the guard', () => {
    expect(parseAuthorization({ record, digest: expected })).to.deep.equal({
      ok: true,
      value: { record, digest: expected },
    })
  })

  it('fails with any one byte changed', async () => {
    const bytes = new TextEncoder().encode(JSON.stringify({ record, digest: expected }))
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), async (at, mask) => {
        const changed = bytes.slice()
        changed[at] = (changed[at] ?? 0) ^ mask
        let value: unknown
        try {
          value = JSON.parse(new TextDecoder().decode(changed))
        } catch {
          return
        }
        expect(await verifyAuthorization(value), new TextDecoder().decode(changed)).to.equal(false)
      }),
      { numRuns: 1_000 },
    )
  })

  const changes: readonly [
    string,
    (value: Record<string, unknown>, inside: Record<string, unknown>) => unknown,
  ][] = [
    ['a further key in the record', (value, inside) => ({ ...value, record: { ...inside, note: 'x' } })],
    ['a further key beside the record', value => ({ ...value, note: 'x' })],
    [
      'a further key in the signer',
      (value, inside) => ({ ...value, record: { ...inside, signer: { ...record.signer, role: 'x' } } }),
    ],
    [
      'a key of every object as its own',
      (value, inside) => ({
        ...value,
        record: JSON.parse(`{"__proto__":{},${JSON.stringify(inside).slice(1)}`),
      }),
    ],
    [
      'an explicit undefined',
      (value, inside) => ({ ...value, record: { ...inside, withoutCredentials: undefined } }),
    ],
    ['a key missing', (value, inside) => ({ ...value, record: { ...inside, signer: undefined } })],
    [
      'another time',
      (value, inside) => ({ ...value, record: { ...inside, serverTime: record.serverTime + 1 } }),
    ],
    [
      'a time as text',
      (value, inside) => ({ ...value, record: { ...inside, serverTime: String(record.serverTime) } }),
    ],
    [
      'a task more',
      (value, inside) => ({ ...value, record: { ...inside, tasks: [...record.tasks, 'software-install'] } }),
    ],
    [
      'the tasks as an object',
      (value, inside) => ({ ...value, record: { ...inside, tasks: { 0: 'password-reset' } } }),
    ],
    ['the digest in capitals', value => ({ ...value, digest: expected.toUpperCase() })],
    ['the digest with a blank', value => ({ ...value, digest: `${expected} ` })],
    ['the digest cut short', value => ({ ...value, digest: expected.slice(0, 16) })],
    ['no digest', ({ record: only }) => ({ record: only })],
    ['no record', () => ({ digest: expected })],
    ['half a character', (value, inside) => ({ ...value, record: { ...inside, provider: '\ud800' } })],
    [
      'a record that answers for itself',
      (value, inside) => ({ ...value, record: { ...inside, toJSON: () => record } }),
    ],
  ]
  for (const [what, change] of changes) {
    it(`fails with ${what}`, async () => {
      const value = change({ record, digest: expected }, { ...record })
      expect(await verifyAuthorization(value)).to.equal(false)
    })
  }

  it('is nothing that is made at random, and nothing is thrown', async () => {
    await fc.assert(
      fc.asyncProperty(fc.anything(), async value => {
        expect(await verifyAuthorization(value)).to.equal(false)
      }),
    )
    const hostile = {
      get record() {
        throw new Error('no')
      },
    }
    expect(await verifyAuthorization(hostile)).to.equal(false)
  })

  it('is not made of half a character', async () => {
    const broken = { ...record, provider: 'x\ud800' }
    const outcome = await signAuthorization(broken).then(
      () => 'signed',
      (error: unknown) => String(error),
    )
    expect(outcome)
      .to.match(/^Error: /)
      .and.not.to.contain('x\ud800')
  })
})

describe('a digest', () => {
  // Vectors of RFC 8785, 3.2.2 and 3.2.3 and appendix B: a text in canonical form, and values that have it.
  const vectors: readonly [string, unknown, string][] = [
    [
      'of the RFC’s example',
      {
        numbers: [333333333.33333329, 1e30, 4.5, 2e-3, 0.000000000000000000000000001],
        string: '\u20ac$\u000F\u000aA\'\u0042\u0022\u005c\\"\u002f',
        literals: [null, true, false],
      },
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],' +
        '"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    ],
    [
      'sorts keys by UTF-16 code unit',
      {
        '\u20ac': 'Euro Sign',
        '\r': 'Carriage Return',
        '\ufb33': 'Hebrew Letter Dalet With Dagesh',
        1: 'One',
        '\ud83d\ude00': 'Emoji: Grinning Face',
        '\u0080': 'Control',
        '\u00f6': 'Latin Small Letter O With Diaeresis',
      },
      '{"\\r":"Carriage Return","1":"One","\u0080":"Control","ö":"Latin Small Letter O With Diaeresis",' +
        '"€":"Euro Sign","😀":"Emoji: Grinning Face","\ufb33":"Hebrew Letter Dalet With Dagesh"}',
    ],
    ['writes minus zero as zero', -0, '0'],
    ['writes the smallest number', 5e-324, '5e-324'],
    ['writes the greatest number', 1.7976931348623157e308, '1.7976931348623157e+308'],
    ['writes what is beyond exact', 9007199254740994, '9007199254740994'],
    ['writes 1e21 with an exponent', 1e21, '1e+21'],
    ['writes 1e20 without', 1e20, '100000000000000000000'],
    ['keeps the order of lists', [56, { d: true, '10': null, '1': [] }], '[56,{"1":[],"10":null,"d":true}]'],
  ]
  for (const [what, value, text] of vectors) {
    it(what, async () => {
      expect(await digestOf(value)).to.equal(await hex(text))
    })
  }

  it('is the one that the world knows', async () => {
    // printf '%s' '""' | sha256sum; printf '%s' '{}' | sha256sum
    expect(await digestOf('')).to.equal('12ae32cb1ec02d01eda3581b127c1fee3b0dc53572ed6baf239721a03d82e126')
    expect(await digestOf({})).to.equal('44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a')
  })

  it('is the same for the same data in another order', async () => {
    await fc.assert(
      fc.asyncProperty(fc.dictionary(fc.string(), fc.jsonValue()), async data => {
        const turned = Object.fromEntries(Object.entries(data).toReversed())
        expect(await digestOf(turned)).to.equal(await digestOf(data))
      }),
    )
  })

  for (const [what, value] of [
    ['nothing', undefined],
    ['NaN', Number.NaN],
    ['an infinity', [Infinity]],
    ['a bigint', 1n],
    ['half a character', { '\udc00': 1 }],
  ] as const) {
    it(`is not to be had of ${what}`, async () => {
      const outcome = await digestOf(value).then(
        () => 'a digest',
        () => 'refused',
      )
      expect(outcome).to.equal('refused')
    })
  }
})
