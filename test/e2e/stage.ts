import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { dataFolder, startDemo } from '../server/demo-process.js'
import type { Demo } from '../server/demo-process.js'
import { CHROMIUM_FLAGS, findChromium } from '../support/programs.js'
import { ROOT } from '../support/run.js'
import { keysOf } from './keys.js'
import type { Keys } from './keys.js'

/** A window of the demo, and everything that its page complained of. */
export interface Visit {
  readonly page: Page
  readonly keys: Keys
  /** Reports of the page's policy, one line each: directive, what was blocked, where. */
  readonly reports: readonly string[]
  /** Warnings and errors of the console, and errors that nobody caught. */
  readonly complaints: readonly string[]
  /** The paths of all requests that write. */
  readonly writes: readonly string[]
}

/** What a new window is like. */
export type VisitOptions = Parameters<Browser['newContext']>[0] & {
  readonly before?: (page: Page) => Promise<unknown>
}

/** The built demo with a browser in front of it. */
export interface Stage {
  readonly data: string
  readonly demo: () => Demo
  /** All that browsers have sent the backend, with its headers. */
  sent(): string
  /** Stops the backend, by default as politely as a person would. */
  stop(signal?: 'SIGTERM' | 'SIGKILL'): Promise<void>
  /** Starts it again where it was. */
  start(): Promise<void>
  /** A new window with storage of its own; `before` sees its page before anything of the demo's is loaded. */
  visit(path: string, options?: VisitOptions): Promise<Visit>
  close(): Promise<void>
}

/** How the browser in front of it is started. */
export interface StageOptions {
  /** With the back/forward cache on, which Playwright switches off. */
  readonly backForwardCache?: boolean
}

/** Starts the built demo on a data folder of its own. */
export async function openStage({ backForwardCache = false }: StageOptions = {}): Promise<Stage> {
  assert.ok(existsSync(join(ROOT, 'dist/server/main.js')), 'the demo is not built: npm run build')
  const folder = dataFolder()
  const recordTo = join(folder.path, 'sent')
  const executablePath = findChromium()
  assert.ok(executablePath, 'no Chromium found')
  const browser = await chromium.launch({
    executablePath,
    args: CHROMIUM_FLAGS,
    ignoreDefaultArgs: backForwardCache ? ['--disable-back-forward-cache'] : [],
  })
  let demo = await startDemo(folder.path, { build: 'built', recordTo })
  const { port } = demo
  return {
    data: folder.path,
    demo: () => demo,
    sent: () => readFileSync(recordTo, 'utf8'),
    async stop(signal) {
      await demo.stop(signal)
    },
    async start() {
      demo = await startDemo(folder.path, { build: 'built', recordTo, port })
    },
    async visit(path, { before, ...options } = {}) {
      const context = await browser.newContext({ locale: 'pl-PL', timezoneId: 'Europe/Warsaw', ...options })
      return open(context, demo.url + path, before)
    },
    async close() {
      await browser.close()
      await demo.stop()
      folder.remove()
    },
  }
}

/** Opens a page, listening before its own scripts run. */
async function open(
  context: BrowserContext,
  address: string,
  before: VisitOptions['before'],
): Promise<Visit> {
  const page = await context.newPage()
  // Long enough for a busy machine: nothing here waits this long where it works.
  page.setDefaultTimeout(90_000)
  const reports: string[] = []
  const complaints: string[] = []
  const writes: string[] = []
  await page.exposeFunction('tellReport', (report: string) => reports.push(report))
  await page.addInitScript(() => {
    addEventListener('securitypolicyviolation', event => {
      const { effectiveDirective, blockedURI, sourceFile, lineNumber } = event
      const tell: unknown = Reflect.get(globalThis, 'tellReport')
      if (typeof tell === 'function')
        tell(`${effectiveDirective} ${blockedURI} ${sourceFile}:${String(lineNumber)}`)
    })
  })
  page.on('console', message => {
    if (['warning', 'error'].includes(message.type())) complaints.push(`${message.type()}: ${message.text()}`)
  })
  page.on('pageerror', error => complaints.push(`uncaught: ${error.message}`))
  page.on('request', request => {
    if (request.method() !== 'GET') writes.push(new URL(request.url()).pathname)
  })
  await before?.(page)
  await page.goto(address)
  return { page, keys: keysOf(page), reports, complaints, writes }
}
