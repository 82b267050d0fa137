import { partText, type ReplyPart, type RequestPart } from '../ticket-part.js'

/** The part that machines read: the first file of whatever is written here. A text, since most kinds of files are refused. */
export const partName = 'intervention.txt'

/** WHMCS's attachments: JSON in base64, with the part for machines, and the files behind it. */
export async function attachmentsOf(
  part: RequestPart | ReplyPart,
  files: readonly File[],
  signingSecret: string,
): Promise<string> {
  const all = [
    { name: partName, data: base64(new TextEncoder().encode(await partText(part, signingSecret))) },
    ...(await Promise.all(
      files.map(async (file, index) => ({
        name: uploadName(file.name, index),
        data: base64(new Uint8Array(await file.arrayBuffer())),
      })),
    )),
  ]
  return base64(new TextEncoder().encode(JSON.stringify(all)))
}

/** Which of the sent files this one is, by the name that WHMCS has it under. */
export function sentIndexOf(name: string): number | undefined {
  const [, count] = /^file-(\d{1,3})\./.exec(name) ?? []
  return count === undefined ? undefined : Number(count) - 1
}

/** WHMCS keeps nothing but plain letters of a name, and refuses by its ending: the whole name stands in the part. */
function uploadName(name: string, index: number): string {
  const [ending = 'bin'] = /[a-z0-9]{1,8}$/i.exec(name.includes('.') ? name : '') ?? []
  return `file-${index + 1}.${ending}`
}

function base64(bytes: Uint8Array): string {
  const chunks: string[] = []
  for (let at = 0; at < bytes.length; at += 32_768)
    chunks.push(String.fromCharCode(...bytes.subarray(at, at + 32_768)))
  return btoa(chunks.join(''))
}
