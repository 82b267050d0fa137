import type { Recipient, SealRefusal } from '../credentials/credentials.js'
import { sealCredentials } from '../credentials/seal.js'
import { ok, type Result } from '../result.js'
import { credentialsOf, type LoginAnswers, type Moment } from './request.js'
import type { SealedFor } from './seal-stands.js'

/** What stands in the secret's fields: a password, or a private key with its passphrase. */
export interface LoginSecret {
  readonly value: string
  readonly passphrase: string
}

/** What login details are sealed for. */
export interface SealFor {
  /** The server's canonical reference. */
  readonly server: string
  /** The id of the account that gives them. */
  readonly account: string
  readonly recipients: readonly Recipient[]
  /** The recipients that the page insists on. */
  readonly pinned?: readonly string[] | undefined
  readonly moment: Moment
}

/** Seals an account's login details, see `sealCredentials`, and tells for how long the seal stands. Never rejects. */
export async function sealLogin(
  answers: LoginAnswers,
  secret: LoginSecret,
  { server, account, recipients, pinned, moment }: SealFor,
): Promise<Result<SealedFor, SealRefusal>> {
  const { key, clientTime, serverTime } = moment
  const sealed = await sealCredentials(
    credentialsOf(answers, secret.value, secret.passphrase),
    recipients,
    { requestKey: key, account, server, time: serverTime },
    { now: serverTime, ...(pinned ? { pinned } : {}) },
  )
  return sealed.ok
    ? ok({
        sealed: sealed.value,
        ...{ key, account, server },
        to: recipients.map(({ recipient }) => recipient),
        until: Math.min(...recipients.map(({ notAfter }) => notAfter ?? Infinity)),
        at: clientTime,
      })
    : sealed
}
