import type { FlowState } from '../../src/index.js'
import { refusesLogin } from './consequences.js'
import type { DraftKeeping } from './draft-keeping.js'
import type { DraftStore, Keepers } from './draft-store.js'
import type { Keeping } from './keeping.js'

/** What holds something of a request. */
interface Holders extends Pick<Keepers, 'attachments'> {
  readonly store: DraftStore
  readonly keeping: Keeping
  readonly drafts: DraftKeeping
}

/** Lets go of what a request needs no more in its new state. */
export function letGo(
  before: FlowState,
  now: FlowState,
  { store, keeping, drafts, attachments }: Holders,
): void {
  const { key } = drafts
  // Who goes back to the words wants them sent no more as they were.
  if (before.at === 'not-sent' && now.at === 'draft' && key) void keeping.forget(key)
  // What the ticket system refuses of the login details is sealed: it is typed anew, not corrected.
  if (now.at === 'draft' && now.issues.some(refusesLogin)) store.unseal()
  if (now.at === 'elsewhere' && key) void keeping.settled(key)
  if (now.at !== 'accepted' && now.at !== 'elsewhere') return
  drafts.end()
  // What was sealed for it, and what still stands in the fields, is of no use any more.
  store.unseal()
  if (now.at === 'accepted') attachments.clear()
}
