import type { Recipient, SealedCredentials, SealRefusal } from '../credentials/credentials.js'
import { sealCredentials } from '../credentials/seal.js'
import { ok, type Result } from '../result.js'
import { credentialsOf, type LoginAnswers, type Moment } from './request.js'

/** Login details that were sealed for this key and this server: a second try need not ask for them again. */
export interface SealedFor {
  readonly sealed: SealedCredentials
  readonly server: string
  /** The recipients, and the first moment at which one of them expires; epoch milliseconds. */
  readonly to: readonly string[]
  readonly until: number
  /** Epoch milliseconds, by the customer's clock. */
  readonly at: number
}

/** What stands in the secret's fields: a password, or a private key with its passphrase. */
export interface LoginSecret {
  readonly value: string
  readonly passphrase: string
}

/** What login details are sealed for. */
export interface SealFor {
  /** The server's canonical reference. */
  readonly server: string
  readonly recipients: readonly Recipient[]
  /** The recipients that the page insists on. */
  readonly pinned?: readonly string[] | undefined
  readonly moment: Moment
}

/** Seals an account's login details, see `sealCredentials`, and tells for how long the seal stands. Never rejects. */
export async function sealLogin(
  answers: LoginAnswers,
  secret: LoginSecret,
  { server, recipients, pinned, moment }: SealFor,
): Promise<Result<SealedFor, SealRefusal>> {
  const { key, clientTime, serverTime } = moment
  const sealed = await sealCredentials(
    credentialsOf(answers, secret.value, secret.passphrase),
    recipients,
    { requestKey: key, server, time: serverTime },
    { now: serverTime, ...(pinned ? { pinned } : {}) },
  )
  return sealed.ok
    ? ok({
        sealed: sealed.value,
        server,
        to: recipients.map(({ recipient }) => recipient),
        until: Math.min(...recipients.map(({ notAfter }) => notAfter ?? Infinity)),
        at: clientTime,
      })
    : sealed
}

/** Would sealing again, to this server's request and these keys, say the same? Else the login details are asked anew. */
export function sealStands(
  { server, to, until }: SealedFor,
  wanted: string,
  recipients: readonly Recipient[],
  pinned: readonly string[] | undefined,
  now: number,
): boolean {
  const known = new Set(to)
  return (
    server === wanted &&
    now < until &&
    recipients.length === to.length &&
    recipients.every(
      ({ recipient, notAfter }) =>
        known.has(recipient) && (pinned?.includes(recipient) ?? true) && now < (notAfter ?? Infinity),
    )
  )
}
