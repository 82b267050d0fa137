// A Firefox with one window, spoken to by WebDriver BiDi. Playwright's needs a build of its own; Debian's is the one that people have.
import { puppeteerCore } from '@web/test-runner-chrome'
import { findFirefox } from './programs.js'

/** What a person would set: what BiDi has no command for yet is set as the preferences that stand behind it. */
const SETTINGS = {
  light: { 'layout.css.prefers-color-scheme.content-override': 1, 'browser.display.document_color_use': 1 },
  dark: { 'layout.css.prefers-color-scheme.content-override': 0, 'browser.display.document_color_use': 1 },
  'forced-colors': {
    'layout.css.prefers-color-scheme.content-override': 1,
    'browser.display.document_color_use': 2,
  },
}

/** Opens it. */
export async function openFirefox() {
  const browser = await puppeteerCore.launch({
    browser: 'firefox',
    executablePath: findFirefox(),
    headless: true,
    // Lets the preferences be set.
    args: ['--remote-allow-system-access'],
    extraPrefsFirefox: { 'ui.prefersReducedMotion': 1 },
  })
  // The one that it opens by itself is still busy with that.
  const page = await browser.newPage()
  const chrome = async expression => {
    const { result } = await browser.connection.send('browsingContext.getTree', { 'moz:scope': 'chrome' })
    const target = { context: result.contexts[0].context }
    await browser.connection.send('script.evaluate', { target, expression, awaitPromise: false })
  }
  return {
    name: await browser.version(),
    themes: ['light', 'dark', 'forced-colors'],
    narrowest: 320,
    go: async url => {
      await page.goto(url)
    },
    evaluate: expression => page.evaluate(expression),
    widen: width => page.setViewport({ width, height: 800 }),
    wear: async theme => {
      const settings = Object.entries(SETTINGS[theme])
      await chrome(
        settings
          .map(([name, value]) => `Services.prefs.setIntPref(${JSON.stringify(name)}, ${value})`)
          .join(),
      )
      // The page is told with its next frames.
      await page.evaluate(() => new Promise(resolve => setTimeout(resolve, 60)))
    },
    close: () => browser.close(),
  }
}
