// Builds everything into dist/: the library, the script-tag files, the demo and its server, the declarations,
// the manifest of the elements, the description of the protocol and the list of packages.
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'vite'
import { writeEmbedLines } from './embed.js'
import { writeManifest } from './manifest.js'
import { ROOT, run } from './run.js'
import { writeSbom } from './sbom.js'

rmSync(join(ROOT, 'dist'), { recursive: true, force: true })

// These run beside the bundler: they write different files.
const declarations = run('tsc', '-p', 'test/support/tsconfig.build.json')
const manifest = writeManifest()
for (const mode of ['lib', 'standalone', 'full', 'demo', 'server'])
  await build({ mode, configFile: join(ROOT, 'vite.config.ts'), logLevel: 'warn' })
const { code } = await declarations
const failed = code || (await manifest)
if (failed) process.exit(failed)
await writeSbom()

const { openApi } = await import(new URL('../../dist/src/bridge.js', import.meta.url).href)
writeFileSync(join(ROOT, 'dist/openapi.json'), `${JSON.stringify(openApi(), null, 2)}\n`)

console.log(await writeEmbedLines())
