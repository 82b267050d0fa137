import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { ROOT } from '../support/run.js'

const read = (file: string) => readFileSync(join(ROOT, file), 'utf8')
const manifest = JSON.parse(read('package.json'))

interface Locked {
  readonly version: string
  readonly dependencies?: Readonly<Record<string, string>>
  readonly peerDependencies?: Readonly<Record<string, string>>
  readonly peerDependenciesMeta?: Readonly<Record<string, { readonly optional?: boolean }>>
  readonly integrity?: string
  readonly resolved?: string
  readonly hasInstallScript?: boolean
  readonly dev?: boolean
  readonly optional?: boolean
}

const { packages: lockfile }: { packages: Readonly<Record<string, Locked>> } = JSON.parse(
  read('package-lock.json'),
)

/** Where the package lies that is meant by this name from there: as node looks for it, from folder to folder. */
function placeOf(name: string, from: string): string {
  const beside = `${from}${from && '/'}node_modules/${name}`
  if (lockfile[beside]) return beside
  assert.notEqual(from, '', `${name} isn't locked`)
  return placeOf(name, from.slice(0, Math.max(0, from.lastIndexOf('/node_modules/'))))
}

/** What is installed with the package: what it needs, and what that needs. */
function installed(names: readonly string[], from = '', found = new Set<string>()): ReadonlySet<string> {
  for (const place of names.map(name => placeOf(name, from)).filter(one => !found.has(one))) {
    found.add(place)
    const { dependencies = {}, peerDependencies = {}, peerDependenciesMeta = {} } = lockfile[place] ?? {}
    const peers = Object.keys(peerDependencies).filter(name => peerDependenciesMeta[name]?.optional !== true)
    installed([...Object.keys(dependencies), ...peers], place, found)
  }
  return found
}

/** What runs in a customer's browser or at the provider's end of the bridge. The family of Lit counts as one. */
const family = (name: string) => name.replace(/^(?:lit|@lit\/.*|@lit-labs\/.*)$/, 'lit')

describe('what is shipped', () => {
  it('S18: leans on few packages, each pinned, each from the registry and with its integrity', () => {
    const { dependencies } = manifest
    assert.ok(new Set(Object.keys(dependencies).map(family)).size <= 8, Object.keys(dependencies).join())
    // i18next is shared with a page that has it already: it alone may be one of two versions.
    const loose = Object.entries<string>(dependencies).filter(
      ([, version]) => !/^\d+\.\d+\.\d+$/.test(version),
    )
    assert.deepEqual(
      loose.map(([name]) => name),
      ['i18next'],
    )
    const locked = Object.entries(lockfile).filter(([path]) => path.startsWith('node_modules/'))
    assert.ok(locked.length > 100)
    for (const [path, { integrity, resolved }] of locked) {
      assert.match(integrity ?? '', /^sha512-[A-Za-z0-9+/]{86}==$/, path)
      // Without an address it is the registry that npm is set to: the bytes are held by the integrity.
      if (resolved !== undefined) assert.match(resolved, /^https:\/\/registry\.npmjs\.org\//, path)
    }
    for (const [path, { dev, hasInstallScript }] of locked)
      assert.ok(dev === true || hasInstallScript !== true, `${path} runs something when it is installed`)
  })

  it('S18: runs nothing when it is installed', () => {
    for (const script of ['preinstall', 'install', 'postinstall', 'prepare', 'prepublish'])
      assert.equal(manifest.scripts[script], undefined, script)
  })

  it('S18: is a list of files, and nothing beside it: no source, no test, no data', () => {
    const [{ files }] = JSON.parse(
      execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
        ...{ cwd: ROOT, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] },
      }),
    )
    const allowed = [
      /^(?:package\.json|README\.md|LICENSE|CHANGELOG\.md)$/,
      /^dist\/(?:components|locales|src|_virtual)\/[\w./@-]+\.(?:js|js\.map|d\.ts)$/,
      /^dist\/os-intervention(?:\.full)?\.js$/,
      /^dist\/os-intervention\/[\w.-]+\.js$/,
      /^dist\/(?:embed\.txt|custom-elements\.json|openapi\.json|sbom\.cdx\.json)$/,
    ]
    const paths: readonly string[] = files.map(({ path }: { path: string }) => path)
    assert.ok(paths.length > 100)
    assert.deepEqual(
      paths.filter(path => !allowed.some(one => one.test(path))),
      [],
    )
    for (const path of paths.filter(one => one.endsWith('.js')))
      assert.ok(
        !/AGE-SECRET-KEY-1[0-9A-Z]{20}|BEGIN [A-Z ]*PRIVATE KEY-----\n[A-Za-z0-9+/]{40}/.test(read(path)),
        path,
      )
  })

  it('S18: names every package that comes with it, what these need among them, by the bytes that are locked', () => {
    interface Component {
      readonly purl: string
      readonly hashes: readonly { readonly alg: string; readonly content: string }[]
    }
    const sbom: { readonly bomFormat: string; readonly components: readonly Component[] } = JSON.parse(
      read('dist/sbom.cdx.json'),
    )
    assert.equal(sbom.bomFormat, 'CycloneDX')
    const named = sbom.components.map(({ purl, hashes }) => [
      decodeURIComponent(purl),
      ...hashes.map(({ alg, content }) => `${alg} ${content}`),
    ])
    const places = installed(Object.keys(manifest.dependencies))
    const expected = [...places].map(place => {
      const { version = '', integrity = '' } = lockfile[place] ?? {}
      const bytes = Buffer.from(integrity.replace('sha512-', ''), 'base64')
      const name = place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length)
      return [`pkg:npm/${name}@${version}`, `SHA-512 ${bytes.toString('hex')}`]
    })
    assert.ok(expected.some(([purl]) => purl?.startsWith('pkg:npm/zod@')))
    assert.deepEqual(named.sort(), expected.sort())
  })

  it('S18: has an integrity for every file of the script tag, and it is theirs', () => {
    const lines = read('dist/embed.txt')
    const said = [...lines.matchAll(/(?:src|href)="([^"]+)" integrity="(sha384-[^"]+)"/g)]
    const files = readdirSync(join(ROOT, 'dist/os-intervention')).filter(name => name.endsWith('.js'))
    assert.equal(said.length, files.length + 2)
    for (const [, file = '', integrity] of said) {
      const bytes = readFileSync(join(ROOT, 'dist', file))
      assert.equal(integrity, `sha384-${createHash('sha384').update(bytes).digest('base64')}`, file)
    }
  })

  it('S14: makes no markup, no code and no window from text', () => {
    const bundle = read('dist/os-intervention.full.js')
    for (const [pattern, most] of [
      [/\beval\s*\(/g, 0],
      [/\bnew Function\b|[^.\w]Function\s*\(/g, 0],
      [/insertAdjacentHTML|document\.write|createContextualFragment|setHTMLUnsafe/g, 0],
      [/\bwindow\.open\s*\(|globalThis\.open\s*\(/g, 0],
      [/set(?:Timeout|Interval)\(\s*["'`]/g, 0],
      [/\.outerHTML\s*=/g, 0],
      // Lit's own template parse.
      [/\.innerHTML\s*=/g, 1],
    ] as const)
      assert.ok((bundle.match(pattern) ?? []).length <= most, String(pattern))
    assert.deepEqual([...new Set(bundle.match(/console\.\w+/g))], ['console.warn'])
  })
})
