// npm run test:adapters: brings a real Request Tracker up, holds the adapter to the contract on it, stops it.
// Says how many tests ran and how long they took for each adapter. OS_RT_KEEP=1 leaves it up.
// What follows the name of the command goes to node's runner: npm run test:adapters -- --test-name-pattern=file
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const script = fileURLToPath(new URL('rt.sh', import.meta.url))
const root = fileURLToPath(new URL('../../..', import.meta.url))
const run = (command, args, env = {}) =>
  spawnSync(command, args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } }).status ?? 1

let status = run(script, ['up'])
if (status === 0) {
  run(script, ['reset'])
  status = run(
    process.execPath,
    [
      '--import=tsx',
      '--test',
      '--test-concurrency=1',
      '--test-reporter=spec',
      '--test-reporter-destination=stdout',
      `--test-reporter=${fileURLToPath(new URL('figures.js', import.meta.url))}`,
      '--test-reporter-destination=stdout',
      ...process.argv.slice(2),
      'test/adapters/request-tracker.test.ts',
      'test/adapters/request-tracker-own.test.ts',
    ],
    { OS_RT: '1' },
  )
  if (!process.env.OS_RT_KEEP) run(script, ['down'])
}
process.exitCode = status
