import { signAuthorization } from '../../src/index.js'
import type { AuthorizationRecord, BindingQuote, Entry, Fact, FileRef } from '../../src/index.js'

/** What a field takes: so many UTF-16 code units, or an id. */
export type Room = number | 'id'

/** The text of a field, by its place. */
export type Put = (place: string, room?: Room) => string

/** Milliseconds. */
export const HOUR = 3_600_000

/** One fact of each kind, its texts filled in. */
export async function factsWith(
  put: Put,
  now: number,
  offered: { readonly quote: BindingQuote['quote']; readonly digest: string },
): Promise<readonly (readonly [by: Entry['by'], fact: Fact])[]> {
  const record: AuthorizationRecord = {
    v: 1,
    statement: {
      version: put('record.version'),
      language: 'en',
      text: put('record.statement', 20_000),
    },
    requestKey: put('record.key'),
    provider: put('record.provider'),
    server: { kind: 'hostname', value: put('record.server', 500) },
    tasks: [put('record.task', 'id')],
    extras: [put('record.extra', 'id')],
    methods: ['rescue', put('record.method', 'id')],
    window: 'until-done',
    reboot: true,
    mounting: true,
    duties: [{ id: put('record.duty', 'id'), text: put('record.dutyText', 20_000) }],
    signer: { name: put('record.signer'), account: put('record.account'), owner: 'known' },
    clientTime: now - HOUR,
    serverTime: now - HOUR,
  }
  const file = (place: string): FileRef => ({
    id: put(`${place}.file.id`, 'id'),
    name: put(`${place}.file.name`, 255),
    type: put(`${place}.file.type`),
    bytes: 12,
  })
  const written = (place: string, format: 'text' | 'markdown' | 'html') => ({
    ...{ text: put(`${place}.text`, 30_000), format, files: [file(place)] },
  })
  return [
    ['customer', { kind: 'message', ...written('request', 'text') }],
    ['customer', { kind: 'authorization', record: await signAuthorization(record) }],
    ['customer', { kind: 'access', event: 'sealed' }],
    ['engineer', { kind: 'stage', stage: 'verification', reason: put('stage.reason', 2_000) }],
    ['engineer', { kind: 'stage', stage: put('stage.id', 'id'), reason: put('stage.reason.1', 2_000) }],
    ['engineer', { kind: 'effort', effort: 'complex', reason: put('effort.reason', 2_000) }],
    [
      'engineer',
      {
        ...{ kind: 'extra', extra: put('unavailable.extra', 'id'), state: 'unavailable' },
        reason: put('unavailable.reason', 2_000),
      },
    ],
    ['engineer', { kind: 'method', method: put('method.id', 'id'), reason: put('method.reason', 2_000) }],
    ['engineer', { kind: 'access', event: 'opened', role: put('opened.role') }],
    ['engineer', { kind: 'message', ...written('answer', 'markdown') }],
    ['engineer', { kind: 'message', ...written('page', 'html') }],
    ['engineer', { kind: 'quote', ...offered, state: 'offered' }],
    ['engineer', { kind: 'promise', until: now + HOUR }],
    ['customer', { kind: 'check-off', item: put('checkOff', 'id') }],
    ['engineer', { kind: 'stage', stage: 'in-progress', reason: put('stage.reason.2', 2_000) }],
    [
      'engineer',
      {
        kind: 'summary',
        ...written('summary', 'text'),
        method: put('summary.method', 'id'),
        changes: put('summary.changes', 5_000),
        newCredentials: true,
        changePasswords: true,
      },
    ],
    ['engineer', { kind: 'question', ...written('question', 'text') }],
    ['engineer', { kind: 'stage', stage: 'waiting-for-customer', reason: put('stage.reason.3', 2_000) }],
  ]
}

/** The facts as entries, a minute apart. */
export function entriesOf(facts: readonly (readonly [Entry['by'], Fact])[], now: number): readonly Entry[] {
  return facts.map(([by, fact], index) => ({
    id: `e-${String(index)}`,
    seq: index + 1,
    rev: 0,
    at: now - HOUR + index * 60_000,
    by,
    fact,
  }))
}
