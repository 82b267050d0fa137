import { createParser } from 'eventsource-parser'
import { pause, type Clock } from './clock.js'
import { AdapterFault, type FaultCode } from './fault.js'
import { eventId, heartbeatMs, versionOf } from './protocol.js'
import { readEvents } from './rest-answer.js'
import { retryPace } from './retry-pace.js'
import { untilAborted } from './until-aborted.js'

/** A stream of events, and who wants to know. */
export interface Followed {
  /** Opens it; `headers` say from where on. */
  readonly open: (headers: Readonly<Record<string, string>>, signal: AbortSignal) => Promise<Response>
  readonly changed: (version: string) => void
  readonly signal: AbortSignal
}

/** How a stream ended: for good, or until the next try, not before so many milliseconds. */
type End = 'for-good' | { readonly waitAtLeast: number }

/** Silent for so long, it is broken, whatever the connection says. */
const longestSilence = 2 * heartbeatMs

/** Events are a few bytes each. */
const longestEvent = 10_000

/** A backend may ask for a slower pace, not for its end. */
const longestRetry = 300_000

/** Here is no such stream, and there won't be one. */
const hasNone: readonly FaultCode[] = ['not-found', 'unsupported', 'invalid']

/** Somebody has to do something first. */
const lockedOut: readonly FaultCode[] = ['unauthenticated', 'forbidden']

/** A version that no ticket has: whoever is told it asks for the ticket, and is told what is wrong. */
const unknownVersion = 'locked-out'

/**
 * Tells of each version that a stream of events tells, opening it again and again until the signal aborts.
 *
 * Goes on from the last event. Ends for good where there is no such stream (204, 404, 405, 501), and where nobody is let
 * in (401, 403): that it tells once more, by a version that no ticket has, so that the caller asks and learns why.
 */
export async function followEvents({ open, changed, signal }: Followed, clock: Clock): Promise<void> {
  const pace = retryPace(clock)
  let last: string | undefined
  let retry = 0

  function tell(version: string): void {
    if (version === last || signal.aborted) return
    last = version
    try {
      changed(version)
    } catch {
      // The listener's own failure is none of the stream's.
    }
  }

  async function followOnce(): Promise<End> {
    const quiet = new AbortController()
    const either = AbortSignal.any([signal, quiet.signal])
    const timeUp = () => quiet.abort()
    let cancel = clock.later(longestSilence, timeUp)
    let reader: ReadableStreamDefaultReader<Uint8Array> | undefined
    const parser = createParser({
      maxBufferSize: longestEvent,
      onEvent({ id }) {
        const version = versionOf(id)
        if (version !== undefined) tell(version)
      },
      onRetry(ms) {
        retry = Math.min(ms, longestRetry)
      },
    })
    try {
      const headers = last === undefined ? {} : { 'last-event-id': eventId(last) }
      const body = await untilAborted(either, async () => readEvents(await open(headers, either)))
      if (!body) return 'for-good'
      const from = (reader = body.getReader())
      const decoder = new TextDecoder()
      for (;;) {
        const read = await untilAborted(either, () => from.read())
        if (read.done) return { waitAtLeast: 0 }
        cancel()
        cancel = clock.later(longestSilence, timeUp)
        parser.feed(decoder.decode(read.value, { stream: true }))
      }
    } catch (error) {
      return signal.aborted ? 'for-good' : endOf(error)
    } finally {
      cancel()
      quiet.abort()
      reader?.cancel().catch(() => undefined)
    }
  }

  function endOf(error: unknown): End {
    if (!(error instanceof AdapterFault)) return { waitAtLeast: 0 }
    if (lockedOut.includes(error.code)) tell(unknownVersion)
    if (lockedOut.includes(error.code) || hasNone.includes(error.code)) return 'for-good'
    return { waitAtLeast: error.retryAfterMs ?? 0 }
  }

  while (!signal.aborted) {
    const began = clock.now()
    pace.began()
    const end = await followOnce()
    if (end === 'for-good') return
    // Only a stream that has stood for a while has worked: one that opens and breaks at once has not.
    if (clock.now() - began > longestSilence) pace.worked()
    await pause(pace.wait(Math.max(end.waitAtLeast, retry)), signal, clock)
  }
}
