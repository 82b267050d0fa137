import { Hono } from 'hono'
import type { Context } from 'hono'
import { recordOrNone, textOrNone } from '../record.js'
import { customers } from './customers.js'
import type { Keys } from './keys.js'
import type { Store, StoredTicket } from './store.js'

const LATEST = 100
const ALL = 1_000

/**
 * What the engineers' page asks. The demo's own, not the protocol, and open to whoever reaches this machine.
 *
 * Every call carries a header of its own: another site's page can't send one without asking first, and nobody answers.
 */
export function deskApi(store: Store, keys: Keys): Hono {
  const api = new Hono()

  api.use('*', async (c, next) => {
    if (c.req.header('x-nordhost-desk') !== '1') return c.json({ code: 'forbidden' }, 403)
    c.header('cache-control', 'no-store')
    return next()
  })

  api.get('/requests', c => {
    const { tickets, total } = store.list({ limit: LATEST })
    return c.json({ now: Date.now(), total, requests: tickets.map(summaryOf) })
  })

  api.get('/requests/:number', c => {
    const ticket = ticketIn(store, c)
    if (ticket === undefined) return c.json({ code: 'not-found' }, 404)
    const { key, facts, sealed, number } = ticket
    // Facts and sealed text go out as the text that was stored: the engineer's browser reads and checks the very bytes.
    return c.json({
      ...summaryOf(ticket),
      key,
      facts,
      sealed: sealed ?? null,
      entries: store.entries(number, 0, ALL),
    })
  })

  api.post('/requests/:number/opened', async c => {
    const role = textOrNone(recordOrNone(await c.req.json().catch(() => undefined)) ?? {}, 'role')
    if (role === undefined || role === '' || role.length > 100) return c.json({ code: 'invalid' }, 422)
    const ticket = ticketIn(store, c)
    const opened = ticket && store.recordOpened(ticket.number, role, Date.now())
    return opened ? c.json(summaryOf(opened)) : c.json({ code: 'not-found' }, 404)
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

function ticketIn(store: Store, c: Context): StoredTicket | undefined {
  const number = c.req.param('number') ?? ''
  return /^[1-9]\d{0,14}$/.test(number) ? store.ticket(Number(number)) : undefined
}

function summaryOf(ticket: StoredTicket) {
  const { number, version, phase, stage, openedAt, changedAt } = ticket
  const customer = customers.find(({ person }) => person === ticket.person)
  return {
    ...{ number, version, phase, stage, openedAt, changedAt },
    server: { kind: ticket.serverKind, value: ticket.server },
    person: customer?.account.name ?? ticket.person,
    company: ticket.account,
    firstResponseBy: ticket.firstResponseBy ?? null,
    access: ticket.access ?? null,
  }
}
