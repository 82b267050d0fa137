import { mkdirSync } from 'node:fs'
import { createServer } from 'node:http'
import { join, resolve } from 'node:path'
import { getRequestListener } from '@hono/node-server'
import { sarna } from '../another/policy.js'
import { nordhost } from '../policy.js'
import { demoApp } from './app.js'
import { openKeys } from './keys.js'
import { projectRoot } from './root.js'
import { openStore } from './store.js'
import type { Store } from './store.js'

// The reference backend and the demo's pages, on this machine's loopback alone.
// PORT: 8080 unless told otherwise, 0 for any free one. OS_DEMO_DATA: the folder that the data lies in.
// OS_DEMO_MOST_OPEN: how many requests of one company may be open.

// What is written is for this user alone.
process.umask(0o077)

const root = projectRoot()
const data = resolve(process.env['OS_DEMO_DATA'] ?? join(root, 'demo/data'))
const mostOpen = Number(process.env['OS_DEMO_MOST_OPEN'] ?? 0)
mkdirSync(data, { recursive: true, mode: 0o700 })
const store = opened('nordhost.db')
const keys = await openKeys(data, nordhost.provider.name)
const another = {
  store: opened('sarna.db'),
  keys: await openKeys(join(data, 'sarna'), sarna.provider.name),
}

/** What can't be read is said in a sentence, and touched by nobody. */
function opened(file: string): Store {
  try {
    return openStore(join(data, file))
  } catch (error) {
    process.stderr.write(`The demo can't start: ${error instanceof Error ? error.message : 'no database'}\n`)
    process.exit(1)
  }
}

// Whoever sends their headers or their request drop by drop is cut off, and nobody opens connections without end.
const server = createServer({
  headersTimeout: 10_000,
  requestTimeout: 60_000,
  connectionsCheckingInterval: 1_000,
})
server.maxConnections = 2_000

server.on('error', error => {
  process.stderr.write(`The demo can't start: ${error.message}\n`)
  stop(1)
})

server.listen(Number(process.env['PORT'] ?? 8080), '127.0.0.1', () => {
  const address = server.address()
  const port = typeof address === 'object' && address ? String(address.port) : ''
  const home = `http://localhost:${port}`
  const origins = [home, `http://127.0.0.1:${port}`]
  const app = demoApp({ store, keys, another, root, origins, ...(mostOpen > 0 && { mostOpen }) })
  server.on('request', (request, response) => void getRequestListener(app.fetch)(request, response))
  process.stdout.write(
    `Nordhost is ready: portal ${home}/portal/ · desk ${home}/desk/ · embed ${home}/embed/ · another provider ${home}/another/ · stories ${home}/stories/\n`,
  )
})

let stopping = false

/** Lets what has begun come to its end, then closes the file. */
function stop(code: number): void {
  if (stopping) return
  stopping = true
  server.close(() => {
    store.close()
    another.store.close()
    process.exit(code)
  })
  server.closeIdleConnections()
  // A page that keeps a connection open doesn't keep the demo from stopping.
  setTimeout(() => server.closeAllConnections(), 2_000).unref()
}

for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => stop(0))
