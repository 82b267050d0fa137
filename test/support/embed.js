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

/** What a bundled file imports in any case, not only when it is needed. */
const IMPORTED = /(?:^|[;}])(?:import|export)(?:[^"'()]*?from)?["']\.\/([^"']+)["']/g

const ELEMENT =
  /\/(?:credential-field|extras-quote|intervention-form|intervention-list|status-tracker)-[\w-]+\.js$/

/** Those that an element needs before it stands. */
const neededAtOnce = files => {
  const needed = new Set(files.filter(file => ELEMENT.test(file)))
  for (const file of needed)
    for (const [, name] of readFileSync(join(DIST, file), 'utf8').matchAll(IMPORTED))
      needed.add(`os-intervention/${name}`)
  return needed
}

/** Writes the lines, and answers them. */
export function writeEmbedLines() {
  const files = neighbours()
  const atOnce = neededAtOnce(files)
  const lines = [
    'Small entry, the rest beside it (in the page’s head, paths as you serve them):',
    script('os-intervention.js'),
    '',
    'The integrity of what the five elements need at once:',
    ...files.filter(file => atOnce.has(file)).map(preload),
    '',
    'The same of what is loaded when it is needed, the languages among it. A line brings it with the page in any case:',
    ...files.filter(file => !atOnce.has(file)).map(preload),
    '',
    'Or all in one file:',
    script('os-intervention.full.js'),
    '',
  ].join('\n')
  writeFileSync(join(DIST, 'embed.txt'), lines)
  return lines
}
