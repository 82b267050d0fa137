// dist/custom-elements.json: what editors and documentation read of the elements, from their doc comments.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT, run } from './run.js'

const FILE = join(ROOT, 'dist/custom-elements.json')
const CONFIG = 'test/support/custom-elements-manifest.config.js'

// The manifest names what is published, not what it was made from.
const published = path => `dist/${path.replace(/\.ts$/, '.js')}`
const rename = (key, value) =>
  typeof value === 'string' && ['path', 'module'].includes(key) && /^\/?components\//.test(value)
    ? published(value.replace(/^\//, ''))
    : value

/** Writes the manifest, and answers the exit code. */
export async function writeManifest() {
  const { code } = await run('cem', 'analyze', '--config', CONFIG, '--quiet')
  if (code === 0)
    writeFileSync(FILE, `${JSON.stringify(JSON.parse(readFileSync(FILE, 'utf8')), rename, 2)}\n`)
  return code
}
