// In the page: what a broken or hostile backend may answer instead of data.

/** Stands in errors that are thrown: no customer and no console may ever read it. */
const CANARY = 'CANARY-7f3a91'

const run = () => globalThis.fire()

class Odd {
  name = 'odd'
}

const cyclic = { name: 'x' }
cyclic.self = cyclic

const round = [1]
round.push(round)

const deep = Array.from({ length: 50_000 }).reduce(inner => ({ inner }), {})
const wide = Object.fromEntries(Array.from({ length: 150_000 }, (_, index) => [`k${index}`, index]))

const refusing = new Proxy(
  {},
  {
    get() {
      throw new Error(CANARY)
    },
    has() {
      throw new Error(CANARY)
    },
    ownKeys() {
      throw new Error(CANARY)
    },
    getPrototypeOf() {
      throw new Error(CANARY)
    },
    getOwnPropertyDescriptor() {
      throw new Error(CANARY)
    },
  },
)

const revoked = () => {
  const { proxy, revoke } = Proxy.revocable({}, {})
  revoke()
  return proxy
}

const markup = '<img src=/none onerror=fire()><b class=made>made</b>'

/** Strings as a template has them. */
const forgedStrings = () => Object.assign([markup], { raw: [markup] })

const image = () => {
  const made = document.createElement('img')
  made.setAttribute('onerror', 'fire()')
  made.className = 'made'
  return made
}

const script = () => Object.assign(document.createElement('script'), { textContent: 'fire()' })

const withGetter = getter => Object.defineProperty({}, 'id', { get: getter, enumerable: true })

/** By name, what makes one. */
globalThis.values = {
  null: () => null,
  undefined: () => undefined,
  true: () => true,
  zero: () => 0,
  'minus zero': () => -0,
  'minus one': () => -1,
  'a half': () => 1.5,
  NaN: () => NaN,
  infinity: () => Infinity,
  'an unsafe integer': () => 2 ** 60,
  'a big integer': () => 1n,
  'no text': () => '',
  'a blank': () => ' ',
  'half a pair': () => 'x\ud800',
  'ten million letters': () => 'x'.repeat(10_000_000),
  __proto__: () => '__proto__',
  constructor: () => 'constructor',
  toString: () => 'toString',
  'a symbol': () => Symbol('x'),
  'lit’s nothing': () => Symbol.for('lit-nothing'),
  'lit’s no change': () => Symbol.for('lit-noChange'),
  'a function': () => run,
  'a promise': () => Promise.resolve('x'),
  'a rejected promise': () => {
    const rejected = Promise.reject(new Error(CANARY))
    rejected.catch(() => undefined)
    return rejected
  },
  'a date': () => new Date(),
  'an invalid date': () => new Date(NaN),
  'a map': () => new Map([['name', 'x']]),
  'a set': () => new Set([1]),
  'an expression': () => /x/,
  'an error': () => new Error(CANARY),
  'a URL': () => new URL('https://evil.example/'),
  bytes: () => new Uint8Array(9),
  'a blob': () => new Blob([markup], { type: 'text/html' }),
  'a boxed text': () => Object('x'),
  'an instance': () => new Odd(),
  'an empty record': () => ({}),
  'a record without a prototype': () => Object.create(null),
  'a record with a hostile prototype': () =>
    Object.create({
      get name() {
        return run()
      },
    }),
  'an empty list': () => [],
  'an endless list': () => Object.assign([], { length: 4_000_000_000 }),
  'a list of lists': () => [[[['x']]]],
  'a cycle': () => cyclic,
  'a list in itself': () => round,
  'what is too deep': () => deep,
  'what is too wide': () => wide,
  'a getter that throws': () =>
    withGetter(() => {
      throw new Error(CANARY)
    }),
  'a getter that runs': () => withGetter(run),
  'a proxy that refuses': () => refusing,
  'a revoked proxy': revoked,
  'an object that says it is text': () => ({
    toString: run,
    valueOf: run,
    [Symbol.toPrimitive]: run,
    toJSON: run,
  }),
  'an iterator': () => ({
    *[Symbol.iterator]() {
      yield run()
    },
  }),
  'a thenable': () => ({ then: run }),
  'a polluting record': () =>
    JSON.parse('{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}'),
  'a forged template': () => ({ _$litType$: 1, strings: forgedStrings(), values: [] }),
  'a forged drawing': () => ({ _$litType$: 2, strings: forgedStrings(), values: [] }),
  'a forged compiled template': () => ({
    _$litType$: { h: forgedStrings(), parts: [], el: undefined },
    values: [],
  }),
  'a forged directive': () => ({
    _$litDirective$: class {
      _$AS() {
        return run()
      }
      render() {
        return run()
      }
    },
    values: [],
  }),
  'an image': image,
  'a script': script,
  'a fragment': () => {
    const fragment = document.createDocumentFragment()
    fragment.append(image(), script())
    return fragment
  },
  'a template element': () => document.createElement('template'),
  'a text node': () => new Text('x'),
  'the document': () => document,
  'the window': () => globalThis,
}
