import type { Call } from './adapter.js'
import { AdapterFault } from './fault.js'
import { untilAborted } from './until-aborted.js'

/** A question may take so long, in milliseconds; a write four times. */
const longestWait = 30_000

/** What is read of an answer at most: a file of ten million bytes in base64, with room. */
export const longestAnswer = 40_000_000

/** One exchange with a ticket system, within its time: an `AdapterFault` for all that goes wrong, or the signal's reason. */
export async function exchanged<T>(
  isWrite: boolean,
  call: Call,
  exchange: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const time = AbortSignal.timeout(longestWait * (isWrite ? 4 : 1))
  const signal = call.signal ? AbortSignal.any([call.signal, time]) : time
  try {
    return await untilAborted(signal, () => exchange(signal))
  } catch (cause) {
    call.signal?.throwIfAborted()
    if (cause instanceof AdapterFault) throw cause
    throw new AdapterFault('unavailable', { cause, uncertain: isWrite })
  }
}
