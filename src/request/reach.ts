import type { Clock } from '../adapter/clock.js'
import { AdapterFault, type FaultCode } from '../adapter/fault.js'
import type { NotSentReason } from './flow.js'
import type { Handing } from './send.js'
import { Silence } from './silence.js'

/** How the system is asked whether it is there. */
export interface ReachOptions {
  readonly clock: Clock
  /** The customer may take the request back meanwhile. */
  readonly handing: Handing
  /** It has been silent for long. */
  readonly onSlow: () => void
  /** It has been silent for so long that it isn't waited for any more. */
  readonly onSilent: () => void
}

/**
 * Asks before anything is sent: why nothing was, or `undefined` once the system has answered. Never rejects, and waits for
 * no answer longer than a request's is waited for.
 */
export function reached(
  ask: () => Promise<unknown>,
  { clock, handing: { signal }, onSlow, onSilent }: ReachOptions,
): Promise<NotSentReason | undefined> {
  return new Promise(resolve => {
    const silence = new Silence({
      clock,
      hasFiles: false,
      onSlow,
      onLost() {
        onSilent()
        end({ kind: 'fault', code: 'unavailable' })
      },
      onHeard: () => undefined,
    })
    const end = (reason?: NotSentReason): void => {
      silence.end()
      signal?.removeEventListener('abort', cancel)
      resolve(reason)
    }
    const cancel = (): void => end({ kind: 'cancelled' })
    if (signal?.aborted) cancel()
    else signal?.addEventListener('abort', cancel, { once: true })
    ask().then(
      () => end(),
      (error: unknown) => end(faultReason(error)),
    )
  })
}

/** Why nothing was sent, by what was thrown. */
export function faultReason(error: unknown): Extract<NotSentReason, { kind: 'fault' }> {
  if (!(error instanceof AdapterFault)) return { kind: 'fault', code: 'unavailable' }
  const { code, retryAfterMs } = error
  return { kind: 'fault', code, ...(retryAfterMs !== undefined && { retryAfterMs }) }
}

/** Is it a fault that passes without anybody's doing? */
export function passesByItself(code: FaultCode): boolean {
  return code === 'unavailable' || code === 'rate-limited'
}
