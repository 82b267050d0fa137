// In the page: what a broken or hostile backend may answer instead of data, and how it may behave.

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
const values = {
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

/** What a method may do instead of answering: it is given the sound method. */
const behaviours = {
  'throws a text': () => () => {
    throw CANARY
  },
  'throws nothing': () => () => {
    throw undefined
  },
  'throws an error': () => () => {
    throw new Error(CANARY, { cause: CANARY })
  },
  'rejects with an error': () => async () => {
    throw new Error(CANARY)
  },
  'rejects with a proxy': () => () => Promise.reject(refusing),
  'rejects with a symbol': () => () => Promise.reject(Symbol(CANARY)),
  'rejects with a forged fault': () => () =>
    Promise.reject({
      name: 'AdapterFault',
      code: 'invalid',
      message: CANARY,
      fields: [CANARY, '__proto__', 'server'],
    }),
  'rejects with a fault of getters': () => () =>
    Promise.reject({
      name: 'AdapterFault',
      get code() {
        throw new Error(CANARY)
      },
    }),
  'rejects with an unknown code': () => () => Promise.reject({ name: 'AdapterFault', code: 'constructor' }),
  'asks to wait for ever': () => () =>
    Promise.reject({ name: 'AdapterFault', code: 'rate-limited', retryAfterMs: Infinity }),
  'never answers': () => never,
  'answers nothing': () => () => undefined,
  'answers without a promise':
    sound =>
    (...all) => {
      const answer = sound(...all)
      void answer
      return { items: [] }
    },
  'answers with a thenable that throws': () => () => ({
    then() {
      throw new Error(CANARY)
    },
  }),
  'answers twice':
    sound =>
    (...all) => ({
      then(told, failed) {
        sound(...all).then(told)
        told('x')
        failed(new Error(CANARY))
      },
    }),
  'answers after it was told to stop':
    sound =>
    async (...all) => {
      await new Promise(resolve => setTimeout(resolve, 20))
      return sound(...all)
    },
  'changes its answer afterwards':
    sound =>
    async (...all) => {
      const answer = structuredClone(await sound(...all))
      setTimeout(() => {
        for (const key of Object.keys(answer ?? {}))
          answer[key] = { _$litType$: 1, strings: forgedStrings(), values: [] }
      })
      return answer
    },
  'is no function': () => 'x',
  'is not there': () => undefined,
  'is a class': () => Odd,
  'is a generator': () =>
    function* () {
      yield run()
    },
  'takes the elements off the page':
    sound =>
    async (...all) => {
      for (const main of document.querySelectorAll('main')) main.remove()
      return sound(...all)
    },
  'throws in its getter': () => ({ isGetter: true }),
}

const at = (root, path) => path.reduce((value, key) => value[key], root)

/** Every place of an answer, leaves and branches alike; of equal things in a list the first only. */
function* placesOf(value, path = []) {
  if (path.length > 0) yield path
  if (typeof value !== 'object' || value === null) return
  const shapes = new Set()
  for (const key of Object.keys(value)) {
    if (Array.isArray(value)) {
      const shape = JSON.stringify([Object.keys(value[key] ?? {}), value[key]?.fact?.kind])
      if (shapes.has(shape)) continue
      shapes.add(shape)
    }
    yield* placesOf(value[key], [...path, key])
  }
}

/** Which elements ask for an answer. */
const askers = {
  capabilities: ['os-intervention-form', 'os-status-tracker', 'os-intervention-list'],
  context: Object.keys(elements),
  intervention: ['os-status-tracker'],
  entries: ['os-status-tracker'],
  list: ['os-intervention-list'],
  quote: ['os-extras-quote'],
}

const methods = { intervention: 'get', capabilities: 'capabilities' }

let longest = 0
new PerformanceObserver(list => {
  for (const { duration } of list.getEntries()) longest = Math.max(longest, duration)
}).observe({ entryTypes: ['longtask'] })

const told = []
for (const type of [
  'os-request-failed',
  'os-auth-required',
  'os-issues-shown',
  'os-step-changed',
  'os-stage-changed',
])
  document.addEventListener(type, event => told.push(JSON.stringify(event.detail ?? null)))
addEventListener('unhandledrejection', event =>
  told.push(`unhandled ${String(event.reason?.message ?? event.reason)}`),
)

/** Shows the askers of an answer on this adapter, and tells what is wrong then. */
async function judged(what, adapter, names, known, lines) {
  longest = 0
  const { place, made } = mount({ adapter, names, lines })
  const wrong = []
  for (const element of made) {
    const name = element.localName
    await until(
      () =>
        element.shadowRoot?.querySelector(elements[name]) ??
        element.shadowRoot?.querySelector('.notice, slot'),
      60,
    )
    await turn()
    await element.updateComplete
    const { text, names: shown } = standing(element)
    const strange = shown.filter(one => !known.includes(one))
    if (strange.length > 0) wrong.push(`${what}: ${name}: <${strange[0]}> was made`)
    if (element.shadowRoot.querySelector('.made')) wrong.push(`${what}: ${name}: markup was made`)
    if (text.includes(CANARY)) wrong.push(`${what}: ${name}: shows what was thrown`)
    if (text.includes('[object')) wrong.push(`${what}: ${name}: shows an object`)
    if (shown.length === 0) wrong.push(`${what}: ${name}: is blank`)
  }
  place.remove()
  if (globalThis.fired > 0) wrong.push(`${what}: something ran`)
  globalThis.fired = 0
  if ('polluted' in {} || Object.keys(Object.prototype).length > 0)
    wrong.push(`${what}: a prototype was changed`)
  if (told.some(one => one.includes(CANARY) || one.startsWith('unhandled')))
    wrong.push(`${what}: told ${told.join().slice(0, 200)}`)
  told.length = 0
  return { wrong, longest }
}

const knownNames = async (answers, ended) => {
  const both = [await showAll({ answers }), await showAll({ answers: ended })]
  return [
    ...new Set([
      ...both.flatMap(shown => Object.values(shown).flatMap(one => one.names)),
      'slot',
      'button',
      'p',
    ]),
  ]
}

/** Puts hostile values in the places of the answers, so many rounds of them: in each, a place has another value. */
globalThis.withValues = async ({ answers, ended, rounds }) => {
  const known = await knownNames(answers, ended)
  const places = Object.keys(askers).flatMap(answer =>
    [[], ...placesOf(answers[answer])].map(path => [answer, path]),
  )
  const kinds = Object.entries(values)
  const found = { wrong: [], slow: [], places: places.length, values: kinds.length, tried: 0 }
  for (const round of rounds) {
    for (const [index, [answer, path]] of places.entries()) {
      const [kind, make] = kinds[(index * 7 + round) % kinds.length]
      const what = `${kind} as ${[answer, ...path].join('.')}`
      const changed = path.length === 0 ? { ...answers, [answer]: make() } : structuredClone(answers)
      if (path.length > 0) {
        const branch = at(changed[answer], path.slice(0, -1))
        branch[path.at(-1)] = make()
      }
      const names = path.length === 0 ? askers[answer] : askers[answer].slice(0, 3)
      const once = () => judged(what, adapterOf(changed), names, known, answers.lines)
      const { wrong, longest: ms } = await once()
      found.wrong.push(...wrong)
      found.tried += 1
      if (ms > 200)
        found.slow.push(`${what}: ${Math.min(ms, (await once()).longest, (await once()).longest)} ms`)
    }
  }
  return { ...found, slow: found.slow.filter(one => Number(/(\d+) ms$/.exec(one)?.[1]) > 200) }
}

/** Lets the methods behave badly, each in every way. */
globalThis.withBehaviours = async ({ answers, ended }) => {
  const known = await knownNames(answers, ended)
  const sound = adapterOf(answers)
  const found = { wrong: [], behaviours: Object.keys(behaviours).length, tried: 0 }
  for (const [kind, behave] of Object.entries(behaviours)) {
    for (const [answer, names] of Object.entries(askers)) {
      const method = methods[answer] ?? answer
      const odd = behave(
        typeof sound[method] === 'function' ? sound[method] : () => Promise.resolve(sound[method]),
      )
      const adapter = { ...sound }
      if (odd?.isGetter)
        Object.defineProperty(adapter, method, {
          get() {
            throw new Error(CANARY)
          },
        })
      else adapter[method] = odd
      const { wrong } = await judged(`${method} ${kind}`, adapter, names, known, answers.lines)
      found.wrong.push(...wrong)
      found.tried += 1
    }
  }
  return found
}

/** Adapters that are none at all. */
globalThis.withAdapters = async ({ answers, ended }) => {
  const known = await knownNames(answers, ended)
  const wrong = []
  for (const [kind, make] of Object.entries(values))
    wrong.push(...(await judged(`${kind} as the adapter`, make(), Object.keys(elements), known)).wrong)
  return { wrong, tried: Object.keys(values).length }
}
