import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import * as z from 'zod/mini'

/** A worker that listens. */
export interface Workerd {
  readonly base: string
  readonly close: () => Promise<void>
}

const config = `
using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [(name = "main", worker = (
    modules = [(name = "worker.js", esModule = embed "worker.js")],
    compatibilityDate = "2026-04-01",
    compatibilityFlags = ["enable_request_signal"],
  ))],
  sockets = [(name = "http", address = "127.0.0.1:0", http = (), service = "main")],
);
`

const listens = z.object({ event: z.literal('listen'), port: z.number() })

/** Starts the runtime of Cloudflare's workers with the module in this file, and all that it imports. */
export async function workerd(file: string): Promise<Workerd> {
  const folder = mkdtempSync(join(tmpdir(), 'os-intervention-workerd-'))
  await build({
    configFile: false,
    logLevel: 'error',
    build: {
      lib: { entry: file, formats: ['es'], fileName: () => 'worker.js' },
      outDir: folder,
      emptyOutDir: true,
      rolldownOptions: { output: { codeSplitting: false } },
    },
  })
  writeFileSync(join(folder, 'config.capnp'), config)
  const program = fileURLToPath(import.meta.resolve('workerd/bin/workerd'))
  const running = spawn(program, ['serve', '--control-fd=3', join(folder, 'config.capnp')], {
    stdio: ['ignore', 'inherit', 'inherit', 'pipe'],
  })
  const [told] = await Promise.race([
    once(running.stdio[3] as Readable, 'data'),
    once(running, 'exit').then(([code]) => {
      throw new Error(`workerd ended with ${code}`)
    }),
  ])
  const { port } = listens.parse(JSON.parse(String(told).split('\n')[0] ?? ''))
  return {
    base: `http://127.0.0.1:${port}`,
    async close() {
      running.kill('SIGKILL')
      await once(running, 'exit')
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
