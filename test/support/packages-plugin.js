// The browser tests load each package as one file: unbundled, every test page would ask for hundreds of them.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'vite'
import { ROOT } from './run.js'

const ROOMS = ['src', 'components', 'locales', 'demo'].concat(
  ['src', 'components', 'locales', 'support'].map(room => `test/${room}`),
)
const IMPORT = /^(?:import|export) (?!type\b)[^'";]*?from '([@a-z][^']*)'|\bimport\('([@a-z][^']*)'\)/gm

/** Every package that the browser's side imports by name. */
const imported = () => {
  const names = new Set()
  for (const room of ROOMS)
    for (const file of readdirSync(join(ROOT, room), { recursive: true, encoding: 'utf8' }))
      if (file.endsWith('.ts'))
        for (const [, name, lazy] of readFileSync(join(ROOT, room, file), 'utf8').matchAll(IMPORT))
          names.add(name ?? lazy)
  return [...names].filter(name => inBrowser(name))
}

/** What only the servers, the end-to-end tests or the runner itself load. */
const inBrowser = name => !/^(node:|@web\/|@hono\/|hono|libsql|playwright-core|vite$|axe-core)/.test(name)

export const packagesPlugin = conditions => {
  const files = new Map()
  let folder
  return {
    name: 'packages',
    async serverStart() {
      folder = mkdtempSync(join(ROOT, 'node_modules', '.packages-'))
      const entries = imported()
      entries.forEach((name, index) => files.set(name, `p${index}`))
      await build({
        configFile: false,
        root: ROOT,
        logLevel: 'warn',
        resolve: { conditions },
        define: { 'process.env.NODE_ENV': '"development"' },
        build: {
          outDir: folder,
          emptyOutDir: false,
          minify: false,
          target: 'es2022',
          rollupOptions: {
            input: Object.fromEntries(entries.map(name => [files.get(name), name])),
            preserveEntrySignatures: 'strict',
            output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'c-[hash].js' },
          },
        },
      })
    },
    resolveImport({ source }) {
      const file = files.get(source)
      return file && `/${join(folder, file).slice(ROOT.length).replace(/^\//, '')}.js`
    },
    serverStop() {
      if (folder) rmSync(folder, { recursive: true, force: true })
    },
  }
}
