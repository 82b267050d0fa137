// Finds what the tests need beside node: browsers and the age program; on a bare Debian it installs them.
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { findAge, findChromium, findFirefox, findMiniBrowser } from './programs.js'

const NEEDS = {
  chromium: {
    find: findChromium,
    debian: 'chromium',
    hint: 'set CHROME_PATH, or install Chrome or Chromium',
  },
  firefox: {
    find: findFirefox,
    debian: 'firefox-esr',
    hint: 'set FIREFOX_PATH, or install Firefox',
  },
  webkit: {
    find: findMiniBrowser,
    debian: 'webkit2gtk-driver xvfb',
    hint: 'install WebKitWebDriver, its MiniBrowser and Xvfb',
  },
  age: { find: findAge, debian: 'age', hint: 'install age (https://age-encryption.org)' },
}

const isDebian = () => {
  try {
    // Ubuntu is left out: its chromium package is only a pointer to a snap, which no container runs.
    const release = readFileSync('/etc/os-release', 'utf8')
    return /^ID(_LIKE)?=.*debian/m.test(release) && !/^ID=ubuntu/m.test(release)
  } catch {
    return false
  }
}

/** A person at a terminal is asked to install; a machine that runs the tests alone installs by itself. */
export const mayInstall = () =>
  isDebian() && process.getuid?.() === 0 && (process.env.CI || !process.stdin.isTTY)

const run = (...command) => {
  console.error(`> ${command.join(' ')}`)
  const [program, ...words] = command
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  return spawnSync(program, words, { stdio: ['ignore', 2, 2], env, timeout: 540_000 }).status === 0
}

const install = names => {
  const words = ['apt-get', 'install', '-y', '--no-install-recommends', ...names.split(' ')]
  return run(...words) || (run('apt-get', 'update') && run(...words))
}

/** Finds or installs a program; answers its path, or undefined with the reason on stderr. */
export function ensure(kind) {
  const need = NEEDS[kind]
  const found = need.find()
  if (found) return found
  if (mayInstall()) install(need.debian)
  const path = need.find()
  if (!path) console.error(`No ${kind} found: ${need.hint} (Debian: apt-get install ${need.debian}).`)
  return path
}

/** Ensures what every test run needs; without a Chromium nothing can be tested, without age only CI refuses to go on. */
export function ensureAll() {
  const browser = ensure('chromium')
  const age = ensure('age')
  if (!age && !process.env.CI) console.error('SKIPPED: sealing is not proved against the age program.')
  return Boolean(browser && (age || !process.env.CI))
}

if (process.argv[1] === fileURLToPath(import.meta.url) && !ensureAll()) process.exitCode = 1
