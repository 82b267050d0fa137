import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'
import { chromeLauncher } from '@web/test-runner-chrome'

const isExecutable = path => {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** Finds the first of some programs on the PATH. */
export const onPath = (...names) =>
  names
    .flatMap(name => (process.env.PATH ?? '').split(delimiter).map(folder => join(folder, name)))
    .find(isExecutable)

/** Finds a Chromium: what the person says in CHROME_PATH wins, then the PATH, then the usual places. */
export function findChromium() {
  const { CHROME_PATH } = process.env
  if (CHROME_PATH) {
    if (!isExecutable(CHROME_PATH)) throw new Error(`CHROME_PATH names no program: ${CHROME_PATH}`)
    return CHROME_PATH
  }
  return (
    onPath('chromium', 'google-chrome-stable', 'google-chrome', 'chromium-browser', 'microsoft-edge') ??
    [
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
    ].find(isExecutable)
  )
}

/** What Chromium is started with: no sandbox (containers), no talk to the outside, the same colours everywhere. */
export const CHROMIUM_FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
  '--force-color-profile=srgb',
]

/** The launcher of the browser tests. */
export const chromium = () =>
  chromeLauncher({
    launchOptions: { executablePath: findChromium(), headless: true, args: CHROMIUM_FLAGS },
    // One context, so one window and its own storage, per page: a second page of the same window is a hidden
    // tab, whose animation frames stop and whose database is shared.
    createPage: async ({ browser }) => (await browser.createBrowserContext()).newPage(),
  })
