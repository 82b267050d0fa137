// Builds everything into dist/: the library, the script-tag files, the demo and its server, and the declarations.
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'vite'
import { writeEmbedLines } from './embed.js'
import { ROOT, run } from './run.js'

rmSync(join(ROOT, 'dist'), { recursive: true, force: true })

// The compiler runs beside the bundler: they write different files.
const declarations = run('tsc', '-p', 'test/support/tsconfig.build.json')
for (const mode of ['lib', 'standalone', 'full', 'demo', 'server'])
  await build({ mode, configFile: join(ROOT, 'vite.config.ts'), logLevel: 'warn' })
const { code } = await declarations
if (code !== 0) process.exit(code)

console.log(await writeEmbedLines())
