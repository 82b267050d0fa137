import { existsSync, readFileSync } from 'node:fs'
import * as z from 'zod/mini'
import type { Account } from '../../../src/adapter/adapter.js'
import { quoteExtras } from '../../../src/index.js'
import { requestTrackerAdapter, type RequestTrackerOptions } from '../../../src/request-tracker.js'
import { testAccount, testContext, type ConformanceStaff } from '../../../src/testing.js'
import { everything, stranger } from '../../support/kit.js'

const folder = process.env['RT_DIR'] ?? '/tmp/os-intervention-rt'
const url = `http://127.0.0.1:${process.env['RT_PORT'] ?? '8093'}`

const seed = z.object({
  queue: z.string(),
  tokens: z.record(z.enum(['agent', 'bridge', 'customer', 'stranger']), z.string()),
  fields: z.record(z.string(), z.number()),
})

/** A user of the seed. */
export type Person = 'agent' | 'bridge' | 'customer' | 'stranger'

/** The seeded Request Tracker of rt.sh. */
export interface RequestTracker {
  readonly options: RequestTrackerOptions
  /** Asks or tells it something as one of its users, past the adapter. */
  as(person: Person, path: string, method?: 'GET' | 'POST' | 'PUT', data?: unknown): Promise<unknown>
  /** The number of a custom field. */
  field(name: string): number
  readonly token: (person: Person) => string
}

/** The one that is up, or nothing where none answers. */
export async function requestTracker(): Promise<RequestTracker | undefined> {
  const file = `${folder}/seed.json`
  if (!existsSync(file)) return undefined
  const { queue, tokens, fields } = seed.parse(JSON.parse(readFileSync(file, 'utf8')))
  const field = (name: string) => fields[name] ?? 0

  async function as(person: Person, path: string, method = 'GET', data?: unknown): Promise<unknown> {
    const response = await fetch(`${url}/REST/2.0/${path}`, {
      method,
      headers: { authorization: `token ${tokens[person]}`, 'content-type': 'application/json' },
      ...(data !== undefined && { body: JSON.stringify(data) }),
    })
    if (!response.ok) throw new Error(`Request Tracker answers ${response.status} to ${method} ${path}`)
    return response.json()
  }

  try {
    await as('agent', 'rt')
  } catch {
    return undefined
  }
  return {
    as,
    field,
    token: person => tokens[person],
    options: {
      url,
      queue,
      serviceToken: tokens.bridge,
      signingSecret: 'for tests alone: 7f3a9c51',
      pollEveryMs: 1_000,
      fields: {
        requestKey: field('Client request id'),
        sealed: field('Sealed credentials'),
        authorization: field('Authorization record'),
        server: field('Server reference'),
        serverType: field('Server type'),
        operatingSystem: field('Operating system'),
        access: field('Access'),
        stage: field('Stage'),
        method: field('Method'),
        effort: field('Effort'),
        loginDetails: field('Login details'),
        nextUpdate: field('Next update'),
        offer: field('Offer'),
        summary: field('Summary'),
        checkedOff: field('Checked off'),
      },
    },
  }
}

/** The two customers of the seed, by one adapter, as a server has it; each a server of its own. */
export function customersOf({ options, token }: RequestTracker, more: Partial<RequestTrackerOptions> = {}) {
  const adapterFor = requestTrackerAdapter({ ...options, ...more })
  const customer = (user: 'customer' | 'stranger', account: Account) =>
    adapterFor({
      user,
      token: token(user),
      context: () => Promise.resolve({ ...testContext, account, now: Date.now() }),
    })
  return { adapter: customer('customer', testAccount), stranger: customer('stranger', stranger) }
}

/** An engineer, who knows nothing of this library: they write in RT. */
export function engineerOf({ as, field }: RequestTracker) {
  return {
    ask: (id, text) =>
      as('agent', `ticket/${id}/correspond`, 'POST', {
        Content: text,
        ContentType: 'text/plain',
        Status: 'stalled',
      }),
    offer(id) {
      const unitNet = { amount: '149.90', currency: 'EUR' }
      const lines = [{ extra: 'malware-removal', quantity: '1', unitNet }]
      const order = { lines, customer: { country: 'PL', kind: 'business' }, date: '2026-11-26' } as const
      const quote = JSON.stringify(quoteExtras(order, everything.context?.tax))
      return as('agent', `ticket/${id}`, 'PUT', { CustomFields: { [field('Offer')]: quote } })
    },
  } satisfies ConformanceStaff
}
