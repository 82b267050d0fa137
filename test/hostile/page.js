// In the page, before values.js: shows the five elements on given answers, and tells what stands there then.

const never = () => new Promise(() => undefined)

/** How many times something of a text has run. */
globalThis.fired = 0
globalThis.fire = () => (globalThis.fired += 1)

/** The adapter of a backend that answers this. */
const adapterOf = answers => ({
  capabilities: answers.capabilities,
  context: async () => answers.context,
  list: async () => answers.list,
  get: async () => answers.intervention,
  entries: async (_id, after) => (after === undefined ? answers.entries : { items: [] }),
  quote: async () => answers.quote,
  checkVatId: async () => 'unavailable',
  find: async () => null,
  submit: never,
  reply: never,
  open: never,
})

/** Each element, and by what it is known that it has drawn what it was told. */
const elements = {
  'os-intervention-form': '#step-heading',
  'os-status-tracker': '#tracker-heading',
  'os-intervention-list': '.rows',
  'os-extras-quote': '#quote-headline',
  'os-credential-field': 'fieldset',
}

const turn = () => new Promise(resolve => setTimeout(resolve))

async function until(look, most = 5_000) {
  const from = performance.now()
  while (!look()) {
    if (performance.now() - from > most) return false
    await turn()
  }
  return true
}

function* nodesIn(root) {
  for (const node of root.childNodes) {
    yield node
    if (node.shadowRoot) yield* nodesIn(node.shadowRoot)
    yield* nodesIn(node)
  }
}

/** How many of these there are hangs on a text's links, lines and length, as it should. */
function isOwing(node) {
  const { localName } = node
  if (node.matches('a[rel] > bdi')) return true
  return ['details', 'summary', 'p', 'span'].includes(localName) && node.closest('.rest, .statement') !== null
}

/** What stands in an element: its words, its controls' and attributes' values; its elements by name; its links. */
function standing(element) {
  const words = []
  const values = []
  const names = []
  const links = []
  for (const node of nodesIn(element.shadowRoot)) {
    if (node.nodeType === Node.TEXT_NODE) words.push(node.data)
    if (node.nodeType !== Node.ELEMENT_NODE) continue
    if (node.matches('a[rel]')) links.push(node.href)
    else if (!isOwing(node)) names.push(node.localName)
    if ('value' in node) values.push(String(node.value))
    for (const { value } of node.attributes) values.push(value)
  }
  return { text: [words.join(''), ...values].join('\u0001'), names, links }
}

const field = (form, key) => {
  form.focusField(key)
  return form.updateComplete
}

/** The steps of the form one after the other, each way in looked at. */
async function walk(form) {
  const seen = [standing(form)]
  const look = async key => {
    if (key) await field(form, key)
    await turn()
    await form.updateComplete
    seen.push(standing(form))
  }
  const choose = async selector => {
    form.shadowRoot.querySelector(selector)?.click()
    await form.updateComplete
  }
  await choose('#server')
  await look('problem')
  for (const box of [...form.shadowRoot.querySelectorAll('input[type=checkbox]')].slice(0, 8)) box.click()
  await look()
  await look('access')
  for (const way of ['access', 'access-ssh-key', 'access-account']) {
    await choose(`#${way}`)
    await look()
  }
  await look('signer')
  await look('reply')
  const all = key => seen.flatMap(one => one[key])
  return { text: all('text').join('\u0001'), names: all('names'), links: all('links') }
}

/** Puts the elements on the page; `set` may change them before. */
function mount({ adapter, lines, set = () => undefined, names = Object.keys(elements) }) {
  const place = document.createElement('main')
  const made = names.map(name => {
    const element = document.createElement(name)
    element.adapter = adapter
    if (name === 'os-status-tracker') element.setAttribute('intervention', '48210')
    if (name === 'os-intervention-form') {
      element.setAttribute('drafts', 'off')
      element.setAttribute('outbox', 'off')
    }
    if (lines) element.lines = lines
    set(element)
    place.append(element)
    return element
  })
  document.body.append(place)
  return { place, made }
}

/** All five on these answers: what stands in each. */
globalThis.showAll = async ({ answers, messages, attributes, names }) => {
  const set = element => {
    if (messages) element.messages = messages
    for (const [name, value] of Object.entries(attributes ?? {})) element.setAttribute(name, value)
  }
  const { place, made } = mount({ adapter: answers && adapterOf(answers), lines: answers?.lines, set, names })
  const told = {}
  for (const element of made) {
    const drawn = () => element.shadowRoot?.querySelector(elements[element.localName])
    const isDrawn = await until(() => drawn() ?? element.shadowRoot?.querySelector('.notice, slot'))
    await element.updateComplete
    told[element.localName] = {
      ...(element.localName === 'os-intervention-form' && drawn() ? await walk(element) : standing(element)),
      isDrawn: isDrawn && Boolean(drawn()),
    }
  }
  place.remove()
  return told
}

/** A page as careless as a page can be: what is given runs, if it can. Each by its own sink; answers which have. */
globalThis.carelessly = async list => {
  const ran = new Set()
  globalThis.fire = number => ran.add(number ?? globalThis.now)
  for (const [index, { text, sink }] of list.entries()) {
    globalThis.now = index
    const place = document.createElement('div')
    document.body.append(place)
    const own = text
      .replaceAll('fire()', `fire(${index})`)
      .replaceAll('&#102;ire&lpar;&rpar;', `fire(${index})`)
    try {
      if (sink === 'markup') place.innerHTML = own
      if (sink === 'attribute') place.innerHTML = `<p title="${own}">x</p>`
      // As every dialog does it.
      place.querySelector('[autofocus]')?.focus()
      if (sink === 'address') {
        const link = Object.assign(document.createElement('a'), { textContent: 'x' })
        link.setAttribute('href', own)
        place.append(link)
        link.click()
      }
      if (sink === 'script' || sink === 'template') {
        const quote = sink === 'script' ? "'" : '`'
        const script = document.createElement('script')
        script.textContent = `globalThis.x = ${quote}${own}${quote}`
        place.append(script)
      }
    } catch {
      // What doesn't even parse has not run.
    }
    const isSlow = sink === 'markup' || sink === 'attribute'
    await until(() => ran.has(index), isSlow ? 5_000 : 1_000)
    place.remove()
  }
  return [...ran]
}
