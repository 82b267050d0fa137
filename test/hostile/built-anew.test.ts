import assert from 'node:assert/strict'
import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { ROOT } from '../support/run.js'
import { isFull } from './how-much.js'

function npm(folder: string, ...words: readonly string[]) {
  const { status, stdout } = spawnSync('npm', words, {
    ...{ cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] },
  })
  return { status, stdout }
}

/** Every file that the build makes. */
const madeIn = (folder: string) =>
  readdirSync(join(folder, 'dist'), { recursive: true, encoding: 'utf8' })
    .filter(name => statSync(join(folder, 'dist', name)).isFile())
    .sort()

// Both take minutes or the registry.
describe('whoever builds it themselves', { skip: !isFull }, () => {
  it('S18: needs no script of a package, and makes what was made here, byte by byte', () => {
    const elsewhere = mkdtempSync(join(tmpdir(), 'os-intervention-anew-'))
    try {
      const ours = ['ls-files', '-z', '--cached', '--others', '--exclude-standard']
      for (const file of execFileSync('git', ours, { cwd: ROOT, encoding: 'utf8' }).split('\0'))
        if (file !== '') cpSync(join(ROOT, file), join(elsewhere, file))
      assert.equal(npm(elsewhere, 'ci', '--ignore-scripts', '--prefer-offline', '--no-audit').status, 0)
      assert.equal(npm(elsewhere, 'run', 'build').status, 0)
      const files = madeIn(elsewhere)
      assert.deepEqual(files, madeIn(ROOT))
      const others = files.filter(
        name => !readFileSync(join(ROOT, 'dist', name)).equals(readFileSync(join(elsewhere, 'dist', name))),
      )
      console.log(`built anew elsewhere: ${String(files.length)} files, ${String(others.length)} differ`)
      assert.deepEqual(others, [])
    } finally {
      rmSync(elsewhere, { recursive: true, force: true })
    }
  })

  it('S18: installs nothing that is known to be weak, where the registry answers that', () => {
    const { metadata } = JSON.parse(npm(ROOT, 'audit', '--omit=dev', '--json').stdout)
    const known = metadata?.vulnerabilities.total
    console.log(`known to be weak: ${known ?? 'not known, this registry answers no audits'}`)
    assert.ok([0, undefined].includes(known))
  })
})
