import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after } from 'node:test'

/** Fresh files for keys, gone after the tests of this file; and what is to be ended before. */
export function keyFiles(): { readonly fresh: () => string; readonly ending: (() => void)[] } {
  const folder = mkdtempSync(join(tmpdir(), 'os-intervention-keys-'))
  const ending: (() => void)[] = []
  let files = 0
  after(() => {
    for (const end of ending) end()
    rmSync(folder, { recursive: true, force: true })
  })
  return { fresh: () => join(folder, `${(files += 1)}.db`), ending }
}
