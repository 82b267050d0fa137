import type { Recipient, SealedCredentials } from '../credentials/credentials.js'

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
