// node test/support/node-tests.js <folder…>: runs the *.test.ts of these folders by node's own runner.
// The list is made here: node 20 knows no patterns, and a list of nothing would pass.
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ROOT } from './run.js'

const isTest = name => name.endsWith('.test.ts')
const testsIn = folder =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter(isTest)
    .map(name => join(folder, name))

const named = process.argv.slice(2)
const files = named
  .flatMap(path => {
    if (isTest(path)) return [relative(ROOT, path)]
    if (existsSync(join(ROOT, path))) return testsIn(path)
    console.error(`there is no ${path} yet`)
    return []
  })
  .sort()

if (files.length === 0) {
  console.error(`no test file in: ${named.join(' ')}`)
  process.exit(1)
}

// They wait for browsers, servers and clocks more than they work.
const atOnce = 3

const tally = fileURLToPath(new URL('./node-tally.js', import.meta.url))
const { status } = spawnSync(
  process.execPath,
  [
    '--import=tsx',
    '--test',
    `--test-concurrency=${atOnce}`,
    '--test-reporter=spec',
    '--test-reporter-destination=stdout',
    `--test-reporter=${tally}`,
    '--test-reporter-destination=stdout',
    ...files,
  ],
  { cwd: ROOT, stdio: 'inherit' },
)
process.exitCode = status ?? 1
