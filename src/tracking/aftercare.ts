import type { PolicyItem, ServicePolicy } from '../policy/policy.js'
import type { Standing, SummaryEntry } from './standing.js'

/** Something left to the customer, and when it was checked off: epoch milliseconds, `null` while it isn't. */
export interface ToDo {
  readonly item: PolicyItem
  readonly doneAt: number | null
}

/** What is told and asked for after the work. */
export interface Aftercare {
  /** Without the one on new login details where the summary tells of them itself. */
  readonly facts: readonly PolicyItem[]
  readonly toDo: readonly ToDo[]
  /**
   * Does the engineer advise to change passwords? `unsaid` where the summary has no word on it. Whatever it is: the
   * customer's duty to change them stands.
   */
  readonly changePasswords: 'advised' | 'not-advised' | 'unsaid'
  /** Were new login details made? They stand in the customer's account, never here. */
  readonly newCredentials: 'made' | 'none' | 'unsaid'
  readonly summary: SummaryEntry | null
}

/** What there is to tell and to do once a request is done; `null` while it isn't. */
export function aftercareOf(
  { phase, summary, checkedOff }: Standing,
  { aftercare: { facts, toDo } }: ServicePolicy,
): Aftercare | null {
  if (phase !== 'done') return null
  const doneAt = (id: string) => checkedOff.find(({ item }) => item === id)?.at ?? null
  const newCredentials = told(summary?.fact.newCredentials, 'made', 'none')
  return {
    facts: newCredentials === 'unsaid' ? facts : facts.filter(({ id }) => id !== 'new-credentials'),
    toDo: toDo.map(item => ({ item, doneAt: doneAt(item.id) })),
    changePasswords: told(summary?.fact.changePasswords, 'advised', 'not-advised'),
    newCredentials,
    summary,
  }
}

function told<Yes, No>(is: boolean | undefined, yes: Yes, no: No): Yes | No | 'unsaid' {
  if (is === undefined) return 'unsaid'
  return is ? yes : no
}
