import { record, records, recordOrNone, text, textOrNone, whole, wholeOrNone } from '../record.js'
import type { Fields } from '../record.js'

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
  readonly entries: readonly DeskEntry[]
}

/** The newest requests. */
export async function requests(): Promise<readonly Summary[]> {
  return records(record(await json('requests'))['requests']).map(summaryOf)
}

/** One request. */
export async function request(number: number): Promise<DeskRequest> {
  const answer = record(await json(`requests/${String(number)}`))
  return {
    ...summaryOf(answer),
    key: text(answer, 'key'),
    facts: text(answer, 'facts'),
    sealed: textOrNone(answer, 'sealed'),
    entries: records(answer['entries']).map(entry => ({
      seq: whole(entry, 'seq'),
      at: whole(entry, 'at'),
      party: text(entry, 'party'),
      fact: text(entry, 'fact'),
    })),
  }
}

/** Writes down on the ticket that its login details are being opened, and by whom. */
export async function recordOpening(number: number, role: string): Promise<void> {
  await ask(`requests/${String(number)}/opened`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ role }),
  })
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

async function ask(path: string, init: RequestInit = {}): Promise<Response> {
  const headers = new Headers(init.headers)
  headers.set('x-nordhost-desk', '1')
  const response = await fetch(`/desk/api/${path}`, { ...init, headers, cache: 'no-store' })
  if (!response.ok) throw new Error(`desk: ${String(response.status)}`)
  return response
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
