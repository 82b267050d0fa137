import { partName, partText, type ReplyPart, type RequestPart } from '../ticket-part.js'

/** What RT would write in other bytes, by what it takes for their encoding, or take apart. */
const changed = /^(?:text|message|multipart)\//i

/** A text with no more controls than lines have. */
const odd = /[^\P{Cc}\t\n\r]/u

/** A multipart body: what is asked of RT, the part for machines, and the files behind it. */
export async function uploadOf(
  data: Readonly<Record<string, unknown>>,
  part: RequestPart | ReplyPart,
  files: readonly File[],
  signingSecret: string,
): Promise<FormData> {
  const form = new FormData()
  form.append('JSON', JSON.stringify(data))
  form.append(
    'Attachments',
    new Blob([await partText(part, signingSecret)], { type: 'application/json' }),
    partName,
  )
  for (const file of files)
    form.append('Attachments', new Blob([file], { type: await harmlessType(file) }), file.name)
  return form
}

/** RT refuses a file without bytes, and everything that comes with it. */
export function hasBytes({ size }: File): boolean {
  return size > 0
}

/** A type under which the bytes stay as they are; a plain text that RT can show stays one. */
async function harmlessType(file: File): Promise<string> {
  const { type } = file
  if (!changed.test(type)) return type || 'application/octet-stream'
  return type.toLowerCase().startsWith('text/plain') && isUtf8(new Uint8Array(await file.arrayBuffer()))
    ? 'text/plain; charset=utf-8'
    : 'application/octet-stream'
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    return !odd.test(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes))
  } catch {
    return false
  }
}
