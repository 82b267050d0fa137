import { Hono } from 'hono'
import type { Context } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import * as z from 'zod/mini'
import type { Fact, ServicePolicy } from '../../src/index.js'
import { parse } from '../../src/parse.js'
import { customers } from './customers.js'
import type { Customer } from './customers.js'
import { act, factsAsked, offer, offerAsked } from './desk-acts.js'
import type { Outcome } from './desk-acts.js'
import { accountsOf, deskHistory, isAmongServices } from './desk-ticket.js'
import { put, standingIn } from './history.js'
import type { Keys } from './keys.js'
import type { Sale } from './sale.js'
import type { Store } from './store.js'
import type { StoredTicket } from './stored.js'

/** How much of the list, and of a history, goes out where nothing else is asked for, and at most. */
const PAGE = { fewest: 100, most: 1_000 } as const
const LARGEST = 1_000_000
const LONGEST_SOUGHT = 200

const openingAsked = z.object({ role: z.string().check(z.minLength(1), z.maxLength(100)) })

/** What the desk works with. */
export interface DeskParts {
  readonly store: Store
  readonly keys: Keys
  readonly policy: ServicePolicy
  readonly sale: Sale
}

/**
 * What the engineers' page asks. The demo's own, not the protocol, and open to whoever reaches this machine.
 *
 * Every call carries a header of its own: another site's page can't send one without asking first, and nobody answers.
 */
export function deskApi({ store, keys, policy, sale }: DeskParts): Hono {
  const api = new Hono()

  api.use('*', async (c, next) => {
    if (c.req.header('x-nordhost-desk') !== '1') return c.json({ code: 'forbidden' }, 403)
    c.header('cache-control', 'no-store')
    return next()
  })

  api.get('/requests', c => {
    const sought = (c.req.query('find') ?? '').slice(0, LONGEST_SOUGHT)
    const people = customers.filter(one => isCalled(one, sought)).map(({ person }) => person)
    const { tickets, total } = store.queue({ sought, people, limit: limitIn(c) })
    return c.json({ now: Date.now(), total, requests: tickets.map(summaryOf) })
  })

  api.get('/requests/:number', c => {
    const ticket = ticketIn(store, c)
    if (ticket === undefined) return c.json({ code: 'not-found' }, 404)
    const { key, facts, sealed, number, version } = ticket
    // What the desk has already is neither read nor sent again each second.
    if (c.req.query('known') === String(version)) return c.json({ unchanged: true })
    // Facts and sealed text go out as the text that was stored: the engineer's browser reads and checks the very bytes.
    return c.json({
      ...summaryOf(ticket),
      key,
      facts,
      sealed: sealed ?? null,
      accounts: accountsOf(ticket),
      isAmongServices: isAmongServices(ticket),
      ...deskHistory(store, number, policy, limitIn(c)),
    })
  })

  api.use('*', bodyLimit({ maxSize: LARGEST, onError: c => c.json({ code: 'too-large' }, 413) }))

  api.post('/requests/:number/opened', async c => {
    const asked = await bodyOf(c, openingAsked)
    if (!asked.ok) return c.json({ code: 'invalid' }, 422)
    const opened = store.atOnce(() => {
      const ticket = ticketIn(store, c)
      if (ticket?.sealed === undefined) return ticket
      const fact: Fact = { kind: 'access', event: 'opened', role: asked.value.role }
      return put(store, ticket, { by: 'engineer', facts: [fact] }, Date.now(), policy)
    })
    if (opened?.access === undefined) return c.json({ code: 'not-found' }, 404)
    if (opened.sealed !== undefined) return c.json(summaryOf(opened))
    const { withdrawn } = standingIn(store, opened.number, policy).access
    return c.json({ code: withdrawn ? 'withdrawn' : 'destroyed' }, 410)
  })

  api.post('/requests/:number/facts', async c => {
    const asked = await bodyOf(c, factsAsked)
    const ticket = ticketIn(store, c)
    if (ticket === undefined) return c.json({ code: 'not-found' }, 404)
    if (!asked.ok) return c.json({ code: 'invalid' }, 422)
    const { version, facts } = asked.value
    return told(c, act(store, ticket.number, version, facts, policy))
  })

  api.post('/requests/:number/offer', async c => {
    const asked = await bodyOf(c, offerAsked)
    const ticket = ticketIn(store, c)
    if (ticket === undefined) return c.json({ code: 'not-found' }, 404)
    if (!asked.ok) return c.json({ code: 'invalid' }, 422)
    return told(c, await offer(store, ticket, customerOf(ticket), asked.value, policy, sale))
  })

  api.get('/key', c => c.text(keys.onCallIdentity))

  api.get('/files/:id', c => {
    const file = store.openFile(c.req.param('id'))?.file
    if (file === undefined) return c.json({ code: 'not-found' }, 404)
    c.header('content-type', 'application/octet-stream')
    return c.body(file.body)
  })

  return api
}

function limitIn(c: Context): number {
  const asked = Number(c.req.query('limit') ?? PAGE.fewest)
  return Number.isInteger(asked) ? Math.min(Math.max(asked, 1), PAGE.most) : PAGE.fewest
}

function isCalled({ account }: Customer, sought: string): boolean {
  return account.name.toLowerCase().includes(sought.trim().toLowerCase())
}

function ticketIn(store: Store, c: Context): StoredTicket | undefined {
  const number = c.req.param('number') ?? ''
  return /^[1-9]\d{0,14}$/.test(number) ? store.ticket(Number(number)) : undefined
}

async function bodyOf<T>(c: Context, schema: z.ZodMiniType<T>) {
  const body: unknown = await c.req.json().catch(() => undefined)
  return parse(schema, body)
}

function told(c: Context, outcome: Outcome | undefined): Response {
  switch (outcome?.is) {
    case undefined:
      return c.json({ code: 'not-found' }, 404)
    case 'conflict':
      return c.json({ code: 'conflict', version: outcome.ticket.version }, 409)
    case 'refused':
      return c.json({ code: 'invalid', why: outcome.why }, 422)
    case 'done':
      return c.json(summaryOf(outcome.ticket))
  }
}

function customerOf(ticket: StoredTicket): Customer | undefined {
  return customers.find(({ person }) => person === ticket.person)
}

function summaryOf(ticket: StoredTicket) {
  const { number, version, phase, stage, openedAt, changedAt } = ticket
  const customer = customerOf(ticket)
  return {
    ...{ number, version, phase, stage, openedAt, changedAt },
    server: { kind: ticket.serverKind, value: ticket.server },
    person: customer?.account.name ?? ticket.person,
    company: ticket.account,
    firstResponseBy: ticket.firstResponseBy ?? null,
    access: ticket.access ?? null,
  }
}
