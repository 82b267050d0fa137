// A WebKitGTK with one window, spoken to by plain WebDriver, on a screen of its own.
import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { findMiniBrowser } from './programs.js'

// With no window manager the window under the pointer has the focus, and the pointer begins in the middle of the screen.
const SCREEN = '3200x2400x24'
const PLACE = { x: 1590, y: 1190 }

const freePort = () =>
  new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address()
      server.close(() => resolve(port))
    })
  })

/** Starts a screen; resolves with its name. */
const startScreen = begin =>
  new Promise((resolve, reject) => {
    const screen = begin('Xvfb', ['-displayfd', '3', '-screen', '0', SCREEN, '-nolisten', 'tcp'])
    let told = ''
    screen.once('error', reject)
    screen.once('exit', code => reject(new Error(`Xvfb ended with ${code}`)))
    screen.stdio[3].on('data', data => {
      told += data
      if (told.endsWith('\n')) resolve(`:${told.trim()}`)
    })
  })

/** Opens it. What it has no command for is set at its start: a theme of the desktop, and no motion. */
export async function openWebKit(theme = 'light') {
  const folder = mkdtempSync(join(tmpdir(), 'webkit-'))
  mkdirSync(join(folder, 'gtk-3.0'))
  writeFileSync(join(folder, 'gtk-3.0/settings.ini'), '[Settings]\ngtk-enable-animations=0\n')
  const started = []
  const begin = (program, words, env) => {
    const child = spawn(program, words, {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
      env: { ...process.env, ...env },
      detached: true,
    })
    started.push(child)
    return child
  }
  const stop = () => {
    for (const child of started.splice(0).reverse()) {
      try {
        process.kill(-child.pid, 'SIGTERM')
      } catch {
        // It has gone by itself.
      }
    }
    rmSync(folder, { recursive: true, force: true })
  }
  process.once('exit', stop)

  const port = await freePort()
  const ask = async (method, path, body) => {
    const headers = { 'content-type': 'application/json' }
    const response = await fetch(`http://127.0.0.1:${port}${path}`, {
      method,
      headers,
      body: body && JSON.stringify(body),
    })
    const { value } = await response.json()
    if (value?.error) throw new Error(`WebDriver ${method} ${path}: ${value.error} ${value.message}`)
    return value
  }
  const untilAnswered = async () => {
    for (let tries = 0; ; tries++) {
      try {
        return await ask('GET', '/status')
      } catch (error) {
        if (tries > 100) throw error
        await wait(100)
      }
    }
  }

  begin('WebKitWebDriver', [`--port=${port}`], {
    DISPLAY: await startScreen(begin),
    GDK_BACKEND: 'x11',
    XDG_CONFIG_HOME: folder,
    XDG_DATA_HOME: folder,
    XDG_CACHE_HOME: folder,
    ...(theme === 'dark' && { GTK_THEME: 'Adwaita:dark' }),
  })
  await untilAnswered()
  const options = {
    binary: findMiniBrowser(),
    args: ['--automation', '--javascript-can-open-windows-automatically=true'],
  }
  const { sessionId, capabilities } = await ask('POST', '/session', {
    capabilities: { alwaysMatch: { 'webkitgtk:browserOptions': options } },
  })
  const session = `/session/${sessionId}`
  await ask('POST', `${session}/timeouts`, { script: 120_000, pageLoad: 120_000 })
  const sync = script => ask('POST', `${session}/execute/sync`, { script, args: [] })

  // A window without bars: its inner size can be set exactly, down to what is its narrowest.
  const before = await ask('GET', `${session}/window/handles`)
  await sync(
    `window.open('about:blank', 'page', 'popup,width=800,height=800,toolbar=no,location=no,menubar=no'); return true`,
  )
  const opened = async () =>
    (await ask('GET', `${session}/window/handles`)).find(handle => !before.includes(handle))
  let handle
  for (let tries = 0; tries < 50 && !handle; tries++) {
    await wait(50)
    handle = await opened()
  }
  await ask('POST', `${session}/window`, { handle })

  const widen = async width => {
    const height = 800
    let more = { width: 0, height: 0 }
    for (let tries = 0; tries < 4; tries++) {
      const rect = { ...PLACE, width: width + more.width, height: height + more.height }
      await ask('POST', `${session}/window/rect`, rect)
      for (let looks = 0; looks < 10; looks++) {
        if ((await sync('return innerWidth')) === width) return
        await wait(25)
      }
      const [innerWidth, innerHeight] = await sync('return [innerWidth, innerHeight]')
      // Bars take some of it.
      more = { width: more.width + width - innerWidth, height: more.height + height - innerHeight }
    }
    throw new Error(`WebKit could not be made ${width} px wide`)
  }

  return {
    name: `WebKitGTK ${capabilities.browserVersion}`,
    themes: [theme],
    narrowest: 340,
    go: async url => {
      await ask('POST', `${session}/url`, { url })
    },
    evaluate: async expression => {
      const script = `const done = arguments[0]; Promise.resolve(${expression}).then(value => done({ value }), error => done({ error: String(error) }))`
      const { value, error } = await ask('POST', `${session}/execute/async`, { script, args: [] })
      if (error) throw new Error(error)
      return value
    },
    widen,
    wear: async wanted => {
      if (wanted !== theme) throw new Error(`this WebKit was started with ${theme}`)
    },
    close: async () => {
      await Promise.race([ask('DELETE', session).catch(() => undefined), wait(3000)])
      stop()
    },
  }
}
