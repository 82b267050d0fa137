import type { Recipient, SealedCredentials } from '../credentials/credentials.js'

/** The request that login details are sealed for. */
export interface SealedTo {
  /** The request's idempotency key. */
  readonly key: string
  /** The id of the account that gives them. */
  readonly account: string
  /** The server's canonical reference. */
  readonly server: string
}

/** Login details that were sealed for this request: a second try need not ask for them again. */
export interface SealedFor extends SealedTo {
  readonly sealed: SealedCredentials
  /** The recipients, and the first moment at which one of them expires; epoch milliseconds. */
  readonly to: readonly string[]
  readonly until: number
  /** Epoch milliseconds, by the customer's clock. */
  readonly at: number
}

/** Would sealing again, for this request and to these keys, say the same? Else the login details are asked anew. */
export function sealStands(
  { key, account, server, to, until }: SealedFor,
  wanted: SealedTo,
  recipients: readonly Recipient[],
  pinned: readonly string[] | undefined,
  now: number,
): boolean {
  const known = new Set(to)
  return (
    key === wanted.key &&
    account === wanted.account &&
    server === wanted.server &&
    now < until &&
    recipients.length === to.length &&
    recipients.every(
      ({ recipient, notAfter }) =>
        known.has(recipient) && (pinned?.includes(recipient) ?? true) && now < (notAfter ?? Infinity),
    )
  )
}
