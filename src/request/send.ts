import type { InterventionAdapter, Write } from '../adapter/adapter.js'
import { AdapterFault } from '../adapter/fault.js'
import type { Attempt, FlowAction, NotSentReason } from './flow.js'
import { faultReason, passesByItself } from './reach.js'
import { firstStepOf } from './step.js'

/** How the customer is told of the progress, and takes the request back while that is possible. */
export type Handing = Pick<Write, 'signal' | 'onProgress'>

/**
 * Hands the request over, and tells what came of it. Never rejects.
 *
 * To be aborted only as long as `onProgress` has told less than 1: then the system can't have all of it, and it wasn't sent.
 */
export async function send(
  attempt: Attempt,
  adapter: InterventionAdapter,
  handing: Handing = {},
): Promise<FlowAction> {
  try {
    return { do: 'accept', filed: await adapter.submit(attempt.filing, { ...handing, key: attempt.key }) }
  } catch (error) {
    return handing.signal?.aborted ? cancelled(attempt, adapter) : outcomeOf(error)
  }
}

/** The last bytes may have gone in the very moment of the press: the system's own word goes before ours. */
async function cancelled({ key }: Attempt, adapter: InterventionAdapter): Promise<FlowAction> {
  const filed = await adapter.find?.(key).catch(() => null)
  return filed ? { do: 'accept', filed } : { do: 'fail', reason: { kind: 'cancelled' } }
}

/**
 * Finds out what became of a request whose outcome is not known: by its key, or by sending the same bytes again where
 * that is safe. Never rejects; `lose` as long as nobody can tell.
 */
export async function lookUp(attempt: Attempt, adapter: InterventionAdapter): Promise<FlowAction> {
  let isAnswered = adapter.find !== undefined
  try {
    const filed = await adapter.find?.(attempt.key)
    if (filed) return { do: 'accept', filed }
  } catch (error) {
    // A bridge always has the question, and the system behind it may have no answer.
    const reason = faultReason(error)
    if (reason.code !== 'unsupported') return lostBy(reason)
    isAnswered = false
  }
  if (adapter.capabilities.retries.submit === 'unsafe')
    return isAnswered ? { do: 'lose', isAbsent: true } : { do: 'lose', code: 'unsupported' }
  try {
    await askSigner(attempt, adapter)
  } catch (error) {
    return lostBy(faultReason(error))
  }
  const again = await send(attempt, adapter)
  if (again.do !== 'fail') return again
  const lost = lostBy(again.reason)
  // Refused for good and with certainty: where it wasn't there before, it isn't now.
  const isRefused = isAnswered && lost.code !== undefined && !passesByItself(lost.code)
  return isRefused ? { ...lost, isAbsent: true } : lost
}

/**
 * Asks whether who has signed the request is still signed in: nobody else's session is to file it.
 *
 * @throws AdapterFault `unauthenticated` where somebody else is; what `context` throws where nobody can tell.
 */
export async function askSigner({ filing }: Attempt, adapter: InterventionAdapter): Promise<void> {
  const { account } = await adapter.context()
  if (account.id !== filing.authorization.record.signer.account) throw new AdapterFault('unauthenticated')
}

/** Once it may have arrived, that it didn't this time says nothing of the first. */
export function lostBy(reason: NotSentReason): Extract<FlowAction, { do: 'lose' }> {
  if (reason.kind !== 'fault') return { do: 'lose' }
  const { code, retryAfterMs } = reason
  return { do: 'lose', code, ...(retryAfterMs !== undefined && { retryAfterMs }) }
}

function outcomeOf(error: unknown): FlowAction {
  if (!(error instanceof AdapterFault)) return { do: 'lose' }
  // A conflict says that the key is taken, by other words: an earlier try was stored after all.
  if (error.code === 'conflict') return { do: 'lose', differs: true }
  const reason = faultReason(error)
  const { retryAfterMs } = reason
  if (error.uncertain) return { do: 'lose', ...(retryAfterMs !== undefined && { retryAfterMs }) }
  if ((error.code === 'invalid' || error.code === 'too-large') && error.fields.length > 0) {
    return {
      do: 'reject',
      step: firstStepOf(error.fields),
      issues: error.fields.map(field => ({
        field,
        code: error.code === 'too-large' ? 'too-large' : 'refused',
      })),
    }
  }
  return { do: 'fail', reason }
}
