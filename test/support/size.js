// npm run size: what each entry weighs in brotli, the dependencies and our own parts apart, and fails where an entry has
// grown over its budget (size-budget.json). What is eager is found twice: by the graph of the modules, and by what a
// browser with an empty cache has fetched from the built script-tag files before the element stood there.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, constants } from 'node:zlib'
import { build } from 'vite'
import { neighbours } from './embed.js'
import { fetchedByPage } from './first-screen.js'
import { ROOT } from './run.js'

const budget = JSON.parse(readFileSync(join(ROOT, 'test/support/size-budget.json'), 'utf8'))
const served = file => readFileSync(join(ROOT, 'dist', file), 'utf8')
const weigh = (...texts) =>
  texts.reduce(
    (sum, text) =>
      sum + brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length,
    0,
  )

/** A build of one's own of one entry, with the dependencies or without. */
const bundled = async (file, external) => {
  const [{ output }] = [
    await build({
      configFile: false,
      root: ROOT,
      logLevel: 'error',
      publicDir: false,
      build: {
        write: false,
        target: 'es2022',
        lib: { entry: join(ROOT, file), formats: ['es'] },
        rolldownOptions: { external, output: { minify: true } },
      },
    }),
  ].flat()
  return output.filter(({ type }) => type === 'chunk')
}

/** What an entry loads at once: itself, and whatever it imports without waiting. */
const eagerOf = chunks => {
  const byName = new Map(chunks.map(chunk => [chunk.fileName, chunk]))
  const eager = new Set()
  const follow = chunk => {
    if (!chunk || eager.has(chunk)) return
    eager.add(chunk)
    for (const name of chunk.imports) follow(byName.get(name))
  }
  chunks.filter(({ isEntry }) => isEntry).forEach(follow)
  return [...eager]
}
const weightOf = chunks => weigh(...chunks.map(({ code }) => code))

const findings = []
const within = (name, weight) => {
  const most = budget[name]
  if (most === undefined) findings.push(`${name} has no budget: it weighs ${weight}`)
  else if (weight > most) findings.push(`${name} weighs ${weight}, over its budget of ${most}`)
  return most
}
const number = value => (value === undefined ? '' : value.toLocaleString('en')).padStart(10)
const print = (name, ...cells) => console.log(`${name.padEnd(44)}${cells.map(number).join('')}`)
const heading = (name, ...cells) =>
  console.log(`\n${name.padEnd(44)}${cells.map(cell => cell.padStart(10)).join('')}`)

// `own` is what is eager of ours; `fixed` is what the dependencies add to it.
heading('entry, brotli', 'eager', 'fixed', 'own', 'budget', 'later')
const { exports } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'))
for (const [name, { default: file } = {}] of Object.entries(exports)) {
  if (!file?.endsWith('.js') || file.includes('*') || name.endsWith('/define')) continue
  const source = file.replace('./dist/', '').replace(/\.js$/, '.ts')
  const chunks = await bundled(source)
  const eager = weightOf(eagerOf(chunks))
  const own = weightOf(eagerOf(await bundled(source, /^[@a-z]/i)))
  print(name, eager, eager - own, own, within(name, eager), weightOf(chunks) - eager)
}

heading('script tag, brotli', 'weight')
for (const file of ['os-intervention.js', ...neighbours(), 'os-intervention.full.js'])
  print(file, weigh(served(file)))

heading('fetched by a browser before it stood, brotli', 'weight', 'files', 'budget')
for (const tag of ['os-intervention-form', 'os-status-tracker', 'os-intervention-list', 'os-extras-quote']) {
  const files = await fetchedByPage(tag)
  const weight = weigh(...files.map(served))
  print(`<${tag}>`, weight, files.length, within(`<${tag}>`, weight))
}

for (const finding of findings) console.error(finding)
if (findings.length > 0) process.exitCode = 1
