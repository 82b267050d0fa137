import { existsSync, readdirSync } from 'node:fs'
import { isAbsolute, join, relative } from 'node:path'
import { defineConfig, type Plugin, type UserConfig } from 'vite'

const ROOT = import.meta.dirname
const STANDALONE = 'components/os-intervention.ts'

const filesIn = (folder: string, ending: string): string[] => {
  const from = join(ROOT, folder)
  if (!existsSync(from)) return []
  return readdirSync(from, { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith(ending))
    .map(name => `${folder}/${name}`)
    .sort()
}

// Every source file is an entry: a file that only passes names on would vanish otherwise.
const libraryEntries = () =>
  Object.fromEntries(
    ['src', 'components', 'locales']
      .flatMap(room => filesIn(room, '.ts'))
      .filter(file => file !== STANDALONE)
      .map(file => [file.slice(0, -'.ts'.length), join(ROOT, file)]),
  )

const pages = () =>
  Object.fromEntries(
    ['portal', 'desk', 'stories', 'verify']
      .flatMap(folder => filesIn(`demo/${folder}`, '.html'))
      .map(file => [relative('demo', file).slice(0, -'.html'.length), join(ROOT, file)]),
  )

const isSealing = (id: string) => id.includes('/node_modules/age-encryption/')

// Named as a package; the compiler's own helper for decorators isn't one that anybody should install.
const isDependency = (id: string) => /^[@a-z]/i.test(id) && !isAbsolute(id) && !id.startsWith('@oxc-project/')

/** An element's chunk is called by its folder. */
const elementOf = (id: string | null) => id?.match(/\/components\/([^/]+)\/define\.ts$/)?.[1]

const oneFile = (entry: string, name: string) => ({
  entry: { [name]: join(ROOT, entry) },
  formats: ['es' as const],
})

/** ES modules, a file for a file, dependencies outside: for people with a build of their own. */
const lib: UserConfig = {
  build: {
    minify: false,
    sourcemap: true,
    lib: { entry: libraryEntries(), formats: ['es'] },
    rolldownOptions: {
      external: isDependency,
      output: { preserveModules: true, preserveModulesRoot: ROOT, entryFileNames: '[name].js' },
    },
  },
}

// The entry of the script tag gets a copy of its own of the warnings. Shared with the elements, they would tie the two
// files together: the elements would import the entry again, by a name that the page may not have used for it.
const ownWarnings: Plugin = {
  name: 'own-warnings',
  enforce: 'pre',
  async resolveId(source, importer) {
    if (!source.endsWith('/warn.js') || !importer?.endsWith('/components/os-intervention.ts')) return null
    const found = await this.resolve(source, importer, { skipSelf: true })
    return found && `${found.id}?entry`
  },
}

/** For a script tag: a small entry that no missing permission can stop, the rest beside it in hashed files. */
const standalone: UserConfig = {
  plugins: [ownWarnings],
  build: {
    minify: true,
    lib: oneFile(STANDALONE, 'os-intervention'),
    rolldownOptions: {
      output: {
        minify: true,
        entryFileNames: '[name].js',
        // A page may leave out `type="module"`: then names at the top would be the whole page's.
        banner: ({ isEntry }) => (isEntry ? '(()=>{' : ''),
        footer: ({ isEntry }) => (isEntry ? '})();' : ''),
        chunkFileNames: ({ moduleIds, name, facadeModuleId }) =>
          `os-intervention/${moduleIds.some(isSealing) ? 'sealing' : (elementOf(facadeModuleId) ?? name)}-[hash].js`,
      },
    },
  },
}

/** All in one file, for a single integrity value. What the entry imports stays apart in it: there, too, it may fail. */
const full: UserConfig = {
  build: {
    minify: true,
    lib: { ...oneFile(STANDALONE, 'os-intervention.full'), formats: ['iife'], name: 'osIntervention' },
    rolldownOptions: { output: { minify: true, entryFileNames: '[name].js', codeSplitting: false } },
  },
}

/** The demo's pages. Nothing is inlined: they are served under a strict policy. */
const demo: UserConfig = {
  root: join(ROOT, 'demo'),
  server: { fs: { allow: [ROOT] } },
  build: {
    outDir: join(ROOT, 'dist/demo'),
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: { input: pages() },
  },
}

/** The demo's server, for node. */
const server: UserConfig = {
  build: {
    ssr: join(ROOT, 'demo/server/main.ts'),
    outDir: join(ROOT, 'dist/server'),
    target: 'node20',
    minify: false,
  },
}

const modes: Readonly<Record<string, UserConfig>> = { lib, standalone, full, demo, server }

export default defineConfig(({ command, mode }) => {
  const chosen = command === 'serve' ? demo : (modes[mode] ?? lib)
  const build = { target: 'es2022', emptyOutDir: false, reportCompressedSize: false, ...chosen.build }
  // How long a busy machine took is no news; nor that who holds every language holds the lazy ones too.
  const checks = { bundlerTimings: false, ineffectiveDynamicImport: false }
  const rolldownOptions = { ...build.rolldownOptions, checks }
  return { root: ROOT, publicDir: false, ...chosen, build: { ...build, rolldownOptions } }
})
