import type { Filing } from '../request/filing.js'
import { digestWithFiles } from './digest-with-files.js'

/**
 * What a request's idempotency key stands for: the same for the same data and file bytes, 64 lower-case hex digits.
 *
 * A backend keeps it with the key: the same key with another digest is a `conflict`.
 */
export async function filingDigest({ files = [], ...data }: Filing): Promise<string> {
  return digestWithFiles(data, files)
}
