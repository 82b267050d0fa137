import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

const root = new URL('../..', import.meta.url)

/** A sample of the README, as it stands there. */
export interface Sample {
  readonly language: string
  readonly code: string
}

const readme = readFileSync(new URL('README.md', root), 'utf8')

/** Every sample of code and of data. */
export const samples: readonly Sample[] = samplesIn(readme)

/** What serves the bridge, one sample for each host. */
export const hostSamples: readonly Sample[] = samplesIn(/^### Hosts\n(.*?)^### /ms.exec(readme)?.[1] ?? '')

function samplesIn(text: string): readonly Sample[] {
  return [...text.matchAll(/^```(ts|js|json)\n(.*?)^```/gms)].map(([, language = '', code = '']) => ({
    language,
    code,
  }))
}

/** What a sample may import, in place of the built package. */
const modules: Readonly<Record<string, string>> = {
  'os-intervention/core': new URL('src/index.ts', root).href,
  'os-intervention/bridge': new URL('src/bridge.ts', root).href,
  'os-intervention/redmine': new URL('src/redmine.ts', root).href,
  'os-intervention/request-tracker': new URL('src/request-tracker.ts', root).href,
  'os-intervention/whmcs': new URL('src/whmcs.ts', root).href,
  'os-intervention/testing': new URL('src/testing.ts', root).href,
  '@hono/node-server': import.meta.resolve('@hono/node-server'),
  express: import.meta.resolve('express'),
  hono: import.meta.resolve('hono'),
  // Node 20 has none; libsql speaks the same.
  'node:sqlite': new URL('./sqlite.ts', import.meta.url).href,
}

/** Where samples become files, that nothing of the project is found from. */
export function sampleFolder() {
  const path = mkdtempSync(join(tmpdir(), 'os-intervention-readme-'))
  /** Writes a sample, that it can be run, and answers where; `others` are further modules that it may import. */
  function write(name: string, code: string, others: Readonly<Record<string, string>> = {}): string {
    const file = join(path, `${name}.mts`)
    const known = { ...modules, ...others, [`./${name}.js`]: pathToFileURL(file).href }
    writeFileSync(
      file,
      code.replace(/(?<=from ')[^']+/g, from => known[from] ?? from),
    )
    return file
  }
  return {
    remove: () => rmSync(path, { recursive: true, force: true }),
    write,
    /** Runs a sample and answers what it exports; `others` are further modules that it may import. */
    async run(name: string, code: string, others: Readonly<Record<string, string>> = {}): Promise<unknown> {
      return import(pathToFileURL(write(name, code, others)).href)
    },
    /** The address of a sample that was run under this name. */
    addressOf: (name: string) => pathToFileURL(join(path, `${name}.mts`)).href,
  }
}
