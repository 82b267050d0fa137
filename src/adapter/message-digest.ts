import type { Message } from './adapter.js'
import { digestWithFiles } from './digest-with-files.js'

/**
 * What a message's idempotency key stands for: the same for the same ticket, data and file bytes, 64 lower-case hex digits.
 *
 * A backend keeps it with the key: the same key with another digest is a `conflict`. Which version the customer had before
 * them is no part of it: a second try finds the first one's answer, though that has changed the version.
 *
 * @param id - The intervention's.
 */
export async function messageDigest(id: string, { files = [], ...message }: Message): Promise<string> {
  return digestWithFiles({ intervention: id, message }, files)
}
