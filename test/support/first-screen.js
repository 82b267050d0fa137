// What a browser with an empty cache fetches of the built script-tag files before an element stands on the page.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { CHROMIUM_FLAGS, findChromium } from './programs.js'
import { ROOT } from './run.js'

const SITE = 'http://localhost:1'

/** What tells that an element is there. */
const signs = {
  'os-intervention-form': '#step-heading',
  'os-status-tracker': '#tracker-heading',
  'os-intervention-list': '#list-heading',
  'os-extras-quote': '.quote',
}

// A client area with one server and one ticket, answering at once.
const client = `
  const now = Date.now()
  const ticket = { id: '1', number: '1', version: '1', phase: 'working', server: { kind: 'ip', value: '203.0.113.24' },
    openedAt: now, changedAt: now, now, actions: [] }
  const adapter = {
    capabilities: { phases: ['working', 'waiting', 'done'], retries: { submit: 'safe', reply: 'safe' }, locking: false,
      files: null, sealed: { in: 'field', erasable: true }, pollEveryMs: 15000 },
    context: async () => ({ now, account: { id: '1', name: 'Anna', owner: true }, recipients: [], services: [
      { id: '1', name: 'one', addresses: ['203.0.113.24'], serverType: 'dedicated' }] }),
    list: async () => ({ items: [ticket] }), get: async () => ticket, entries: async () => ({ items: [] }),
  }
  for (const element of document.querySelectorAll('main > *')) Object.assign(element, { adapter, intervention: '1', lines: [] })`

const page = tag => `<!doctype html><html lang="en"><title>Help</title><main><${tag}></${tag}></main>
  <script>${client}</script><script type="module" src="/os-intervention.js"></script>`

/** The files of `dist` that one element costs its first visitor, in the order in which they were asked for. */
export async function fetchedByPage(tag) {
  const browser = await chromium.launch({ executablePath: findChromium(), args: CHROMIUM_FLAGS })
  try {
    const visitor = await browser.newPage()
    const fetched = []
    await visitor.route(`${SITE}/**`, route => {
      const { pathname } = new URL(route.request().url())
      if (pathname === '/') return route.fulfill({ contentType: 'text/html', body: page(tag) })
      if (!pathname.endsWith('.js')) return route.fulfill({ status: 404 })
      fetched.push(pathname.slice(1))
      return route.fulfill({
        contentType: 'text/javascript',
        body: readFileSync(join(ROOT, 'dist', pathname)),
      })
    })
    await visitor.goto(SITE, { waitUntil: 'commit' })
    // Asked in the page, so that nothing counts that was fetched while the answer came.
    const stood = await visitor.evaluate(
      ([name, sign]) =>
        new Promise((resolve, reject) => {
          setTimeout(() => reject(new Error(`<${name}> never stood there`)), 60_000)
          const look = () => {
            if (document.querySelector(name)?.shadowRoot?.querySelector(sign))
              resolve(
                performance.getEntriesByType('resource').map(entry => new URL(entry.name).pathname.slice(1)),
              )
            else requestAnimationFrame(look)
          }
          look()
        }),
      [tag, signs[tag]],
    )
    return fetched.filter(file => stood.includes(file))
  } finally {
    await browser.close()
  }
}
