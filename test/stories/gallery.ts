import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { chromium, type Browser, type Page } from 'playwright-core'
import { dataFolder, startDemo } from '../server/demo-process.js'
import { CHROMIUM_FLAGS, findChromium } from '../support/programs.js'
import { ROOT } from '../support/run.js'

export const languages = ['en', 'pl'] as const
export const themes = ['light', 'dark', 'forced-colors'] as const
/** A small phone, and a desk; CSS pixels. */
export const widths = [320, 1280] as const

export type Language = (typeof languages)[number]
export type Theme = (typeof themes)[number]

/** When every story is looked at, so that two looks at it show the same times. */
const clock = new Date('2026-11-27T10:00:00+01:00')

/** How many pages play at once: they wait for frames more than they work. */
const atOnce = 3

/** A story as it stands in the list of stories. */
export interface Exhibit {
  /** `<title>/<export>`. */
  readonly id: string
  readonly title: string
  readonly name: string
}

/** What a page of a story is opened with. */
export interface Opening {
  readonly language: Language
  readonly dir?: 'ltr' | 'rtl'
}

/** All built stories, and browsers before them. */
export interface Gallery {
  /** Where the demo answers. */
  readonly home: string
  readonly exhibits: readonly Exhibit[]
  /** Reports of the page's policy and errors that nobody caught, with the story that they are of. */
  readonly complaints: readonly string[]
  /** Opens every story that is given, several at once, played to its state, and lets it be looked at. */
  each(
    exhibits: readonly Exhibit[],
    opening: Opening,
    look: (exhibit: Exhibit, page: Page) => Promise<void>,
  ): Promise<void>
  /** An empty page. */
  blank(): Promise<Page>
  close(): Promise<void>
}

/** Where a story stands alone on its page. */
export function addressOf(home: string, { id }: Exhibit, { language, dir = 'ltr' }: Opening): string {
  const query = new URLSearchParams({ story: id, lang: language, dir })
  return `${home}/stories/frame.html?${query.toString()}`
}

/** Starts the built demo with its stories. */
export async function openGallery(): Promise<Gallery> {
  assert.ok(
    existsSync(join(ROOT, 'dist/demo/stories/frame.html')),
    'the stories are not built: npm run build',
  )
  const executablePath = findChromium()
  assert.ok(executablePath, 'no Chromium found')
  const browser = await chromium.launch({ executablePath, args: CHROMIUM_FLAGS })
  const folder = dataFolder()
  const demo = await startDemo(folder.path, { build: 'built' })
  const complaints: string[] = []
  return {
    home: demo.url,
    exhibits: await listed(browser, demo.url),
    complaints,
    async each(exhibits, opening, look) {
      const waiting = [...exhibits]
      const lane = async (): Promise<void> => {
        for (;;) {
          const exhibit = waiting.shift()
          if (!exhibit) return
          const page = await open(browser, demo.url, exhibit, opening, complaints)
          await look(exhibit, page)
          await page.context().close()
        }
      }
      await Promise.all(Array.from({ length: atOnce }, lane))
    },
    blank: () => browser.newPage(),
    async close() {
      await browser.close()
      await demo.stop()
      folder.remove()
    },
  }
}

async function listed(browser: Browser, home: string): Promise<readonly Exhibit[]> {
  const page = await browser.newPage()
  await page.goto(`${home}/stories/`)
  const links = await page.locator('nav a').all()
  const exhibits = await Promise.all(
    links.map(async link => {
      const id = new URLSearchParams(((await link.getAttribute('href')) ?? '').slice(1)).get('story') ?? ''
      return { id, title: id.slice(0, id.lastIndexOf('/')), name: ((await link.textContent()) ?? '').trim() }
    }),
  )
  await page.close()
  assert.ok(exhibits.length > 100, 'the list of stories is not there')
  return exhibits
}

/** A story on a page with storage of its own, played to its state. */
async function open(
  browser: Browser,
  home: string,
  exhibit: Exhibit,
  opening: Opening,
  complaints: string[],
): Promise<Page> {
  const context = await browser.newContext({
    locale: opening.language,
    timezoneId: 'Europe/Warsaw',
    reducedMotion: 'reduce',
    viewport: { width: widths[0], height: 800 },
  })
  const page = await context.newPage()
  page.setDefaultTimeout(90_000)
  await page.clock.setFixedTime(clock)
  const complain = (what: string) => complaints.push(`${exhibit.id}, ${opening.language}: ${what}`)
  page.on('pageerror', error => complain(`uncaught: ${error.message}`))
  page.on('console', message => {
    if (message.type() === 'error') complain(message.text())
  })
  await page.goto(addressOf(home, exhibit, opening))
  await page.locator('main:not([aria-busy])').waitFor({ state: 'attached' })
  return page
}

/** Shows the story in a theme. */
export async function wear(page: Page, theme: Theme): Promise<void> {
  await page.emulateMedia({
    colorScheme: theme === 'dark' ? 'dark' : 'light',
    forcedColors: theme === 'forced-colors' ? 'active' : 'none',
    reducedMotion: 'reduce',
  })
}

/** Gives the story a page as wide as this. */
export async function widen(page: Page, width: number): Promise<void> {
  await page.setViewportSize({ width, height: 800 })
  await page.evaluate(
    () => new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(resolve))),
  )
}
