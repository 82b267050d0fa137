import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import type { Page } from 'playwright-core'
import { PAGE_POLICY } from '../../demo/server/headers.js'
import { CHROMIUM_FLAGS, findChromium } from '../support/programs.js'
import { ROOT } from '../support/run.js'

/** A page with the built elements on it, and all that it did that it should not. */
export interface Hall {
  readonly page: Page
  /** Whatever it asked for beside its own files. */
  readonly asked: readonly string[]
  /** Reports of its policy, errors that nobody caught, and what stands in the console as an error. */
  readonly complaints: readonly string[]
  /** What lives in its memory once all that nobody holds is gone, in bytes. */
  heap(): Promise<number>
  close(): Promise<void>
}

const files: Readonly<Record<string, readonly [type: string, file: string]>> = {
  '/page.js': ['text/javascript', 'test/hostile/page.js'],
  '/values.js': ['text/javascript', 'test/hostile/values.js'],
  '/behaviours.js': ['text/javascript', 'test/hostile/behaviours.js'],
  '/trials.js': ['text/javascript', 'test/hostile/trials.js'],
  '/elements.js': ['text/javascript', 'dist/os-intervention.full.js'],
}

/** In their order: what a script says is there for those after it. */
const scripts = Object.keys(files)

const shell = (scripts: readonly string[]) =>
  `<!doctype html><html lang="en"><title>Hostile</title><link rel="icon" href="/icon"><body>${scripts
    .map(src => `<script src="${src}" defer></script>`)
    .join('')}`

/**
 * Opens a page under the strict policy, or under none.
 *
 * @param isCareless without the elements, and with what a careless page has: the positive control.
 */
export async function openHall(isStrict: boolean, isCareless = false): Promise<Hall> {
  const server = createServer((request, response) => {
    const [type, file] = files[request.url ?? ''] ?? []
    response.setHeader('content-type', type ?? 'text/html')
    if (isStrict) response.setHeader('content-security-policy', PAGE_POLICY)
    if (file !== undefined) response.end(readFileSync(join(ROOT, file)))
    else if (request.url === '/') response.end(shell(isCareless ? ['/page.js'] : scripts))
    else response.writeHead(204).end()
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const url = `http://localhost:${String(typeof address === 'object' && address ? address.port : 0)}/`
  const executablePath = findChromium()
  assert.ok(executablePath, 'no Chromium found')
  const browser = await chromium.launch({ executablePath, args: CHROMIUM_FLAGS })
  const page = await browser.newPage({ locale: 'en-GB' })
  page.setDefaultTimeout(90_000)
  const asked: string[] = []
  const complaints: string[] = []
  const own = new Set([url, ...Object.keys(files).map(file => url + file.slice(1))])
  await page.route('**/*', route => {
    const wanted = route.request().url()
    if (own.has(wanted) || wanted === `${url}icon`) return route.continue()
    asked.push(wanted)
    return route.abort()
  })
  page.on('pageerror', error => complaints.push(`uncaught: ${error.message}`))
  page.on('console', message => {
    if (message.type() === 'error') complaints.push(`console: ${message.text()}`)
  })
  await page.goto(url)
  if (!isCareless) await page.waitForFunction(() => customElements.get('os-status-tracker') !== undefined)
  else
    // A class that a careless page has, for what begins to run by moving.
    await page.addStyleTag({ content: '@keyframes x{to{opacity:1}}.moves{animation:x 1ms}' })
  return {
    ...{ page, asked, complaints },
    async heap() {
      const session = await page.context().newCDPSession(page)
      await session.send('HeapProfiler.collectGarbage')
      const { usedSize } = await session.send('Runtime.getHeapUsage')
      await session.detach()
      return usedSize
    },
    async close() {
      await browser.close()
      server.close()
    },
  }
}

/** Calls what the page has under this name. */
export function inPage<T>(page: Page, name: string, given: unknown): Promise<T> {
  return page.evaluate<T, readonly [string, unknown]>(
    ([called, value]) => {
      const found: unknown = Reflect.get(globalThis, called)
      if (typeof found !== 'function') throw new Error(`the page has no ${called}`)
      return found(value)
    },
    [name, given],
  )
}
