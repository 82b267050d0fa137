import { digestOf } from '../authorization/digest.js'
import { sha256 } from '../sha256.js'

/** The same for the same data, and the same names, types and bytes of files: 64 lower-case hex digits. */
export async function digestWithFiles(data: unknown, files: readonly File[]): Promise<string> {
  const kept = await Promise.all(
    files.map(async file => ({
      name: file.name,
      type: file.type,
      sha256: await sha256(new Uint8Array(await file.arrayBuffer())),
    })),
  )
  return digestOf({ data, files: kept })
}
