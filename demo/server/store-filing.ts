import { wordsFor } from '../../locales/index.js'
import type { Entry, Fact, Filing, Service, ServicePolicy } from '../../src/index.js'
import { serverListing, standingOf, ticketText } from '../../src/bridge.js'
import { refsOf } from './files.js'
import { stateOf, write } from './history.js'
import type { NewTicket, StoredFile } from './stored.js'

const MINUTE = 60_000

/** A request as the ticket that it becomes. */
export function ticketOf(
  filing: Filing,
  files: readonly StoredFile[],
  whose: Pick<NewTicket, 'account' | 'person' | 'key' | 'digest'>,
  policy: ServicePolicy,
  services: readonly Service[],
): NewTicket {
  const { access, authorization, text: _, server, ...facts } = filing
  const { quote } = facts
  // What the engineers read is written here, from what was checked: a browser could have written anything.
  const text = ticketText(filing, wordsFor(policy.provider.language), policy, { services })
  const sealed = access.kind === 'account' ? access.sealed : undefined
  const openedAt = Date.now()
  const stage = policy.stages.find(({ phase }) => phase === 'received')?.id ?? 'received'
  const said: readonly (readonly [Entry['by'], Fact])[] = [
    ['customer', { kind: 'message', text, format: 'text', files: refsOf(files) }],
    ['customer', { kind: 'authorization', record: authorization }],
    ...(quote?.approvedAt === undefined
      ? []
      : [
          [
            'customer',
            { kind: 'quote', quote: quote.quote, digest: quote.digest, state: 'approved' },
          ] as const,
        ]),
    ...(sealed ? [['customer', { kind: 'access', event: 'sealed' }] as const] : []),
    ['system', { kind: 'stage', stage }],
  ]
  const { entries, standing } = write(standingOf([], policy), said, openedAt, policy)
  return {
    ...whose,
    ...stateOf(standing, policy),
    serverKind: server.kind,
    server: server.value,
    facts: JSON.stringify({
      ...facts,
      files: undefined,
      server,
      // What the account has may change: as it was when the request came.
      serverListing: serverListing(server, services),
      access: sealed ? { kind: 'account' } : access,
    }),
    sealed: sealed && JSON.stringify(sealed),
    openedAt,
    firstResponseBy: openedAt + policy.times.firstResponse.withinMinutes * MINUTE,
    entries,
    files,
  }
}
