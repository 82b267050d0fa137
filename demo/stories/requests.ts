import type { Context, Intervention, InterventionAdapter } from '../../src/index.js'
import { memoryAdapter } from '../../src/testing.js'
import { nordhost } from '../policy.js'

const minute = 60_000
const hour = 60 * minute

/** A request as a ticket system tells it; by itself one that an engineer works on since an hour. */
export function request(number: number, changes: Partial<Intervention> = {}): Intervention {
  const now = Date.now()
  return {
    id: `R-${number}`,
    number: String(number),
    version: '1',
    phase: 'working',
    stage: 'in-progress',
    server: { kind: 'ip', value: '203.0.113.20' },
    openedAt: now - hour - (99_999 - number) * minute,
    changedAt: now - hour,
    now,
    actions: ['reply'],
    ...changes,
  }
}

/** A ticket system with these requests, newest first; asked anew at each page. */
export function systemWith(
  requests: () => readonly Intervention[],
  methods: Partial<InterventionAdapter> = {},
): InterventionAdapter {
  const base = memoryAdapter()
  return {
    ...base,
    async context(call): Promise<Context> {
      return { ...(await base.context(call)), policy: nordhost }
    },
    list({ open = false, cursor, limit = 50 }) {
      const all = requests().filter(({ phase }) => !open || (phase !== 'done' && phase !== 'declined'))
      const start = cursor === undefined ? 0 : all.findIndex(({ id }) => id === cursor) + 1
      const items = all.slice(start, start + limit)
      const last = items.at(-1)
      return Promise.resolve({
        items,
        total: all.length,
        ...(last && start + limit < all.length && { cursor: last.id }),
      })
    },
    ...methods,
  }
}

/** One request in each phase, with what is told of each. */
export function everyPhase(): readonly Intervention[] {
  const now = Date.now()
  return [
    request(48_215, {
      phase: 'received',
      stage: 'verification',
      server: { kind: 'hostname', value: 'db1.sklep.example' },
      changedAt: now - 2 * minute,
      promise: { firstResponseBy: now + 8 * minute },
      access: { event: 'sealed', at: now - 3 * minute },
    }),
    request(48_214, {
      server: { kind: 'ip', value: '2001:db8:41::1' },
      access: { event: 'opened', at: now - 40 * minute, role: 'on-call engineer' },
    }),
    request(48_213, {
      phase: 'waiting',
      stage: 'waiting-for-customer',
      server: { kind: 'service-name', value: 'web-gdansk-1' },
      changedAt: now - 20 * minute,
    }),
    request(48_190, {
      actions: ['reply', 'approve-quote', 'decline-quote'],
      server: { kind: 'service-id', value: 'VPS-1093' },
    }),
    request(48_102, {
      phase: 'done',
      stage: 'done',
      changedAt: now - 72 * hour,
      access: { event: 'destroyed', at: now - 72 * hour },
    }),
    request(47_855, { phase: 'declined', stage: 'cancelled', changedAt: now - 900 * hour }),
  ]
}

/** As many as make two pages. */
export function many(count = 25): readonly Intervention[] {
  return Array.from({ length: count }, (_, index) =>
    request(48_300 - index, {
      server: { kind: 'ip', value: `203.0.113.${200 - index}` },
      ...(index > 2 && { phase: 'done', stage: 'done' }),
    }),
  )
}
