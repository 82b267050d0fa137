import { digestOf } from '../authorization/digest.js'
import type { Filing } from '../request/filing.js'
import { sha256 } from '../sha256.js'

/**
 * What a request's idempotency key stands for: the same for the same data and file bytes, 64 lower-case hex digits.
 *
 * A backend keeps it with the key: the same key with another digest is a `conflict`.
 */
export async function filingDigest({ files = [], ...data }: Filing): Promise<string> {
  const kept = await Promise.all(
    files.map(async file => ({
      name: file.name,
      type: file.type,
      sha256: await sha256(new Uint8Array(await file.arrayBuffer())),
    })),
  )
  return digestOf({ data, files: kept })
}
