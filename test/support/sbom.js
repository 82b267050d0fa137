// dist/sbom.cdx.json: the packages that run with what is published, those that they need among them, in CycloneDX.
import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { ROOT } from './run.js'

const read = file => JSON.parse(readFileSync(join(ROOT, file), 'utf8'))

/**
 * Writes it by npm's own command, from the lockfile: nothing is asked of the registry.
 *
 * The command is shown a lockfile without the packages for development. It could leave them out itself, but
 * `--omit dev` leaves out every package that one of them needs, too, and zod is needed by one.
 */
export async function writeSbom() {
  const { devDependencies, overrides, ...manifest } = read('package.json')
  const { packages, ...lockfile } = read('package-lock.json')
  const { '': root, ...locked } = packages
  const running = Object.entries(locked).filter(([, { dev, devOptional }]) => !dev && !devOptional)

  const temporary = mkdtempSync(join(tmpdir(), 'os-intervention-'))
  try {
    // The folder's name becomes the package's.
    const folder = join(temporary, manifest.name)
    mkdirSync(folder)
    const write = (file, value) => writeFileSync(join(folder, file), JSON.stringify(value))
    write('package.json', manifest)
    write('package-lock.json', {
      ...lockfile,
      packages: Object.fromEntries([['', { ...root, devDependencies: undefined }], ...running]),
    })
    const words = ['sbom', '--package-lock-only', '--sbom-format=cyclonedx', '--prefix', folder]
    const { stdout } = await promisify(execFile)('npm', words, { cwd: folder })
    const { serialNumber, metadata, ...said } = JSON.parse(stdout)
    // The same source gives the same bytes: without the number and the time of one run.
    const { timestamp, ...same } = metadata
    const sbom = { ...said, metadata: same }
    writeFileSync(join(ROOT, 'dist/sbom.cdx.json'), `${JSON.stringify(sbom, null, 2)}\n`)
  } finally {
    rmSync(temporary, { recursive: true, force: true })
  }
}
