// npm run test:adapters: tries the kit on adapters that are broken on purpose; then brings each real ticket system up, holds
// its adapter to the contract on it, and stops it. Says how many tests ran and how long they took for each. A system that
// can't be had here is skipped, and said so; where none can be had, that fails. OS_KEEP=1 leaves the systems up. Words choose
// among them, `directly` leaves out all but the contract on the system itself, the rest goes to node's runner:
// npm run test:adapters -- redmine --test-name-pattern=file
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const systems = [
  { name: 'kit', title: 'The kit', tests: ['mutants.test.ts'] },
  {
    name: 'request-tracker',
    title: 'Request Tracker',
    script: 'request-tracker/rt.sh',
    env: { OS_RT: '1' },
    tests: ['request-tracker.test.ts', 'request-tracker-own.test.ts', 'request-tracker-story.test.ts'],
    needsBuild: true,
  },
  {
    name: 'redmine',
    title: 'Redmine',
    script: 'redmine/redmine.sh',
    env: { OS_REDMINE: '1' },
    tests: ['redmine.test.ts', 'redmine-own.test.ts'],
  },
]

const root = fileURLToPath(new URL('../..', import.meta.url))
const here = name => fileURLToPath(new URL(name, import.meta.url))
const figures = fileURLToPath(new URL('figures.js', import.meta.url))
const tally = fileURLToPath(new URL('../support/node-tally.js', import.meta.url))
const reporters = ['spec', figures, tally].flatMap(reporter => [
  `--test-reporter=${reporter}`,
  '--test-reporter-destination=stdout',
])
const run = (command, args, env = {}) =>
  spawnSync(command, args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } }).status ?? 1

const words = process.argv.slice(2)
const named = words.filter(word => systems.some(({ name }) => name === word))
const isDirect = words.includes('directly')
const forRunner = words.filter(word => !named.includes(word) && word !== 'directly')
const skipped = []
let tried = 0
let wanted = 0
let failed = 0

for (const { name, title, script, env, tests, needsBuild } of systems) {
  if (named.length > 0 ? !named.includes(name) : isDirect && !script) continue
  if (script) wanted++
  if (script && run(here(script), ['up']) !== 0) {
    skipped.push(title)
    continue
  }
  if (script) tried++
  // What a browser shows is what was built.
  if (needsBuild && !isDirect && run('npm', ['run', '--silent', 'build']) !== 0) failed++
  for (const file of isDirect ? tests.slice(0, 1) : tests) {
    if (script) run(here(script), ['reset'])
    const which = isDirect ? [`--test-name-pattern=^${title} is$`] : []
    const args = ['--import=tsx', '--test', ...reporters, ...which, ...forRunner, `test/adapters/${file}`]
    if (run(process.execPath, args, env) !== 0) failed++
  }
  if (script && !process.env.OS_KEEP) run(here(script), ['down'])
}

for (const title of skipped)
  console.log(`\nSKIPPED: ${title} could not be brought up here, and nothing of its adapter was tested.`)
// Who asks for these tests wants one of them at least; beside others they are skipped where they can't be had.
if (failed > 0 || (wanted > 0 && tried === 0 && !isDirect)) process.exitCode = 1
