import type { ServicePolicy } from '../policy/policy.js'
import type { Entry, Fact, FileRef } from '../tracking/intervention.js'
import type { RequestPart } from './ticket-part.js'

/** A fact, and who stated it. */
export type Said = readonly [Entry['by'], Fact]

/** What a request that was filed puts on its ticket. */
export function filed(
  { filing }: RequestPart,
  files: readonly FileRef[],
  policy: ServicePolicy,
): readonly Said[] {
  const { text, authorization, quote: price, access } = filing
  const stage = policy.stages.find(({ phase }) => phase === 'received')?.id ?? 'submitted'
  return [
    ['customer', { kind: 'message', text, format: 'text', files }],
    ['customer', { kind: 'authorization', record: authorization }],
    ...(price?.approvedAt === undefined
      ? []
      : [
          [
            'customer',
            { kind: 'quote', quote: price.quote, digest: price.digest, state: 'approved' },
          ] as const,
        ]),
    ...(access.kind === 'account' ? [['customer', { kind: 'access', event: 'sealed' }] as const] : []),
    ['system', { kind: 'stage', stage }],
  ]
}
