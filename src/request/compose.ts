import { signAuthorization } from '../authorization/digest.js'
import type { SealRefusal } from '../credentials/credentials.js'
import { not, ok, type Result } from '../result.js'
import type { Facts } from './check.js'
import type { Draft } from './draft.js'
import type { FiledQuote } from './filed-quote.js'
import type { FiledAccess, Filing } from './filing.js'
import type { Attempt } from './flow.js'
import {
  accessWithoutSecret,
  authorizationRecord,
  filingOf,
  type Moment,
  type ShownStatement,
} from './request.js'
import { sealLogin, type LoginSecret } from './seal-login.js'
import { sealStands, type SealedFor } from './seal-stands.js'
import type { ChosenServer } from './server.js'
import type { TicketContents } from './ticket.js'

/** All that a request is made of. */
export interface Composition {
  readonly draft: Draft
  readonly facts: Facts
  readonly server: ChosenServer
  readonly shown: ShownStatement
  readonly moment: Moment
  /** What stands in the secret's fields; read once, by the seal alone. */
  readonly secret: LoginSecret
  readonly sealedBefore?: SealedFor | undefined
  /** The recipients that the page insists on. */
  readonly pinned?: readonly string[] | undefined
  /** The price of the extras and the customer's word on it, where one was shown. */
  readonly quote?: FiledQuote | undefined
  /** What the customer has attached. */
  readonly files?: readonly File[]
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
  const { files = [] } = composition
  const codes = {
    ...filingOf(draft, server, authorization, access, composition.language, composition.quote),
    ...(files.length === 0 ? {} : { files }),
  }
  return ok({
    attempt: { key: moment.key, filing: { ...codes, text: composition.text(codes) } },
    ...(sealed ? { sealed } : {}),
  })
}

/** The same as it can be filed by hand: signed, and without any login details, sealed ones too. */
export async function requestByHand(
  composition: Omit<Composition, 'secret' | 'sealedBefore' | 'text'>,
): Promise<TicketContents> {
  const { draft, facts, server, shown, moment, language, quote, files = [] } = composition
  const authorization = await signAuthorization(authorizationRecord(draft, facts, server, shown, moment))
  const access = accessWithoutSecret(draft) ?? { kind: 'account' }
  return {
    ...filingOf(draft, server, authorization, access, language, quote),
    ...(files.length === 0 ? {} : { files }),
  }
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
  const { account, recipients } = facts.context
  const of = { key: moment.key, account: account.id, server: server.reference.value }
  return sealedBefore && sealStands(sealedBefore, of, recipients, pinned, moment.serverTime)
    ? ok(sealedBefore)
    : sealLogin(draft, secret, { ...of, recipients, pinned, moment })
}
