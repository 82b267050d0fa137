// npm run size: what each published entry weighs. The script-tag files as they are served; the modules as a build of
// one's own would take them, minified, without the dependencies (which such a build shares with the page).
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { build } from 'vite'
import { neighbours } from './embed.js'
import { ROOT } from './run.js'

const { exports } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'))

const weigh = (name, ...texts) => {
  const sum = of => texts.reduce((total, text) => total + of(text), 0)
  return {
    name,
    min: sum(text => Buffer.byteLength(text)),
    gzip: sum(text => gzipSync(text, { level: 9 }).length),
    brotli: sum(text => brotliCompressSync(text).length),
  }
}

const served = file => readFileSync(join(ROOT, 'dist', file), 'utf8')

const bundled = async file => {
  const { output } = await build({
    configFile: false,
    root: ROOT,
    logLevel: 'error',
    publicDir: false,
    build: {
      write: false,
      target: 'es2022',
      lib: { entry: join(ROOT, file), formats: ['es'] },
      rolldownOptions: { external: /^[@a-z]/i, output: { minify: true } },
    },
  }).then(([result]) => result)
  return output.map(chunk => chunk.code)
}

const script = neighbours()
// What the entry loads; the others come when they are needed.
const eager = script.filter(file => /\/define-/.test(file))
const rows = [
  weigh('os-intervention.js', served('os-intervention.js')),
  ...script.map(file => weigh(`  ${file}`, served(file))),
  weigh('  loaded at once', served('os-intervention.js'), ...eager.map(served)),
  weigh('  with all that is loaded later', served('os-intervention.js'), ...script.map(served)),
  weigh('os-intervention.full.js', served('os-intervention.full.js')),
]
for (const [name, { default: file } = {}] of Object.entries(exports))
  if (file?.endsWith('.js') && !file.includes('*')) rows.push(weigh(name, ...(await bundled(file))))

const number = value => value.toLocaleString('en').padStart(10)
console.log(
  `${'entry (bytes)'.padEnd(46)}${['min', 'gzip', 'brotli'].map(word => word.padStart(10)).join('')}`,
)
for (const { name, min, gzip, brotli } of rows)
  console.log(`${name.padEnd(46)}${[min, gzip, brotli].map(number).join('')}`)
