import type { Fact } from '../../src/index.js'
import { answerOf } from '../../src/adapter/answer.js'
import type { DeskStanding } from '../server/desk-ticket.js'
import { record, records, recordOrNone, text, textOrNone, whole, wholeOrNone } from '../record.js'
import type { Fields } from '../record.js'
import { accountIds, deskStanding } from './standing.js'

/** A line of the list. Times in epoch milliseconds of the server's clock. */
export interface Summary {
  readonly number: number
  readonly version: number
  readonly phase: string
  readonly stage: string
  readonly server: { readonly kind: string; readonly value: string }
  readonly person: string
  readonly openedAt: number
  readonly firstResponseBy: number | undefined
  readonly access:
    { readonly event: string; readonly at: number; readonly role: string | undefined } | undefined
}

/** Something that happened, as it was stored. */
export interface DeskEntry {
  readonly seq: number
  readonly at: number
  readonly party: string
  /** JSON, byte for byte as it lies in the file. */
  readonly fact: string
}

/** One request in full. */
export interface DeskRequest extends Summary {
  /** The idempotency key, which seal and authorization must name too. */
  readonly key: string
  /** JSON as stored. */
  readonly facts: string
  /** JSON as stored. */
  readonly sealed: string | undefined
  /** The ids of those who may give login details for it. */
  readonly accounts: readonly string[]
  /** Is the server one that the account has with the provider? */
  readonly isAmongServices: boolean
  readonly standing: DeskStanding
  /** The fact of the authorization in force, JSON as stored. */
  readonly authorization: string | undefined
  /** The fact of the first entry, JSON as stored. */
  readonly request: string | undefined
  /** The newest, oldest first. */
  readonly entries: readonly DeskEntry[]
  /** How many came before those. */
  readonly earlier: number
}

/** The first of the requests in which something stands, in the order of the work, and how many there are in all. */
export async function requests(
  sought: string,
  limit: number,
): Promise<{ readonly requests: readonly Summary[]; readonly total: number }> {
  const asked = new URLSearchParams({ find: sought, limit: String(limit) })
  const answer = record(await json(`requests?${asked.toString()}`))
  return { requests: records(answer['requests']).map(summaryOf), total: whole(answer, 'total') }
}

/** One request with its newest entries; `unchanged` where it is still at the version that is known. */
export async function request(
  number: number,
  limit: number,
  known?: number,
): Promise<DeskRequest | 'unchanged'> {
  const asked = new URLSearchParams({ limit: String(limit) })
  if (known !== undefined) asked.set('known', String(known))
  const answer = record(await json(`requests/${String(number)}?${asked.toString()}`))
  if (answer['unchanged'] === true) return 'unchanged'
  return {
    ...summaryOf(answer),
    key: text(answer, 'key'),
    facts: text(answer, 'facts'),
    sealed: textOrNone(answer, 'sealed'),
    accounts: answerOf(accountIds, answer['accounts']),
    isAmongServices: answer['isAmongServices'] === true,
    standing: answerOf(deskStanding, answer['standing']),
    authorization: textOrNone(answer, 'authorization'),
    request: textOrNone(answer, 'request'),
    earlier: whole(answer, 'earlier'),
    entries: records(answer['entries']).map(entry => ({
      seq: whole(entry, 'seq'),
      at: whole(entry, 'at'),
      party: text(entry, 'party'),
      fact: text(entry, 'fact'),
    })),
  }
}

/** What came of an act: written, which made this version; another was faster; refused, with a code; or nobody answered. */
export type Acted =
  | { readonly is: 'done'; readonly version: number }
  | { readonly is: 'conflict' }
  | { readonly is: 'refused'; readonly why: string }
  | { readonly is: 'unreachable' }

/** An extra to be priced; `net`, a decimal text, where the list has no price. */
export interface Offer {
  readonly extra: string
  readonly quantity: string
  /** Does the work wait for the customer's word? */
  readonly waits: boolean
  readonly net?: string
}

/** Writes facts on a ticket, unless it is no longer at the version that was seen. */
export async function sayFacts(number: number, version: number, facts: readonly Fact[]): Promise<Acted> {
  return actedIn(await post(`requests/${String(number)}/facts`, { version, facts }))
}

/** Offers an extra at the provider's price, unless the ticket is no longer at the version that was seen. */
export async function offerExtra(number: number, version: number, offer: Offer): Promise<Acted> {
  return actedIn(await post(`requests/${String(number)}/offer`, { version, ...offer }))
}

/** Writes down on the ticket that its login details are being opened, and by whom; or tells that they are gone. */
export async function recordOpening(
  number: number,
  role: string,
): Promise<'recorded' | 'withdrawn' | 'destroyed'> {
  const response = await post(`requests/${String(number)}/opened`, { role })
  if (response?.ok) return 'recorded'
  if (response?.status !== 410) throw new Error(`desk: ${String(response?.status)}`)
  return textOrNone(record(await response.json()), 'code') === 'withdrawn' ? 'withdrawn' : 'destroyed'
}

/** The on-call team's private key. */
export async function privateKey(): Promise<string> {
  return (await ask('key')).text()
}

/** The bytes of a file of a ticket. */
export async function file(id: string): Promise<Blob> {
  return (await ask(`files/${encodeURIComponent(id)}`)).blob()
}

async function json(path: string): Promise<unknown> {
  return (await ask(path)).json()
}

async function ask(path: string): Promise<Response> {
  const response = await asDesk(path)
  if (!response.ok) throw new Error(`desk: ${String(response.status)}`)
  return response
}

/** Nothing where nobody answered. */
async function post(path: string, body: unknown): Promise<Response | undefined> {
  const headers = { 'content-type': 'application/json' }
  return asDesk(path, { method: 'POST', headers, body: JSON.stringify(body) }).catch(() => undefined)
}

async function actedIn(response: Response | undefined): Promise<Acted> {
  if (response?.ok) return { is: 'done', version: whole(record(await response.json()), 'version') }
  if (response?.status === 409) return { is: 'conflict' }
  if (response === undefined || response.status >= 500) return { is: 'unreachable' }
  const body = recordOrNone(await response.json().catch(() => undefined)) ?? {}
  return { is: 'refused', why: textOrNone(body, 'why') ?? '' }
}

async function asDesk(path: string, init: RequestInit = {}): Promise<Response> {
  const headers = new Headers(init.headers)
  headers.set('x-nordhost-desk', '1')
  return fetch(`/desk/api/${path}`, { ...init, headers, cache: 'no-store' })
}

function summaryOf(from: Fields): Summary {
  const server = record(from['server'])
  const access = recordOrNone(from['access'])
  return {
    number: whole(from, 'number'),
    version: whole(from, 'version'),
    phase: text(from, 'phase'),
    stage: text(from, 'stage'),
    server: { kind: text(server, 'kind'), value: text(server, 'value') },
    person: text(from, 'person'),
    openedAt: whole(from, 'openedAt'),
    firstResponseBy: wholeOrNone(from, 'firstResponseBy'),
    access: access && {
      event: text(access, 'event'),
      at: whole(access, 'at'),
      role: textOrNone(access, 'role'),
    },
  }
}
