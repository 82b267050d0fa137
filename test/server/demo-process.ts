import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))

/** From its source, or as it is built. */
export type Build = 'source' | 'built'

/** A demo server that runs in a process of its own. */
export interface Demo {
  /** `http://localhost:…` */
  readonly url: string
  readonly port: number
  readonly pid: number
  /** All that it printed so far. */
  printed(): string
  /** Asks it to stop, or kills it; resolves with its exit code once it is gone (`null`: killed). */
  stop(signal?: 'SIGTERM' | 'SIGINT' | 'SIGKILL'): Promise<number | null>
}

/** A folder for the data of one test. */
export function dataFolder(): { readonly path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), 'nordhost-'))
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) }
}

/** How to start it. */
export interface StartOptions {
  readonly build?: Build
  /** Any free one where unset. */
  readonly port?: number
  /** The file that everything is written to that the server is sent. */
  readonly recordTo?: string
  /** A module that is loaded first. */
  readonly preload?: string
}

/** Starts the demo; resolves when it says that it is ready. */
export async function startDemo(data: string, options: StartOptions = {}): Promise<Demo> {
  const { build = 'source', port = 0, recordTo, preload } = options
  const program = build === 'built' ? ['dist/server/main.js'] : ['--import=tsx', 'demo/server/main.ts']
  const recorder = recordTo === undefined ? [] : ['--import', join(ROOT, 'test/e2e/recorder.js')]
  const env = {
    ...process.env,
    OS_DEMO_DATA: data,
    PORT: String(port),
    OS_TEST_RECORD: recordTo ?? '',
    // The tests send more in one name than any customer has in trouble at once.
    OS_DEMO_MOST_OPEN: '100000',
  }
  const first = preload === undefined ? [] : ['--import=tsx', '--import', join(ROOT, preload)]
  const child = spawn(process.execPath, [...recorder, ...first, ...program], {
    cwd: ROOT,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const gone = once(child, 'exit').then(([code]: (number | null)[]) => code ?? null)
  let printed = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => (printed += text))
  const url = await new Promise<string>((resolve, reject) => {
    createInterface(child.stdout).on('line', line => {
      printed += `${line}\n`
      const [, found] = /portal (http:\/\/localhost:\d+)\//.exec(line) ?? []
      if (found !== undefined) resolve(found)
    })
    void gone.then(code =>
      reject(new Error(`the demo ended with ${String(code)} before it was ready:\n${printed}`)),
    )
  })
  return {
    url,
    port: Number(new URL(url).port),
    pid: child.pid ?? 0,
    printed: () => printed,
    stop(signal = 'SIGTERM') {
      child.kill(signal)
      return gone
    },
  }
}
