import type { InterventionAdapter } from '../../src/adapter/adapter.js'
import type { Attempt } from '../../src/request/flow.js'
import { filingFor, newKey } from '../server/customer.js'
import type { Plant } from './customer.js'

/** Mistakes that a client could make: each has to be noticed. */
export const plants: Readonly<Record<string, Plant>> = {
  'takes a fresh key for a further try': {
    adapter: furtherTries(async () => {
      const key = newKey()
      return { key, filing: await filingFor('anna', key) }
    }),
  },
  'sends other bytes in a further try': {
    adapter: furtherTries(async ({ key, filing }) => ({
      key,
      filing: { ...filing, problem: `${filing.problem} ` },
    })),
  },
  'reads a 502 as "not sent"': {
    fetch: fetch => async request => {
      const answer = await fetch(request)
      return answer.status === 502 ? new Response(answer.body, { status: 501 }) : answer
    },
  },
  'reads a page with 200 as success': {
    fetch: fetch => async request => {
      const answer = await fetch(request)
      const isPage = answer.headers.get('content-type')?.startsWith('text/html')
      return request.method === 'POST' && answer.status === 200 && isPage ? Response.json(invented()) : answer
    },
  },
}

/** What a page sends in place of the same again. */
function furtherTries(
  other: (attempt: Attempt) => Promise<Attempt>,
): (adapter: InterventionAdapter) => InterventionAdapter {
  return adapter => {
    let tries = 0
    return {
      ...adapter,
      // Not copied: it changes when the context has come.
      get capabilities() {
        return adapter.capabilities
      },
      async submit(filing, { key: given, ...write }) {
        tries += 1
        const { key, ...sent } = tries === 1 ? { key: given, filing } : await other({ key: given, filing })
        return adapter.submit(sent.filing, { ...write, key })
      },
    }
  }
}

function invented(): object {
  const now = Date.now()
  const server = { kind: 'ip', value: '203.0.113.24' }
  const ticket = { id: '1', number: '1', version: '1', phase: 'received', server, actions: [] }
  return { intervention: { ...ticket, openedAt: now, changedAt: now, now }, unstored: [] }
}
