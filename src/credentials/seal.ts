import { not, ok, type Result } from '../result.js'
import type { Credentials, Recipient, SealBinding, SealRefusal, SealedCredentials } from './credentials.js'
import { loadAge } from './age.js'
import { fingerprint } from './fingerprint.js'
import { parseSealed } from './parse-sealed.js'
import { writeSealedText } from './sealed-text.js'

/** What a seal is checked against. */
export interface SealOptions {
  /** Epoch milliseconds, by the server's clock: keys that ended by then are refused. */
  readonly now: number
  /** The `age1…` keys that the page insists on; every recipient must be one of them. */
  readonly pinned?: readonly string[]
}

/** A classic X25519 recipient. Post-quantum and hardware keys are refused: age before 1.3 can't open for them. */
const classicRecipient = /^age1[02-9ac-hj-np-z]{58}$/

/** Room for an RSA key of 16,384 bits in PEM, and for many recipients within 64 KiB of armor. */
const mostBytes = 32 * 1_024

/**
 * Seals login details to every one of the provider's keys, so that only they open them: `age -d`, or `openSealed`.
 *
 * All or nothing: one key that is broken, ended or not pinned refuses the whole, and then nothing may be sent. Request
 * key, account, server, time and key ids are sealed in, since age has no associated data; the length is filled up to a
 * multiple of 1,024 bytes. No two seals are equal, so a retry must send the same one again. Never rejects.
 */
export async function sealCredentials(
  credentials: Credentials,
  recipients: readonly Recipient[],
  binding: SealBinding,
  options: SealOptions,
): Promise<Result<SealedCredentials, SealRefusal>> {
  const refusal = refusalOf(credentials, recipients, binding, options)
  if (refusal) return not(refusal)
  const text = writeSealedText({ credentials, binding, keyIds: recipients.map(({ id }) => id) })
  try {
    if (text.length > mostBytes) return not('too-long')
    const armored = await sealTo(recipients, text)
    return armored.ok ? await marked(armored.value, recipients) : armored
  } finally {
    text.fill(0)
  }
}

function refusalOf(
  credentials: Credentials,
  recipients: readonly Recipient[],
  binding: SealBinding,
  { now, pinned }: SealOptions,
): SealRefusal | undefined {
  if (!('subtle' in crypto)) return 'no-secure-context'
  if (recipients.length === 0) return 'no-recipient'
  if (!recipients.every(({ recipient }) => classicRecipient.test(recipient))) return 'broken-recipient'
  if (recipients.some(({ notAfter }) => notAfter !== undefined && !(notAfter > now)))
    return 'expired-recipient'
  if (pinned && !recipients.every(({ recipient }) => pinned.includes(recipient))) return 'unpinned-recipient'
  // Half a character has no UTF-8 form: it would arrive as another one.
  const isBroken = textsOf(credentials, recipients, binding).some(text => /\p{Cs}/u.test(text))
  return isBroken || Number.isNaN(new Date(binding.time).getTime()) ? 'broken-text' : undefined
}

function textsOf(
  credentials: Credentials,
  recipients: readonly Recipient[],
  { requestKey, account, server }: SealBinding,
): readonly string[] {
  const secrets =
    'password' in credentials
      ? [credentials.password]
      : [credentials.privateKey, credentials.passphrase ?? '']
  const bound = [requestKey, account, server]
  return [credentials.username, ...secrets, ...bound, ...recipients.map(({ id }) => id)]
}

async function sealTo(
  recipients: readonly Recipient[],
  text: Uint8Array,
): Promise<Result<string, SealRefusal>> {
  const age = await loadAge()
  if (!age) return not('sealer-unavailable')
  try {
    const encrypter = new age.Encrypter()
    for (const { recipient } of recipients) encrypter.addRecipient(recipient)
    return ok(age.armor.encode(await encrypter.encrypt(text)))
  } catch {
    // A checksum that fails, or a point of low order, for which the shared secret would be known to all.
    return not('broken-recipient')
  }
}

async function marked(
  armored: string,
  recipients: readonly Recipient[],
): Promise<Result<SealedCredentials, SealRefusal>> {
  const named = recipients.map(async ({ id, label, recipient }) => ({
    id,
    label,
    fingerprint: await fingerprint(recipient),
  }))
  const sealed = parseSealed({ v: 1, armored, recipients: await Promise.all(named) })
  return sealed.ok ? sealed : not('too-long')
}
