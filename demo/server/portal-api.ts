import { Hono } from 'hono'
import { recordOrNone, textOrNone } from '../record.js'
import { customers } from './customers.js'
import type { Sessions } from './sessions.js'

/** Signing in and out of the demo's client area. JSON only: another site's form can't send it. */
export function portalApi(sessions: Sessions): Hono {
  const api = new Hono()

  api.get('/session', c => {
    c.header('cache-control', 'no-store')
    const people = customers.map(({ person, account }) => {
      const { name, owner } = account
      return { id: person, name, owner }
    })
    return c.json({ people, current: sessions.customerOf(c.req.raw)?.person ?? null })
  })

  api.post('/session', async c => {
    if (!c.req.header('content-type')?.startsWith('application/json')) return c.json({ code: 'invalid' }, 415)
    const person = textOrNone(recordOrNone(await c.req.json().catch(() => undefined)) ?? {}, 'as') ?? ''
    const ended = sessions.end(c.req.raw)
    const started = sessions.start(person)
    if (person !== '' && started === undefined) return c.json({ code: 'invalid' }, 422)
    c.header('set-cookie', started ?? ended)
    return c.body(null, 204)
  })

  return api
}
