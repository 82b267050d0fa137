import { signAuthorization } from '../authorization/digest.js'
import type { SealedCredentials, SealRefusal } from '../credentials/credentials.js'
import { sealCredentials } from '../credentials/seal.js'
import { not, ok, type Result } from '../result.js'
import type { Facts } from './check.js'
import type { Draft } from './draft.js'
import type { Filing } from './filing.js'
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
  const open = accessWithoutSecret(draft)
  const sealed = open ? undefined : await seal(composition)
  if (sealed && !sealed.ok) return sealed

  const authorization = await signAuthorization(authorizationRecord(draft, facts, server, shown, moment))
  const access = open ?? (sealed ? ({ kind: 'account', sealed: sealed.value.sealed } as const) : undefined)
  if (!access) return not('no-recipient')
  const codes = filingOf(draft, server, authorization, access)
  return ok({
    attempt: { key: moment.key, filing: { ...codes, text: composition.text(codes) } },
    ...(sealed ? { sealed: sealed.value } : {}),
  })
}

async function seal(composition: Composition): Promise<Result<SealedFor, SealRefusal>> {
  const { draft, facts, server, moment, secret, sealedBefore, pinned } = composition
  if (sealedBefore?.server === server.reference.value) return ok(sealedBefore)
  const sealed = await sealCredentials(
    credentialsOf(draft, secret.value, secret.passphrase),
    facts.context.recipients,
    { requestKey: moment.key, server: server.reference.value, time: moment.serverTime },
    { now: moment.serverTime, ...(pinned ? { pinned } : {}) },
  )
  return sealed.ok
    ? ok({ sealed: sealed.value, server: server.reference.value, at: moment.clientTime })
    : sealed
}
