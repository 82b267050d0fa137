import type { Capabilities } from '../adapter/adapter.js'
import { not, ok, type Result } from '../result.js'
import { contentOf, fileTypes, type ContentFlaw, type FileKind } from './file-kind.js'
import { fittingName } from './file-name.js'

/** How large a file may be, in bytes, and how many a ticket takes at once. */
export type FileLimits = NonNullable<Capabilities['files']>

/** Why a file is not attached; the words are made from `attachments.flaw.<code>`. */
export type AttachmentFlaw = ContentFlaw | 'too-large' | 'too-many' | 'unreadable'

/** A file that may be attached. */
export interface Attachment {
  /** The bytes as they were when it was chosen, under a name and a type that fit them. */
  readonly file: File
  readonly kind: FileKind
  /** How a text begins, at most 100,000 UTF-16 code units; empty for every other kind. */
  readonly opening: string
}

/** What a ticket system takes; `null` where it takes no files, or there is none. */
export function fileLimits(capabilities: Capabilities | undefined): FileLimits | null {
  const files = capabilities?.files
  return files && files.maxCount > 0 && files.maxBytes > 0 ? files : null
}

/**
 * Reads a file that was chosen, or tells why it can't be attached; never rejects.
 *
 * Its type comes from its content, not from its name or the browser's word for it, and its name follows. The bytes are
 * copied: a log that goes on growing is the same at the second try to send it.
 */
export async function readAttachment(
  file: File,
  { maxBytes }: Pick<FileLimits, 'maxBytes'>,
): Promise<Result<Attachment, Exclude<AttachmentFlaw, 'too-many'>>> {
  if (file.size > maxBytes) return not('too-large')
  const bytes = await bytesOf(file)
  if (!bytes) return not('unreadable')
  if (bytes.length > maxBytes) return not('too-large')
  const content = contentOf(bytes)
  if (!content.ok) return content
  const { kind, opening } = content.value
  const { lastModified } = file
  const kept = new File([bytes], fittingName(file.name, kind), { type: fileTypes[kind], lastModified })
  return ok({ file: kept, kind, opening })
}

/** A folder can be dropped like a file, and a file may be gone since: neither can be read. */
async function bytesOf(file: File): Promise<Uint8Array<ArrayBuffer> | undefined> {
  try {
    return new Uint8Array(await file.arrayBuffer())
  } catch {
    return undefined
  }
}
