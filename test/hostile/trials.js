// In the page, after values.js and behaviours.js: tries each where a backend answers, and tells what is wrong then.

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
