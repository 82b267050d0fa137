import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const root = new URL('../..', import.meta.url)

/** A sample of the README, as it stands there. */
export interface Sample {
  readonly language: string
  readonly code: string
}

/** Every sample of code and of data. */
export const samples: readonly Sample[] = [
  ...readFileSync(new URL('README.md', root), 'utf8').matchAll(/^```(ts|js|json)\n(.*?)^```/gms),
].map(([, language = '', code = '']) => ({ language, code }))

/** What a sample may import, in place of the built package. */
const modules: Readonly<Record<string, string>> = {
  'os-intervention/core': new URL('src/index.ts', root).href,
  'os-intervention/bridge': new URL('src/bridge.ts', root).href,
  'os-intervention/redmine': new URL('src/redmine.ts', root).href,
  'os-intervention/request-tracker': new URL('src/request-tracker.ts', root).href,
  'os-intervention/whmcs': new URL('src/whmcs.ts', root).href,
  'os-intervention/testing': new URL('src/testing.ts', root).href,
  '@hono/node-server': import.meta.resolve('@hono/node-server'),
}

/** Where samples become files, that nothing of the project is found from. */
export function sampleFolder() {
  const path = mkdtempSync(join(tmpdir(), 'os-intervention-readme-'))
  return {
    remove: () => rmSync(path, { recursive: true, force: true }),
    /** Runs a sample and answers what it exports; `others` are further modules that it may import. */
    async run(name: string, code: string, others: Readonly<Record<string, string>> = {}): Promise<unknown> {
      const file = pathToFileURL(join(path, `${name}.mts`))
      const known = { ...modules, ...others, [`./${name}.js`]: file.href }
      const text = code.replace(/(?<=from ')[^']+/g, from => known[from] ?? from)
      writeFileSync(fileURLToPath(file), text)
      return import(file.href)
    },
    /** The address of a sample that was run under this name. */
    addressOf: (name: string) => pathToFileURL(join(path, `${name}.mts`)).href,
  }
}
