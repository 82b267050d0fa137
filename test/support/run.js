import { spawn } from 'node:child_process'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The repository's folder. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url))

const env = { ...process.env, PATH: [join(ROOT, 'node_modules/.bin'), process.env.PATH].join(delimiter) }

/**
 * Runs a command in the repository and shows what it prints.
 *
 * @returns its exit code, and what it printed.
 */
export const run = (program, ...words) => start(program, words, text => process.stdout.write(text))

/** The same, but shown by whoever asked: both what it says and what it complains of are in `printed`. */
export const runQuietly = (program, ...words) => start(program, words)

const start = (program, words, show) =>
  new Promise((resolve, reject) => {
    const child = spawn(program, words, {
      cwd: ROOT,
      env,
      stdio: ['ignore', 'pipe', show ? 'inherit' : 'pipe'],
    })
    let printed = ''
    const take = text => {
      printed += text
      show?.(text)
    }
    child.stdout.setEncoding('utf8').on('data', take)
    child.stderr?.setEncoding('utf8').on('data', take)
    child.once('error', reject)
    child.once('close', code => resolve({ code: code ?? 1, printed }))
  })
