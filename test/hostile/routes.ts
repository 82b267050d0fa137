import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { demoApp } from '../../demo/server/app.js'
import { openKeys } from '../../demo/server/keys.js'
import { openStore } from '../../demo/server/store.js'
import { action } from '../../src/tracking/schema.js'
import { dataFolder } from '../server/demo-process.js'
import { ROOT } from '../support/run.js'

/** The ways in that the bridge knows, read from its own source: `GET 2 files`. */
export function bridgeRoutes(): readonly string[] {
  return [
    ['GET', 'bridge-questions.ts'],
    ['POST', 'bridge-writes.ts'],
  ].flatMap(([method = '', file = '']) => {
    const source = readFileSync(join(ROOT, 'src/adapter', file), 'utf8')
    return [...source.matchAll(/^ {4}case '(\d [^']+)':/gm)].map(([, route = '']) => `${method} ${route}`)
  })
}

/** What a reply may be meant as, by the schema of the wire. */
export function intents(): readonly string[] {
  const options: unknown = Reflect.get(action, 'options')
  return Array.isArray(options) ? options.map(String) : []
}

/** The ways in of the demo's own server, as it has registered them: `GET /desk/api/key`. */
export async function demoRoutes(): Promise<readonly string[]> {
  const folder = dataFolder()
  const store = openStore(join(folder.path, 'x.db'))
  const keys = await openKeys(folder.path, 'Nordhost')
  try {
    const { routes } = demoApp({ store, keys, another: { store, keys }, root: ROOT, origins: [] })
    return [
      ...new Set(routes.filter(({ path }) => path !== '/*').map(({ method, path }) => `${method} ${path}`)),
    ]
  } finally {
    store.close()
    folder.remove()
  }
}
