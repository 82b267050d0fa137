// Writes dist/custom-elements.json from the elements' doc comments, and fails where a public thing has no sentence.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT, run } from './run.js'

const FILE = join(ROOT, 'dist/custom-elements.json')
const CONFIG = 'test/support/custom-elements-manifest.config.js'

const { code } = await run('cem', 'analyze', '--config', CONFIG, '--quiet')
if (code !== 0) process.exit(code)

// The manifest names what is published, not what it was made from.
const published = path => `dist/${path.replace(/\.ts$/, '.js')}`
const { modules, ...rest } = JSON.parse(readFileSync(FILE, 'utf8'))
const rename = (key, value) =>
  typeof value === 'string' && ['path', 'module'].includes(key) && /^\/?components\//.test(value)
    ? published(value.replace(/^\//, ''))
    : value
const text = JSON.stringify({ ...rest, modules }, rename, 2)
writeFileSync(FILE, `${text}\n`)

// What Lit and the platform read, not the person who writes the tag.
const MACHINERY = ['styles', 'shadowRootOptions', 'formAssociated', 'properties']
const isPublic = member =>
  (member.privacy ?? 'public') === 'public' &&
  !member.name.startsWith('#') &&
  !MACHINERY.includes(member.name)

const elements = modules
  .flatMap(module => module.declarations ?? [])
  .filter(declaration => declaration.customElement && declaration.tagName)

const publicThings = element => [
  { name: '(the element)', description: element.description ?? element.summary },
  ...(element.members ?? []).filter(isPublic),
  ...(element.attributes ?? []),
  ...(element.events ?? []),
  ...(element.slots ?? []),
  ...(element.cssParts ?? []),
  ...(element.cssProperties ?? []),
]

const silent = elements.flatMap(element =>
  publicThings(element)
    .filter(thing => !thing.description?.trim())
    .map(thing => `<${element.tagName}> ${thing.name || '(default slot)'}: no sentence`),
)

for (const line of silent) console.error(line)
if (elements.length === 0) console.error('the manifest holds no element')
else
  console.log(
    elements.map(one => `<${one.tagName}> ${publicThings(one).length} documented things`).join('\n'),
  )
if (silent.length > 0 || elements.length === 0) process.exitCode = 1
