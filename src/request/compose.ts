import { signAuthorization } from '../authorization/digest.js'
import type { Recipient, SealedCredentials, SealRefusal } from '../credentials/credentials.js'
import { sealCredentials } from '../credentials/seal.js'
import { not, ok, type Result } from '../result.js'
import type { Facts } from './check.js'
import type { Draft } from './draft.js'
import type { FiledAccess, Filing } from './filing.js'
import type { Attempt } from './flow.js'
import {
  accessWithoutSecret,
  authorizationRecord,
  credentialsOf,
  filingOf,
  type Moment,
  type ShownStatement,
} from './request.js'
import type { ChosenServer } from './server.js'

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

/** All that a request is made of. */
export interface Composition {
  readonly draft: Draft
  readonly facts: Facts
  readonly server: ChosenServer
  readonly shown: ShownStatement
  readonly moment: Moment
  /** What stands in the secret's fields; read once, by the seal alone. */
  readonly secret: { readonly value: string; readonly passphrase: string }
  readonly sealedBefore?: SealedFor | undefined
  /** The recipients that the page insists on. */
  readonly pinned?: readonly string[] | undefined
  /** The customer's language, BCP 47. */
  readonly language: string
  /** Writes the ticket's plain text in the provider's language. */
  readonly text: (filing: Omit<Filing, 'text'>) => string
}

/** A request ready to be sent. */
export interface Composed {
  readonly attempt: Attempt
  readonly sealed?: SealedFor
}

/** Seals, signs and writes the request; or tells why nothing was sealed, and so nothing may be sent. */
export async function composeRequest(composition: Composition): Promise<Result<Composed, SealRefusal>> {
  // Sealing and the digest both need WebCrypto, which browsers give to secure contexts only.
  if (!('subtle' in crypto)) return not('no-secure-context')
  const { draft, facts, server, shown, moment } = composition
  const way = await wayIn(composition)
  if (!way.ok) return way
  const { access, sealed } = way.value
  const authorization = await signAuthorization(authorizationRecord(draft, facts, server, shown, moment))
  const codes = filingOf(draft, server, authorization, access, composition.language)
  return ok({
    attempt: { key: moment.key, filing: { ...codes, text: composition.text(codes) } },
    ...(sealed ? { sealed } : {}),
  })
}

interface WayIn {
  readonly access: FiledAccess
  readonly sealed?: SealedFor
}

async function wayIn(composition: Composition): Promise<Result<WayIn, SealRefusal>> {
  const open = accessWithoutSecret(composition.draft)
  if (open) return ok({ access: open })
  const sealed = await seal(composition)
  return sealed.ok
    ? ok({ access: { kind: 'account', sealed: sealed.value.sealed }, sealed: sealed.value })
    : sealed
}

async function seal(composition: Composition): Promise<Result<SealedFor, SealRefusal>> {
  const { draft, facts, server, moment, secret, sealedBefore, pinned } = composition
  const { value } = server.reference
  const { recipients } = facts.context
  if (sealedBefore && sealStands(sealedBefore, value, recipients, pinned, moment.serverTime)) {
    return ok(sealedBefore)
  }
  const sealed = await sealCredentials(
    credentialsOf(draft, secret.value, secret.passphrase),
    recipients,
    { requestKey: moment.key, server: value, time: moment.serverTime },
    { now: moment.serverTime, ...(pinned ? { pinned } : {}) },
  )
  return sealed.ok
    ? ok({
        sealed: sealed.value,
        server: value,
        to: recipients.map(({ recipient }) => recipient),
        until: Math.min(...recipients.map(({ notAfter }) => notAfter ?? Infinity)),
        at: moment.clientTime,
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
