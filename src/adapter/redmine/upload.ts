import { AdapterFault } from '../fault.js'
import { partName, partText, type ReplyPart, type RequestPart, type SentFile } from '../ticket-part.js'
import * as answers from './answers.js'
import type { RmClient } from './client.js'

/** A file that is on Redmine's disk, to be named where it belongs. */
interface Upload {
  readonly token: string
  readonly filename: string
  readonly content_type: string
}

/** Files that were uploaded, and how the part for machines tells of all that were sent. */
export interface Uploaded {
  readonly uploads: readonly Upload[]
  readonly sent: readonly SentFile[]
}

/** Uploads files one after another; what Redmine refuses by its size or its name has no number then. */
export async function uploadFiles(client: RmClient, files: readonly File[]): Promise<Uploaded> {
  const uploads: Upload[] = []
  const sent: SentFile[] = []
  for (const file of files) {
    const { name, type, size } = file
    const taken = await uploaded(client, file, name, type)
    if (taken) uploads.push(taken.upload)
    sent.push({ name, type, bytes: size, ...(taken && { id: taken.id }) })
  }
  return { uploads, sent }
}

/** Uploads the part for machines. */
export async function uploadPart(
  client: RmClient,
  part: RequestPart | ReplyPart,
  signingSecret: string,
): Promise<Upload> {
  const type = 'application/json'
  const taken = await uploaded(client, new Blob([await partText(part, signingSecret)]), partName, type)
  if (taken) return taken.upload
  throw new AdapterFault('unavailable', { cause: new TypeError(`Redmine takes no file ${partName}`) })
}

async function uploaded(
  client: RmClient,
  bytes: Blob,
  name: string,
  type: string,
): Promise<{ readonly id: number; readonly upload: Upload } | undefined> {
  // A type that says nothing makes Redmine tell it by the name.
  const content_type = type || 'application/octet-stream'
  try {
    const order = { method: 'POST', query: { filename: name }, body: new Blob([bytes]) } as const
    const { upload } = await client.ask('uploads.json', answers.uploaded, order)
    return { id: upload.id, upload: { token: upload.token, filename: name, content_type } }
  } catch (error) {
    if (isRefusal(error)) return undefined
    // A file that belongs to nothing is no ticket and no reply.
    if (error instanceof AdapterFault) throw new AdapterFault(error.code, { cause: error })
    throw error
  }
}

/** Redmine says no to what it was given, by one of its own rules. */
export function isRefusal(error: unknown): boolean {
  return error instanceof AdapterFault && (error.code === 'invalid' || error.code === 'too-large')
}
