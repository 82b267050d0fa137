import { expect } from 'chai'
import fc from 'fast-check'
import * as z from 'zod/mini'
import { parse } from '../../src/parse.js'

const person = z.object({ name: z.string().check(z.maxLength(5)), tags: z.array(z.string()) })

function throwing(): unknown {
  return {
    get name() {
      throw new Error('hunter2')
    },
    tags: [],
  }
}

function cyclic(): unknown {
  const value: Record<string, unknown> = { name: 'Ewa', tags: [] }
  value['self'] = value
  return value
}

describe('parse', () => {
  it('gives a copy that holds what the schema names and nothing else', () => {
    const tags = ['a']
    const parsed = parse(person, { name: 'Ewa', tags, age: 7 })
    expect(parsed).to.deep.equal({ ok: true, value: { name: 'Ewa', tags: ['a'] } })
    expect(parsed.ok && parsed.value.tags).not.to.equal(tags)
  })

  it('says where something is wrong and of what kind', () => {
    expect(parse(person, { name: 'Genowefa', tags: ['a', 1] })).to.deep.equal({
      ok: false,
      error: [
        { path: ['name'], code: 'too-big' },
        { path: ['tags', 1], code: 'wrong-type' },
      ],
    })
  })

  const hostile: readonly [string, () => unknown, string][] = [
    ['a getter that throws', throwing, 'unreadable'],
    [
      'a proxy that refuses to be looked at',
      () =>
        new Proxy(
          {},
          {
            ownKeys: () => {
              throw new Error('no')
            },
          },
        ),
      'unreadable',
    ],
    ['a list longer than any memory', () => ({ name: 'Ewa', tags: new Array(4_000_000_000) }), 'too-big'],
    [
      'a list of a million wrong elements',
      () => ({ name: 'Ewa', tags: new Array(1_000_000).fill(0) }),
      'too-big',
    ],
    [
      'an object of a million keys',
      () => Object.fromEntries(Array.from({ length: 300_000 }, (_, i) => [`k${i}`, i])),
      'too-big',
    ],
  ]
  for (const [what, make, code] of hostile) {
    it(`refuses ${what}, and throws nothing`, () => {
      expect(parse(person, make())).to.deep.equal({ ok: false, error: [{ path: [], code }] })
    })
  }

  it('looks once at what is met again: a cycle beside the data is no harm', () => {
    expect(parse(person, cyclic()).ok).to.equal(true)
  })

  it('lists no more than a hundred issues', () => {
    const parsed = parse(person, { name: 'Ewa', tags: new Array(5_000).fill(0) })
    expect(parsed.ok ? 0 : parsed.error.length).to.equal(100)
  })

  it('never repeats what stood there, whatever that is', () => {
    const canary = 'Zażółć-7f3a9'
    const strict = z.strictObject({
      v: z.literal(1),
      n: z.int(),
      when: z.union([z.literal('a'), z.boolean()]),
    })
    fc.assert(
      fc.property(fc.constantFrom('v', 'n', 'when', canary), fc.anything(), (key, other) => {
        const parsed = parse(strict, { v: 1, n: other, when: canary, [key]: canary })
        expect(parsed.ok).to.equal(false)
        expect(JSON.stringify(parsed)).not.to.contain(canary)
      }),
    )
  })

  it('throws for nothing that can be made', () => {
    fc.assert(
      fc.property(
        fc.anything({ withBigInt: true, withDate: true, withMap: true, withSparseArray: true }),
        value => {
          expect(parse(person, value)).to.have.property('ok')
        },
      ),
    )
  })
})
