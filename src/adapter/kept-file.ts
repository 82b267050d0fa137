import { cleanFileName } from '../request/file-name.js'
import type { Capabilities } from './adapter.js'
import { AdapterFault } from './fault.js'
import { mostFiles } from './wire.js'

/** Where files are asked for: of a request, and of a message. */
export type FileField = 'attachments' | 'replyFiles'

/**
 * A file under a name and a type that a ticket can hold, so that no file can make its ticket's history unreadable.
 *
 * The name loses its path, its beginning where it is longer than 255 characters, and has `_` for control characters; a
 * type of more than 200 characters becomes `application/octet-stream`. The bytes stay as they are.
 *
 * @throws {AdapterFault} `invalid` [field] for a file without a name.
 */
export function keptFile(file: File, field: FileField): File {
  const name = cleanFileName(file.name)
  if (/^\.{0,2}$/.test(name)) throw new AdapterFault('invalid', { fields: [field] })
  const type = file.type.length > 200 ? 'application/octet-stream' : file.type
  if (name === file.name && type === file.type) return file
  return new File([file], name, { type, lastModified: file.lastModified })
}

/**
 * More and bigger files than a system takes.
 *
 * @throws {AdapterFault} `too-large` [field].
 */
export function refuseFiles(files: readonly File[], limits: Capabilities['files'], field: FileField): void {
  const fits =
    files.length <= Math.min(limits?.maxCount ?? 0, mostFiles) &&
    files.every(({ size }) => size <= (limits?.maxBytes ?? 0))
  if (!fits) throw new AdapterFault('too-large', { fields: [field] })
}
