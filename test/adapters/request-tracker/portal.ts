import assert from 'node:assert/strict'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { getRequestListener } from '@hono/node-server'
import { chromium, type Page } from 'playwright-core'
import { PAGE_POLICY } from '../../../demo/server/headers.js'
import { bridge } from '../../../src/bridge.js'
import { introserv, type Recipient } from '../../../src/index.js'
import { requestTrackerAdapter } from '../../../src/request-tracker.js'
import { testAccount, testContext } from '../../../src/testing.js'
import { CHROMIUM_FLAGS, findChromium } from '../../support/programs.js'
import { ROOT } from '../../support/run.js'
import type { RequestTracker } from './system.js'

/** A client area in front of a real Request Tracker, and a browser before it. */
export interface Portal {
  readonly url: string
  readonly page: Page
  /** Warnings and errors of the console, and errors that nobody caught. */
  readonly complaints: readonly string[]
  close(): Promise<void>
}

/** Serves the built elements and the bridge, to the seed's customer; what is sealed, is sealed to this recipient. */
export async function openPortal(system: RequestTracker, recipient: Recipient): Promise<Portal> {
  assert.ok(existsSync(join(ROOT, 'dist/os-intervention.js')), 'the package is not built: npm run build')
  const adapter = requestTrackerAdapter(system.options)({
    user: 'customer',
    token: system.token('customer'),
    context: () =>
      Promise.resolve({
        ...testContext,
        ...{ account: testAccount, policy: introserv, recipients: [recipient], now: Date.now() },
      }),
  })
  const server = createServer()
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const address = server.address()
  assert.ok(typeof address === 'object' && address)
  const url = `http://127.0.0.1:${String(address.port)}`
  const session = () => ({ account: testAccount.id })
  const api = bridge(adapter, { session, origins: [url], basePath: '/api' })
  const listener = getRequestListener(request => served(request, api), { overrideGlobalObjects: false })
  server.on('request', (incoming, outgoing) => void listener(incoming, outgoing))

  const executablePath = findChromium()
  assert.ok(executablePath, 'no Chromium found')
  const browser = await chromium.launch({ executablePath, args: CHROMIUM_FLAGS })
  const page = await browser.newPage({ locale: 'en-GB' })
  page.setDefaultTimeout(60_000)
  const complaints: string[] = []
  page.on('console', message => {
    if (['warning', 'error'].includes(message.type())) complaints.push(`${message.type()}: ${message.text()}`)
  })
  page.on('pageerror', error => complaints.push(`uncaught: ${error.message}`))
  return {
    ...{ url, page, complaints },
    async close() {
      await browser.close()
      server.close().closeAllConnections()
    },
  }
}

const elements = {
  '/': '<os-intervention-form endpoint="/api" drafts="off"></os-intervention-form>',
  '/ticket': '<os-status-tracker endpoint="/api"></os-status-tracker>',
}

async function served(request: Request, api: (request: Request) => Promise<Response>): Promise<Response> {
  const { pathname, searchParams } = new URL(request.url)
  if (pathname.startsWith('/api/')) return api(request)
  if (pathname === '/favicon.ico') return new Response(null, { status: 204 })
  if (pathname === '/' || pathname === '/ticket') {
    const id = /^\d+$/.exec(searchParams.get('id') ?? '')?.[0]
    const element = elements[pathname].replace('">', id === undefined ? '">' : `" intervention="${id}">`)
    const headers = { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': PAGE_POLICY }
    return new Response(pageWith(element), { headers })
  }
  const file = join(ROOT, 'dist', pathname.replace(/^\/site\//, ''))
  if (!pathname.startsWith('/site/') || pathname.includes('..') || !existsSync(file))
    return new Response(null, { status: 404 })
  return new Response(readFileSync(file, 'utf8'), { headers: { 'content-type': 'text/javascript' } })
}

const pageWith = (element: string): string => `<!doctype html>
<html lang="en">
  <meta charset="utf-8"><meta name="viewport" content="width=device-width">
  <title>Support</title>
  <script type="module" src="/site/os-intervention.js"></script>
  <main><h1>Support</h1>${element}</main>
</html>`
