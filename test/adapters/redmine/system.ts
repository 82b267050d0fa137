import { existsSync, readFileSync } from 'node:fs'
import * as z from 'zod/mini'
import type { Account } from '../../../src/adapter/adapter.js'
import { quoteExtras } from '../../../src/index.js'
import { redmineAdapter, type RedmineOptions } from '../../../src/redmine.js'
import { testAccount, testContext, type ConformanceStaff } from '../../../src/testing.js'
import { everything, stranger } from '../../support/kit.js'

const folder = process.env['RM_DIR'] ?? '/tmp/os-intervention-redmine'
const url = `http://127.0.0.1:${process.env['RM_PORT'] ?? '8094'}`

const people = z.enum(['agent', 'bridge', 'customer', 'stranger'])

const seed = z.object({
  keys: z.record(people, z.string()),
  users: z.record(people, z.number()),
  tracker: z.number(),
  fields: z.record(z.string(), z.number()),
  statuses: z.record(z.string(), z.number()),
})

const uploaded = z.object({ upload: z.object({ id: z.number(), token: z.string() }) })

/** A user of the seed. */
export type Person = z.infer<typeof people>

/** A file that an engineer or a customer puts beside their words, past the adapter. */
export interface SentFile {
  readonly name: string
  readonly content: string
}

/** The seeded Redmine of redmine.sh. */
export interface Redmine {
  readonly options: RedmineOptions
  /** Asks or tells it something as one of its users, past the adapter. */
  as(person: Person, path: string, method?: 'GET' | 'POST' | 'PUT', data?: unknown): Promise<unknown>
  /** Changes an issue as one of its users; comes to the files' numbers. */
  update(person: Person, id: string, issue: object, files?: readonly SentFile[]): Promise<readonly number[]>
  /** The number of a custom field. */
  field(name: string): number
  /** The number of a status. */
  status(name: string): number
  key(person: Person): string
  user(person: Person): number
}

/** The one that is up, or nothing where none answers. */
export async function redmine(): Promise<Redmine | undefined> {
  const file = `${folder}/seed.json`
  if (!existsSync(file)) return undefined
  const { keys, users, tracker, fields, statuses } = seed.parse(JSON.parse(readFileSync(file, 'utf8')))
  const field = (name: string) => fields[name] ?? 0

  async function send(person: Person, path: string, method: string, type: string, body?: string) {
    const response = await fetch(`${url}/${path}`, {
      method,
      headers: { 'x-redmine-api-key': keys[person], 'content-type': type },
      ...(body !== undefined && { body }),
    })
    if (!response.ok) throw new Error(`Redmine answers ${response.status} to ${method} ${path}`)
    const text = await response.text()
    return text === '' ? undefined : (JSON.parse(text) as unknown)
  }

  const as = (person: Person, path: string, method = 'GET', data?: unknown) =>
    send(person, path, method, 'application/json', data === undefined ? undefined : JSON.stringify(data))

  try {
    await as('agent', 'users/current.json')
  } catch {
    return undefined
  }
  return {
    as,
    async update(person, id, issue, files = []) {
      const uploads: object[] = []
      const numbers: number[] = []
      for (const { name, content } of files) {
        const path = `uploads.json?filename=${encodeURIComponent(name)}`
        const { upload } = uploaded.parse(
          await send(person, path, 'POST', 'application/octet-stream', content),
        )
        numbers.push(upload.id)
        uploads.push({ token: upload.token, filename: name })
      }
      await as(person, `issues/${id}.json`, 'PUT', { issue: { ...issue, uploads } })
      return numbers
    },
    field,
    status: name => statuses[name] ?? 0,
    key: person => keys[person],
    user: person => users[person],
    options: {
      url,
      project: 'technical-problems',
      tracker,
      serviceKey: keys.bridge,
      signingSecret: 'for tests alone: 1c937f5a',
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
      },
    },
  }
}

/** The two customers of the seed, by one adapter, as a server has it; each a server of its own. */
export function customersOf({ options, key, user }: Redmine, more: Partial<RedmineOptions> = {}) {
  const adapterFor = redmineAdapter({ ...options, ...more })
  const customer = (person: 'customer' | 'stranger', account: Account) =>
    adapterFor({
      user: user(person),
      key: key(person),
      context: () => Promise.resolve({ ...testContext, account, now: Date.now() }),
    })
  return { adapter: customer('customer', testAccount), stranger: customer('stranger', stranger) }
}

/** An engineer, who knows nothing of this library: they write in Redmine. */
export function engineerOf({ update, field, status }: Redmine) {
  return {
    ask: (id, text) => update('agent', id, { notes: text, status_id: status('Feedback') }),
    offer(id) {
      const unitNet = { amount: '149.90', currency: 'EUR' }
      const lines = [{ extra: 'malware-removal', quantity: '1', unitNet }]
      const order = { lines, customer: { country: 'PL', kind: 'business' }, date: '2026-11-26' } as const
      const value = JSON.stringify(quoteExtras(order, everything.context?.tax))
      return update('agent', id, { custom_fields: [{ id: field('Offer'), value }] })
    },
  } satisfies ConformanceStaff
}
