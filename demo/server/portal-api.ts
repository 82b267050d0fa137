import { getConnInfo } from '@hono/node-server/conninfo'
import { Hono } from 'hono'
import type { Context } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import * as z from 'zod/mini'
import { parse } from '../../src/parse.js'
import { customers } from './customers.js'
import { rateLimit, tooOften } from './rate.js'
import type { Sessions } from './sessions.js'

/** A name in JSON is shorter. */
const LARGEST = 10_000

/** Who signs in; nobody, who signs out. */
const choice = z.object({ as: z.optional(z.string()) })

/** Signing in and out of the demo's client area. JSON only: another site's form can't send it. */
export function portalApi(sessions: Sessions): Hono {
  const api = new Hono()
  // Whoever signs in makes a row that stays for a week.
  const signingIn = rateLimit({ burst: 100, perSecond: 5 })

  api.get('/session', c => {
    c.header('cache-control', 'no-store')
    const people = customers.map(({ person, account }) => {
      const { name, owner } = account
      return { id: person, name, owner }
    })
    return c.json({ people, current: sessions.customerOf(c.req.raw)?.person ?? null })
  })

  api.use('*', bodyLimit({ maxSize: LARGEST, onError: c => c.json({ code: 'too-large' }, 413) }))

  api.post('/session', async c => {
    if (!c.req.header('content-type')?.startsWith('application/json')) return c.json({ code: 'invalid' }, 415)
    const asked = parse(choice, await c.req.json().catch(() => undefined))
    // A request that can't be read, or names nobody, leaves whoever is signed in as they were.
    if (!asked.ok) return c.json({ code: 'invalid' }, 400)
    const { as: person = '' } = asked.value
    if (person !== '' && !customers.some(one => one.person === person))
      return c.json({ code: 'invalid' }, 422)
    // Only what makes a row is counted, for each client and name apart: nobody locks out anybody else.
    const wait = person === '' ? 0 : signingIn.take(`${addressOf(c)} ${person}`)
    if (wait > 0) return tooOften(wait)
    const started = sessions.start(person)
    const ended = sessions.end(c.req.raw)
    c.header('set-cookie', started ?? ended)
    return c.body(null, 204)
  })

  return api
}

/** Where a request came from; none where no socket is behind it. */
function addressOf(c: Context): string {
  try {
    return getConnInfo(c).remote.address ?? ''
  } catch {
    return ''
  }
}
