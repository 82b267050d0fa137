// Looks at the manifest that was built: every public thing has a sentence, and nothing private is told.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from './run.js'

const { modules } = JSON.parse(readFileSync(join(ROOT, 'dist/custom-elements.json'), 'utf8'))

// What Lit and the platform read, not the person who writes the tag.
const MACHINERY = ['styles', 'shadowRootOptions', 'formAssociated', 'properties']
const isPublic = member => (member.privacy ?? 'public') === 'public' && !MACHINERY.includes(member.name)

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

const hidden = modules
  .flatMap(module => module.declarations ?? [])
  .flatMap(({ name, members = [] }) => members.map(member => ({ of: name, ...member })))
  .filter(({ name, privacy }) => name.startsWith('#') || privacy === 'private')
  .map(({ of, name }) => `${of}: ${name} is private, and told`)

for (const line of [...silent, ...hidden]) console.error(line)
if (elements.length === 0) console.error('the manifest holds no element')
else
  console.log(
    elements.map(one => `<${one.tagName}> ${publicThings(one).length} documented things`).join('\n'),
  )
if (silent.length > 0 || hidden.length > 0 || elements.length === 0) process.exitCode = 1
