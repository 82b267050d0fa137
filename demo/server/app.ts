import { join } from 'node:path'
import { Hono } from 'hono'
import { bridge } from '../../src/adapter/bridge.js'
import type { BridgeSession } from '../../src/adapter/bridge.js'
import { nordhost } from '../policy.js'
import { anotherApi } from './another.js'
import type { AnotherProvider } from './another.js'
import type { Customer } from './customers.js'
import { deskApi } from './desk-api.js'
import { POLICY_OF_STORIES, POLICY_WITHOUT_LIT, withSafeHeaders } from './headers.js'
import type { Keys } from './keys.js'
import { inLanguage, languageOf } from './language.js'
import { inLook } from './look.js'
import { portalApi } from './portal-api.js'
import { rateLimit, tooOften } from './rate.js'
import { nordhostSale } from './sale.js'
import { openSessions } from './sessions.js'
import { fileFrom } from './static.js'
import { storeAdapter } from './store-adapter.js'
import type { Store } from './store.js'

/** The pages that live under another policy than the strict one. */
const POLICIES: Readonly<Record<string, string>> = {
  '/embed/no-lit.html': POLICY_WITHOUT_LIT,
  '/stories/': POLICY_OF_STORIES,
}

/** What the demo is made of. */
export interface DemoParts {
  readonly store: Store
  readonly keys: Keys
  readonly another: AnotherProvider
  /** The project's folder. */
  readonly root: string
  /** The origins that pages of the demo have, by every name of this machine's loopback. */
  readonly origins: readonly string[]
  /** How many requests of one company may be open; unset: 50, more than anybody has servers in trouble. */
  readonly mostOpen?: number
}

/** What the bridge is told of a session. */
interface SignedIn extends BridgeSession {
  readonly customer: Customer
}

/** The demo's whole web server: the provider's backend behind the bridge, the portal, the desk, the embed pages. */
export function demoApp({ store, keys, another, root, origins, mostOpen = 50 }: DemoParts): Hono {
  const app = new Hono()
  const sessions = openSessions(store)
  const pages = join(root, 'dist/demo')
  const protocol = bridge(
    ({ customer }: SignedIn) => storeAdapter(store, customer, keys, nordhost, nordhostSale, mostOpen),
    {
      session(request) {
        const customer = sessions.customerOf(request)
        return customer ? { account: customer.account.id, customer } : null
      },
      origins,
      basePath: '/api',
    },
  )

  app.use('*', async (c, next) => {
    await next()
    c.res = withSafeHeaders(c.res, POLICIES[c.req.path])
  })
  // A name that isn't this machine's own was pointed at it by somebody else's DNS.
  app.use('*', async (c, next) => {
    if (/^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/.test(c.req.header('host') ?? '')) return next()
    return c.text('This is no name of this machine.\n', 421)
  })

  // By person: whoever asks without end is told to wait, and nobody else is.
  const reads = rateLimit({ burst: 600, perSecond: 100 })
  const writes = rateLimit({ burst: 100, perSecond: 10 })
  app.use('/api/*', async (c, next) => {
    const who = sessions.customerOf(c.req.raw)?.person ?? 'nobody'
    const wait = (c.req.method === 'GET' ? reads : writes).take(who)
    return wait > 0 ? tooOften(wait) : next()
  })
  app.use('/another/api/*', async (c, next) => {
    const wait = (c.req.method === 'GET' ? reads : writes).take('another')
    return wait > 0 ? tooOften(wait) : next()
  })

  const anotherProtocol = anotherApi(another, origins)
  app.all('/api/*', c => protocol(c.req.raw))
  app.all('/another/api/*', c => anotherProtocol(c.req.raw))
  app.route('/portal', portalApi(sessions))
  app.route('/desk/api', deskApi({ store, keys, policy: nordhost, sale: nordhostSale }))

  const page = async (file: string, request: Request, from = pages) => {
    const found = await fileFrom(from, file)
    if (found === undefined)
      return new Response('The pages are not built yet: npm run build\n', { status: 503 })
    return new Response(inLook(inLanguage(await found.text(), languageOf(request)), request), found)
  }
  app.get('/', c => c.redirect('/portal/'))
  app.get('/portal/', c => page('portal/index.html', c.req.raw))
  app.get('/portal/new', c => page('portal/new.html', c.req.raw))
  app.get('/portal/ticket', c => page('portal/ticket.html', c.req.raw))
  app.get('/portal/prices', c => page('portal/prices.html', c.req.raw))
  app.get('/portal/verify', c => page('verify/index.html', c.req.raw))
  app.get('/desk/', async () => (await fileFrom(pages, 'desk/index.html')) ?? notThere())
  app.get('/favicon.ico', c => c.body(null, 204))

  app.get('/embed/', async () => (await fileFrom(join(root, 'demo/embed'), 'index.html')) ?? notThere())

  app.get('/another/', c => page('index.html', c.req.raw, join(root, 'demo/another')))

  const folder = (prefix: string, from: string) =>
    app.get(
      `${prefix}*`,
      async c => (await fileFrom(join(root, from), c.req.path.slice(prefix.length))) ?? notThere(),
    )
  folder('/assets/', 'dist/demo/assets')
  folder('/lib/', 'dist')
  folder('/embed/', 'demo/embed')
  folder('/another/', 'demo/another')
  app.get('/stories/', async () => (await fileFrom(pages, 'stories/index.html')) ?? notThere())
  folder('/stories/', 'dist/demo/stories')

  app.get('/portal', c => c.redirect('/portal/'))
  app.get('/desk', c => c.redirect('/desk/'))
  return app
}

function notThere(): Response {
  return new Response('Not found\n', { status: 404, headers: { 'content-type': 'text/plain' } })
}
