// Where the programs are that the tests need beside node, and how Chromium is started.
import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'

const isExecutable = path => {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

const onPath = (...names) =>
  names
    .flatMap(name => (process.env.PATH ?? '').split(delimiter).map(folder => join(folder, name)))
    .find(isExecutable)

const CHROMIUM_NAMES = [
  'chromium',
  'google-chrome-stable',
  'google-chrome',
  'chromium-browser',
  'microsoft-edge',
]
const CHROMIUM_PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

/** Finds a Chromium: what the person says in CHROME_PATH wins, then the PATH, then the usual places. */
export function findChromium() {
  const { CHROME_PATH } = process.env
  if (!CHROME_PATH) return onPath(...CHROMIUM_NAMES) ?? CHROMIUM_PLACES.find(isExecutable)
  if (!isExecutable(CHROME_PATH)) throw new Error(`CHROME_PATH names no program: ${CHROME_PATH}`)
  return CHROME_PATH
}

/** Finds the age program, the independent proof that what was sealed can be opened. */
export const findAge = () => onPath('age')

/** Finds a Firefox: what the person says in FIREFOX_PATH wins. */
export const findFirefox = () =>
  process.env.FIREFOX_PATH ||
  (onPath('firefox-esr', 'firefox') ??
    ['/Applications/Firefox.app/Contents/MacOS/firefox'].find(isExecutable))

/** Finds WebKitGTK's small browser, with the driver and the screen that it needs; what the person says in MINIBROWSER_PATH wins. */
export const findMiniBrowser = () =>
  onPath('WebKitWebDriver') && onPath('Xvfb')
    ? process.env.MINIBROWSER_PATH ||
      ['x86_64', 'aarch64']
        .flatMap(machine =>
          ['4.1', '4.0'].map(api => `/usr/lib/${machine}-linux-gnu/webkit2gtk-${api}/MiniBrowser`),
        )
        .find(isExecutable)
    : undefined

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
