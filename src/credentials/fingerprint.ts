import { sha256 } from '../sha256.js'

/** The short name of a key: the first 16 hex digits of the SHA-256 of its `age1…` text, for screens and receipts. */
export async function fingerprint(recipient: string): Promise<string> {
  return (await sha256(recipient)).slice(0, 16)
}
