// npm test: every check in the order of cheapness, until the first that fails; the counts alone on the last line.
import { ensureAll } from './ensure-browsers.js'
import { run } from './run.js'

const npmRun = script => () => run('npm', 'run', '--silent', script)

const CHECKS = [
  ['browser and age', async () => ({ code: ensureAll() ? 0 : 1, printed: '' })],
  ['types', npmRun('types')],
  ['format', npmRun('format')],
  ['lint', npmRun('lint')],
  ['unused code', npmRun('unused')],
  ['build', npmRun('build')],
  ['manifest', npmRun('manifest')],
  ['bundles', npmRun('bundles')],
  ['consumer', npmRun('consumer')],
  ['size', npmRun('size')],
  ['browser tests', npmRun('test:browser')],
  ['node tests', npmRun('test:node')],
  ['end to end', () => run('node', 'test/support/node-tests.js', 'test/e2e')],
]

const COUNTS = /^(\d+) passed, (\d+) failed, (\d+) skipped$/gm

const started = performance.now()
const secondsSince = from => ((performance.now() - from) / 1000).toFixed(1)
const sum = { passed: 0, failed: 0, skipped: 0 }
const done = []
let stoppedAt

for (const [name, check] of CHECKS) {
  const from = performance.now()
  console.log(`\n── ${name}`)
  const { code, printed } = await check()
  const [, passed = 0, failed = 0, skipped = 0] = [...printed.matchAll(COUNTS)].at(-1) ?? []
  sum.passed += Number(passed)
  sum.failed += Number(failed)
  sum.skipped += Number(skipped)
  done.push(`${name} ${secondsSince(from)} s`)
  if (code !== 0) {
    // A check that counts nothing is one thing that failed.
    if (Number(failed) === 0) sum.failed++
    stoppedAt = name
    break
  }
}

console.log(`\n${done.join(' · ')} · in all ${secondsSince(started)} s`)
if (sum.skipped > 0) console.log(`skipped: ${sum.skipped}`)
if (stoppedAt) {
  console.log(`STOPPED AT: ${stoppedAt}`)
  process.exitCode = 1
}
console.log(`${sum.passed} passed, ${sum.failed} failed`)
