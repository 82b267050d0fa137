import type { FlowState } from '../../src/index.js'
import type { Attachments } from '../shared/attachments.controller.js'
import { refusesLogin } from './consequences.js'
import type { DraftKeeping } from './draft-keeping.js'
import type { DraftStore } from './draft-store.js'
import type { Keeping } from './keeping.js'

/** What holds something of a request. */
interface Holders {
  readonly store: DraftStore
  readonly keeping: Keeping
  readonly drafts: DraftKeeping
  readonly attachments: Attachments
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
  if (now.at === 'accepted' || now.at === 'elsewhere') drafts.end()
  if (now.at !== 'accepted') return
  store.unseal()
  attachments.clear()
}
