// Runs in a page before its own scripts: writes down what goes out by calls, and collects what stands anywhere.
// It judges nothing: canary.ts looks through what it brings.
{
  const heard = []
  const roots = new Set()
  const bytesOf = value => (ArrayBuffer.isView(value) ? new Uint8Array(value.buffer) : new Uint8Array(value))
  const latin1 = bytes => Array.from(bytes, byte => String.fromCharCode(byte)).join('')

  /** All text in a value, however deep. */
  const told = (value, seen = new Set()) => {
    if (typeof value === 'string') return value
    if (typeof value === 'symbol') return value.description ?? ''
    if (value === null || typeof value !== 'object' || seen.has(value)) return ''
    seen.add(value)
    const inner = one => told(one, seen)
    if (value instanceof Node) return value instanceof Element ? value.outerHTML : (value.textContent ?? '')
    if (value instanceof ArrayBuffer || ArrayBuffer.isView(value))
      return `${latin1(bytesOf(value))} ${new TextDecoder().decode(bytesOf(value))}`
    if (value instanceof Blob) {
      void value.text().then(text => heard.push(['a blob', text]))
      return ''
    }
    if (value instanceof Request) return `${value.url} ${inner([...value.headers])}`
    if (value instanceof Error) return [value.name, value.message, value.stack, inner(value.cause)].join(' ')
    if (value instanceof Event)
      return [value.type, value.detail, value.data, value.message, { ...value }].map(inner).join(' ')
    if (typeof value[Symbol.iterator] === 'function') return Array.from(value, inner).join(' ')
    return Reflect.ownKeys(value)
      .map(key => `${String(key)} ${inner(Reflect.getOwnPropertyDescriptor(value, key)?.value)}`)
      .join(' ')
  }

  const watch = (owner, names, place) => {
    for (const name of names) {
      const original = owner[name]
      owner[name] = function (...values) {
        heard.push([place, told(values)])
        return Reflect.apply(original, this, values)
      }
    }
  }
  watch(EventTarget.prototype, ['dispatchEvent'], 'an event')
  watch(Element.prototype, ['setAttribute', 'setAttributeNS'], 'an attribute')
  watch(Storage.prototype, ['setItem'], 'web storage')
  watch(IDBObjectStore.prototype, ['add', 'put'], 'IndexedDB')
  watch(Cache.prototype, ['put'], 'the cache storage')
  watch(History.prototype, ['pushState', 'replaceState'], 'the history')
  watch(BroadcastChannel.prototype, ['postMessage'], 'a broadcast')
  watch(MessagePort.prototype, ['postMessage'], 'a message')
  watch(Worker.prototype, ['postMessage'], 'a message')
  watch(globalThis, ['postMessage'], 'a message')
  watch(globalThis, ['fetch'], 'a request')
  watch(Navigator.prototype, ['sendBeacon'], 'a request')
  watch(XMLHttpRequest.prototype, ['open', 'setRequestHeader', 'send'], 'a request')
  watch(Clipboard.prototype, ['writeText'], 'the clipboard')
  watch(Performance.prototype, ['mark', 'measure'], 'a performance entry')
  watch(
    console,
    Object.keys(console).filter(name => typeof console[name] === 'function'),
    'the console',
  )
  addEventListener('error', ({ message, error }) => heard.push(['an error', told([message, error])]))
  addEventListener('unhandledrejection', ({ reason }) => heard.push(['an error', told(reason)]))

  const { attachShadow } = Element.prototype
  Element.prototype.attachShadow = function (init) {
    const root = attachShadow.call(this, init)
    roots.add(root)
    return root
  }

  const nodesIn = root => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_ALL)
    const nodes = []
    while (walker.nextNode()) nodes.push(walker.currentNode)
    return nodes
  }

  function* standing() {
    const shadowRoots = [...roots].filter(root => root.isConnected)
    const writer = new XMLSerializer()
    const { documentElement } = document
    yield ['the markup', documentElement.outerHTML]
    yield ['the markup', documentElement.getHTML({ serializableShadowRoots: true, shadowRoots })]
    for (const root of [document, ...shadowRoots]) {
      yield ['the markup', Array.from(root.children, child => writer.serializeToString(child)).join('')]
      for (const node of nodesIn(root)) {
        if (node instanceof Element)
          yield [
            'an attribute',
            Array.from(node.attributes, ({ name, value }) => `${name}=${value}`).join(' '),
          ]
        else yield [node instanceof Comment ? 'a comment' : 'a text', node.nodeValue ?? '']
        // The native field of a secret holds it till it is sealed: there, and nowhere else.
        const isSecret = ['password', 'privateKey', 'passphrase'].includes(node.id)
        if (!isSecret && typeof node.value === 'string') yield ['a field', node.value]
      }
    }
    yield ['the title', document.title]
    yield ['the cookies', document.cookie]
    yield ['the address', location.href]
    yield ['the history', told(history.state)]
    yield ['the window’s name', globalThis.name]
    for (const storage of [localStorage, sessionStorage])
      yield ['web storage', Object.entries(storage).flat().join(' ')]
    yield ['a performance entry', told(performance.getEntries().map(entry => entry.toJSON()))]
  }

  const answered = request =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result)
      request.onerror = () => reject(request.error)
    })

  async function* stored() {
    for (const { name } of await indexedDB.databases()) {
      const db = await answered(indexedDB.open(name))
      for (const store of db.objectStoreNames) {
        const records = db.transaction(store).objectStore(store)
        yield ['IndexedDB', told([await answered(records.getAllKeys()), await answered(records.getAll())])]
      }
      db.close()
    }
    for (const name of await caches.keys()) {
      const cache = await caches.open(name)
      for (const request of await cache.keys()) {
        const response = await cache.match(request)
        yield ['the cache storage', `${request.url} ${told([...response.headers])} ${await response.text()}`]
      }
    }
    yield ['the clipboard', await navigator.clipboard.readText()]
  }

  /** Everything, as pairs of place and text. */
  Reflect.set(globalThis, 'everything', async () => {
    const found = [...standing()]
    for await (const one of stored()) found.push(one)
    return [...found, ...heard]
  })
}
