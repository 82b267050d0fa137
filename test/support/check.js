// npm test: every check, the cheap ones first, until one fails; the counts alone on the last line.
import { ensureAll, mayInstall } from './ensure-browsers.js'
import { runQuietly } from './run.js'

const npmRun = script => [script, () => runQuietly('npm', 'run', '--silent', script)]

// Two cores: what uses one alone runs beside what uses the other; within a lane one waits for the one before it.
const STILL = [
  ['types', 'unused', 'build', 'manifest', 'bundles', 'consumer', 'size'].map(npmRun),
  ['format', 'lint'].map(npmRun),
]

// One after the other: side by side they took as long, and each was nearer to its limits.
const MOVING = [
  ...['test:browser', 'test:node'].map(npmRun),
  ['end to end', () => runQuietly('node', 'test/support/node-tests.js', 'test/e2e', 'test/hostile')],
]

/** A machine that has taken longer than this for the rest would take as long again; seconds. */
const LONGEST = 900

const onTicketSystems = async () =>
  secondsSince(started) > LONGEST
    ? { code: 0, printed: 'SKIPPED: too slow a machine for them\n\n0 passed, 0 failed, 2 skipped\n' }
    : runQuietly('npm', 'run', '--silent', 'test:adapters', '--', 'directly')

// Where nobody waits at a terminal and everything can be installed: the contract on ticket systems that run for real.
if (process.env.CI && mayInstall()) MOVING.push(['ticket systems', onTicketSystems])

const COUNTS = /^(\d+) passed, (\d+) failed, (\d+) skipped$/gm

const started = performance.now()
const secondsSince = from => ((performance.now() - from) / 1000).toFixed(1)
const sum = { passed: 0, failed: 0, skipped: 0 }
const done = []
let stoppedAt

/** Runs one check, unless one has failed; its words come at its end. */
const pass = async ([name, check]) => {
  if (stoppedAt) return
  const from = performance.now()
  const { code, printed } = await check()
  console.log(`\n── ${name}\n${printed.trimEnd()}`)
  const counts = [...printed.matchAll(COUNTS)].map(([, ...numbers]) => numbers.map(Number))
  const [passed, failed, skipped] = [0, 1, 2].map(at => counts.reduce((total, count) => total + count[at], 0))
  sum.passed += passed
  sum.failed += failed
  sum.skipped += skipped
  done.push(`${name} ${secondsSince(from)} s`)
  if (code === 0) return
  // A check that counts nothing is one thing that failed.
  if (failed === 0) sum.failed++
  stoppedAt ??= name
}

const passInTurn = async checks => {
  for (const check of checks) await pass(check)
}

await pass(['browser and age', async () => ({ code: ensureAll() ? 0 : 1, printed: '' })])
await Promise.all(STILL.map(passInTurn))
await passInTurn(MOVING)

console.log(`\n${done.join(' · ')} · in all ${secondsSince(started)} s`)
if (sum.skipped > 0) console.log(`skipped: ${sum.skipped}`)
if (stoppedAt) {
  console.log(`STOPPED AT: ${stoppedAt}`)
  process.exitCode = 1
}
console.log(`${sum.passed} passed, ${sum.failed} failed`)
