// Looks at what is shipped, not at what was written: dist/ after a build.
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { build } from 'vite'
import { neighbours } from './embed.js'
import { ROOT } from './run.js'

const DIST = join(ROOT, 'dist')
const read = file => readFileSync(join(DIST, file), 'utf8')
const count = (text, pattern) => text.match(new RegExp(pattern, 'g'))?.length ?? 0
const listed = (folder, ending) =>
  readdirSync(join(DIST, folder), { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith(ending))
    .map(name => join(folder, name))

const findings = []
const expect = (holds, sentence) => holds || findings.push(sentence)

const entry = 'os-intervention.js'
const bundles = { [entry]: [entry, ...neighbours()], 'os-intervention.full.js': ['os-intervention.full.js'] }
const modules = ['src', 'components', 'locales'].flatMap(room => listed(room, '.js'))

// Nothing that a strict policy would stop, in any file.
for (const file of [...Object.values(bundles).flat(), ...modules]) {
  const text = read(file)
  for (const [pattern, what] of [
    ['new Function\\b|\\bFunction\\(', 'makes a function from text'],
    ['\\beval\\(', 'calls eval'],
    ['insertAdjacentHTML|document\\.write', 'makes markup from text'],
    ['Lit is in dev mode', 'holds the development build of Lit'],
  ])
    expect(count(text, pattern) === 0, `${file} ${what}`)
}

// In a script-tag bundle: one Lit, one Trusted Types policy, no console but our own.
for (const [name, files] of Object.entries(bundles)) {
  const text = files.map(read).join('\n')
  expect(
    count(text, 'litHtmlVersions') === 1,
    `${name} holds ${count(text, 'litHtmlVersions')} copies of Lit`,
  )
  expect(
    count(text, 'createPolicy\\(') === 1,
    `${name} makes ${count(text, 'createPolicy\\(')} Trusted Types policies`,
  )
  expect(count(text, '\\.innerHTML\\s*=') <= 1, `${name} sets innerHTML beside Lit’s own template`)
  const talk = text.match(/console\.\w+\(/g) ?? []
  expect(
    talk.every(call => call === 'console.warn('),
    `${name} talks in the console: ${talk.join(' ')}`,
  )
}

// The entry of the script tag starts whatever the page forbids.
expect(count(read(entry), '\\bimport\\s*[{"\'`\\w*]|\\bfrom\\s*["\'`]') === 0, `${entry} has a static import`)
expect(Buffer.byteLength(read(entry)) < 3000, `${entry} is no longer small`)

// What package.json promises is there, with its types.
const { exports } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'))
const promised = Object.values(exports)
  .flatMap(target => (typeof target === 'string' ? [target] : Object.values(target)))
  .filter(file => !file.includes('*'))
for (const file of promised)
  expect(existsSync(join(ROOT, file)), `package.json exports ${file}: there is none`)

// No type of the schemas' library gets out: it would tie every reader to our version of it.
const seen = new Set()
const follow = (file, way) => {
  if (seen.has(file) || !existsSync(file)) return
  seen.add(file)
  for (const [, name] of readFileSync(file, 'utf8').matchAll(/(?:from|import\()\s*['"]([^'"]+)['"]/g)) {
    const here = [...way, relative(DIST, file)]
    if (/^zod/.test(name)) findings.push(`the declarations lead to zod: ${here.join(' → ')}`)
    else if (name.startsWith('.')) follow(join(dirname(file), name.replace(/\.js$/, '.d.ts')), here)
  }
}
for (const file of promised.filter(name => name.endsWith('.d.ts'))) follow(join(ROOT, file), [])

// The same source gives the same bytes.
const again = mkdtempSync(join(tmpdir(), 'os-intervention-'))
try {
  for (const mode of ['standalone', 'full'])
    await build({
      mode,
      configFile: join(ROOT, 'vite.config.ts'),
      logLevel: 'error',
      build: { outDir: again },
    })
  for (const file of Object.values(bundles).flat())
    expect(
      existsSync(join(again, file)) && readFileSync(join(again, file), 'utf8') === read(file),
      `${file} is another one when built again`,
    )
} finally {
  rmSync(again, { recursive: true, force: true })
}

for (const finding of findings) console.error(finding)
if (findings.length > 0) process.exitCode = 1
else
  console.log(
    `${modules.length} modules and ${Object.values(bundles).flat().length} bundled files are as promised`,
  )
