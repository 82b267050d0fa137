import { introserv } from '../../src/policy/introserv.js'
import type { Authorization, AuthorizationRecord } from '../../src/authorization/authorization.js'
import type { Entry, Fact, FileRef } from '../../src/tracking/intervention.js'
import { quotes } from './whole.js'

/** When every story begins. */
export const start = Date.UTC(2026, 10, 26, 10)

export const minute = 60_000

/** Who says what; the minute since the beginning where it matters, else one after the other. */
export type Line = readonly [by: Entry['by'], fact: Fact, minute?: number]

/** A ticket's entries, in order. */
export function story(lines: readonly Line[], from = 1): Entry[] {
  return lines.map(([by, fact, at], index) => ({
    id: `e${from + index}`,
    seq: from + index,
    rev: 0,
    at: start + (at ?? from + index - 1) * minute,
    by,
    fact,
  }))
}

const written = (text: string, files: readonly FileRef[] = []) => ({ text, format: 'text' as const, files })

export const says = (text = 'Hello.', files: readonly FileRef[] = []): Fact => ({
  kind: 'message',
  ...written(text, files),
})
export const asks = (text = 'Which disk?'): Fact => ({ kind: 'question', ...written(text) })
export const sums = (text = 'All is well.'): Fact => ({ kind: 'summary', ...written(text) })
export const stage = (id: string, reason?: string): Fact => ({
  kind: 'stage',
  stage: id,
  ...(reason !== undefined && { reason }),
})
export const access = (event: Extract<Fact, { kind: 'access' }>['event'], role?: string): Fact => ({
  kind: 'access',
  event,
  ...(role !== undefined && { role }),
})
export const method = (id: string, reason?: string): Fact => ({
  kind: 'method',
  method: id,
  ...(reason !== undefined && { reason }),
})
export const effort = (of: 'standard' | 'complex'): Fact => ({ kind: 'effort', effort: of })
export const promise = (at: number): Fact => ({ kind: 'promise', until: start + at * minute })
export const price = (digest: string, state: Extract<Fact, { kind: 'quote' }>['state']): Fact => ({
  kind: 'quote',
  quote: quotes[0]!,
  digest,
  state,
})
export const checksOff = (item: string): Fact => ({ kind: 'check-off', item })
export const cannotHave = (extra: string): Fact => ({ kind: 'extra', extra, state: 'unavailable' })

/** What a customer of the preset agrees to: everything. */
export function authorization(changes: Partial<AuthorizationRecord> = {}): Authorization {
  return {
    record: {
      v: 1,
      statement: { version: '1', language: 'en', text: 'I authorize.' },
      requestKey: 'request-key',
      provider: 'INTROSERV',
      server: { kind: 'ip', value: '192.0.2.1' },
      tasks: ['remote-access-restore'],
      extras: [],
      methods: introserv.methods.map(({ id }) => id),
      window: 'until-done',
      reboot: true,
      mounting: true,
      duties: [],
      signer: { name: 'Anna Kowalska', account: 'acc-1', owner: 'known' },
      clientTime: start,
      serverTime: start,
      ...changes,
    },
    digest: 'ab'.repeat(32),
  }
}
export const authorizes = (changes?: Partial<AuthorizationRecord>): Fact => ({
  kind: 'authorization',
  record: authorization(changes),
})

/** How every request begins: the words, the consent, the access, the stage. */
export const filed: readonly Line[] = [
  ['customer', says('SSH does not answer.'), 0],
  ['customer', authorizes(), 0],
  ['customer', access('sealed'), 0],
  ['system', stage('submitted'), 0],
]

/** On to where the engineers work. */
export const working: readonly Line[] = [
  ...filed,
  ['engineer', stage('verification'), 2],
  ['engineer', stage('assessment'), 4],
  ['engineer', method('ssh-rdp', 'the usual way'), 5],
  ['engineer', stage('in-progress'), 6],
]

/** On to the question that stops the work. */
export const waiting: readonly Line[] = [
  ...working,
  ['engineer', asks(), 10],
  ['engineer', stage('waiting-for-customer'), 10],
]

/** On to the end. */
export const done: readonly Line[] = [...working, ['engineer', sums(), 30], ['engineer', stage('done'), 30]]
