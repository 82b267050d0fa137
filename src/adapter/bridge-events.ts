import { eventsAnswer } from './bridge-answer.js'
import type { Exchange } from './bridge-exchange.js'
import { ownClock } from './clock.js'
import { AdapterFault } from './fault.js'
import { eventId, heartbeatMs, versionOf } from './protocol.js'

/** A customer's streams at a time, over all of their pages. */
const mostStreams = 20

/** After so many milliseconds a stream is opened anew, and the session asked for again: nobody listens on signed out. */
const longestStream = 600_000

/** An open stream; past `until` it is over, though a worker whose browser has gone may not live to tell. */
interface Stream {
  readonly until: number
}

/** Streams of events, counted by account. */
export interface EventStreams {
  /**
   * Tells of the versions of a ticket for as long as somebody listens: first of the present one, unless that is the last
   * that they heard of.
   *
   * @throws {AdapterFault} What asking for the ticket throws; `rate-limited` for the twenty-first stream of an account;
   * `unsupported` where the adapter can't watch.
   */
  answer(exchange: Exchange, id: string): Promise<Response>
}

/** None yet. */
export function eventStreams(): EventStreams {
  const open = new Map<string, Set<Stream>>()

  function enter(account: string): () => void {
    const now = ownClock.now()
    const streams = open.get(account) ?? new Set()
    for (const stream of streams) if (stream.until <= now) streams.delete(stream)
    if (streams.size >= mostStreams) throw new AdapterFault('rate-limited', { retryAfterMs: 2 * heartbeatMs })
    const stream = { until: now + longestStream }
    open.set(account, streams.add(stream))
    return () => {
      streams.delete(stream)
      if (streams.size === 0 && open.get(account) === streams) open.delete(account)
    }
  }

  return {
    async answer({ request, adapter, account }, id) {
      if (!adapter.watch) throw new AdapterFault('unsupported')
      const known = versionOf(request.headers.get('last-event-id'))
      const leave = enter(account)
      const over = new AbortController()
      const signal = AbortSignal.any([request.signal, over.signal])
      const end = () => {
        leave()
        over.abort()
      }
      try {
        return eventsAnswer(await newsOf({ adapter, id, known, signal, end }))
      } catch (error) {
        end()
        throw error
      }
    },
  }
}

interface Watched extends Pick<Exchange, 'adapter'> {
  readonly id: string
  /** The last version that the listener heard of. */
  readonly known: string | undefined
  readonly signal: AbortSignal
  readonly end: () => void
}

/** The bytes of a stream. Of versions that come faster than they are read only the last is told. */
async function newsOf({ adapter, id, known, signal, end }: Watched): Promise<ReadableStream<Uint8Array>> {
  const news: News = { told: known, latest: known, flush: () => undefined }
  // Listened to before the ticket is asked for: what happens in between is told by one of the two.
  const changed = (version: string) => {
    news.latest = version
    news.flush()
  }
  adapter.watch?.(id, changed, { signal })
  const found = await adapter.get(id, known, { signal })
  if (found && news.latest === known) news.latest = found.version
  signal.throwIfAborted()
  return streamOf(news, signal, end)
}

interface News {
  told: string | undefined
  latest: string | undefined
  /** Tells of the latest version, if that is news and there is room. */
  flush: () => void
}

function streamOf(news: News, signal: AbortSignal, end: () => void): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  let isCancelled = false
  return new ReadableStream<Uint8Array>({
    start(controller) {
      const hasRoom = () => (controller.desiredSize ?? 0) > 0
      const send = (text: string) => controller.enqueue(encoder.encode(text))
      const beat = () => {
        if (hasRoom()) send(':\n\n')
      }
      news.flush = () => {
        const { told, latest } = news
        if (latest === undefined || latest === told || !hasRoom()) return
        news.told = latest
        send(`id: ${eventId(latest)}\ndata: changed\n\n`)
      }
      const heartbeat = setInterval(beat, heartbeatMs)
      const time = setTimeout(end, longestStream)
      const close = () => {
        clearInterval(heartbeat)
        clearTimeout(time)
        end()
        news.flush = () => undefined
        if (!isCancelled) controller.close()
      }
      signal.addEventListener('abort', close, { once: true })
      // Whoever waits for the first byte, a proxy or a browser, knows by it that the stream stands.
      beat()
    },
    pull: () => news.flush(),
    cancel() {
      isCancelled = true
      end()
    },
  })
}
