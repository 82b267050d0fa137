import type { FlowAction } from '../../src/index.js'
import type { DraftKeeping } from './draft-keeping.js'
import type { Found } from './keeping.js'

type Recovery = Extract<FlowAction, { do: 'discover' | 'recover' }>

/**
 * What the form makes of what the device has kept: a ticket that nobody was told of, a request that is out, or a draft.
 *
 * @param isTheirs - Is it still the same customer's? Another may have come meanwhile: to them it is nobody's.
 */
export async function recovered(
  found: Found,
  drafts: DraftKeeping,
  isTheirs: () => boolean,
): Promise<Recovery | undefined> {
  const { untold, draft, pending } = found
  if (untold && !pending && (draft === undefined || draft.id === untold.key)) {
    drafts.key = untold.key
    return { do: 'discover', number: untold.number }
  }
  await drafts.restore(found)
  if (!pending || !isTheirs()) return undefined
  drafts.key = pending.attempt.key
  return { do: 'recover', attempt: pending.attempt, is: pending.is }
}
