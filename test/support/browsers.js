import { chromeLauncher } from '@web/test-runner-chrome'
import { CHROMIUM_FLAGS, findChromium } from './programs.js'

/** The launcher of the browser tests. */
export const chromium = () =>
  chromeLauncher({
    launchOptions: { executablePath: findChromium(), headless: true, args: CHROMIUM_FLAGS },
    // One context, so one window and its own storage, per page: a second page of the same window is a hidden
    // tab, whose animation frames stop and whose database is shared.
    createPage: async ({ browser }) => (await browser.createBrowserContext()).newPage(),
  })
