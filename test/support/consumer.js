// Stands where an integrator stands: takes the built package by its name and compiles the README's examples against
// its declarations, every one of them checked (skipLibCheck is off only here).
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ROOT, run } from './run.js'

const { name, exports } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'))
const examples = [...readFileSync(join(ROOT, 'README.md'), 'utf8').matchAll(/^```ts\n(.*?)^```/gms)].map(
  ([, code]) => code,
)

const isModule = ([path, target]) => typeof target === 'object' && !path.includes('*')
const everyEntry = Object.entries(exports)
  .filter(isModule)
  .map(([path], index) => `export * as entry${index} from '${name}${path.slice(1)}'\n`)
  .join('')

const folder = mkdtempSync(join(tmpdir(), 'os-intervention-consumer-'))
try {
  mkdirSync(join(folder, 'node_modules'))
  symlinkSync(ROOT, join(folder, 'node_modules', name), 'dir')
  for (const [index, code] of [everyEntry, ...examples].entries())
    writeFileSync(join(folder, `example-${index}.ts`), code)
  const options = {
    strict: true,
    exactOptionalPropertyTypes: true,
    noEmit: true,
    skipLibCheck: false,
    target: 'ES2022',
    module: 'NodeNext',
    moduleResolution: 'NodeNext',
    lib: ['ES2023', 'DOM', 'DOM.Iterable'],
    types: [],
  }
  writeFileSync(
    join(folder, 'tsconfig.json'),
    JSON.stringify({ compilerOptions: options, include: ['*.ts'] }),
  )
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ type: 'module' }))
  const { code } = await run('tsc', '-p', folder)
  if (code === 0) console.log(`the package and ${examples.length} examples of the README compile`)
  process.exitCode = code
} finally {
  rmSync(folder, { recursive: true, force: true })
}
