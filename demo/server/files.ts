import { randomUUID } from 'node:crypto'
import { keptFile, refuseFiles } from '../../src/adapter/kept-file.js'
import type { FileField } from '../../src/adapter/kept-file.js'
import { AdapterFault, readAttachment } from '../../src/index.js'
import type { FileRef } from '../../src/index.js'
import type { StoredFile } from './stored.js'

/**
 * What the demo's providers take at once. All together within what the bridge reads of one request (32 MiB): what is
 * promised before choosing is kept.
 */
export const FILES = { maxBytes: 6_000_000, maxCount: 5 } as const

/**
 * Reads what was sent, past whatever form: only what the form would take too, under a name and a type that fit its content.
 *
 * @throws {AdapterFault} `invalid` or `too-large` [field].
 */
export async function filesOf(files: readonly File[], field: FileField): Promise<readonly StoredFile[]> {
  refuseFiles(files, FILES, field)
  return Promise.all(
    files.map(async sent => {
      const read = await readAttachment(keptFile(sent, field), FILES)
      if (!read.ok)
        throw new AdapterFault(read.error === 'too-large' ? 'too-large' : 'invalid', { fields: [field] })
      const { file } = read.value
      const body = new Uint8Array(await file.arrayBuffer())
      return { id: randomUUID(), name: file.name, type: file.type, body }
    }),
  )
}

/** How an entry names its files. */
export function refsOf(files: readonly StoredFile[]): readonly FileRef[] {
  return files.map(({ id, name, type, body }) => ({ id, name, type, bytes: body.length }))
}
