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
export const run = (program, ...words) =>
  new Promise((resolve, reject) => {
    const child = spawn(program, words, { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'inherit'] })
    let printed = ''
    child.stdout.setEncoding('utf8').on('data', text => {
      printed += text
      process.stdout.write(text)
    })
    child.once('error', reject)
    child.once('close', code => resolve({ code: code ?? 1, printed }))
  })
