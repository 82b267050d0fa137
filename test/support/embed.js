// dist/embed.txt: the lines that an integrator pastes, with the integrity of every file that they bring.
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from './run.js'

const DIST = join(ROOT, 'dist')
const integrity = file =>
  `sha384-${createHash('sha384')
    .update(readFileSync(join(DIST, file)))
    .digest('base64')}`

const script = file => `<script type="module" src="${file}" integrity="${integrity(file)}"></script>`
// The integrity of a script doesn't reach what it imports; that of a preload does.
const preload = file => `<link rel="modulepreload" href="${file}" integrity="${integrity(file)}">`

/** The files that stand beside the script-tag entry. */
export const neighbours = () =>
  readdirSync(join(DIST, 'os-intervention'))
    .filter(name => name.endsWith('.js'))
    .sort()
    .map(name => `os-intervention/${name}`)

/** Writes the lines, and answers them. */
export function writeEmbedLines() {
  const lines = [
    'Small entry, the rest beside it (in the page’s head, paths as you serve them):',
    ...neighbours().map(preload),
    script('os-intervention.js'),
    '',
    'Or all in one file:',
    script('os-intervention.full.js'),
    '',
  ].join('\n')
  writeFileSync(join(DIST, 'embed.txt'), lines)
  return lines
}
