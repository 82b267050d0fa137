import type * as z from 'zod/mini'
import { parse } from '../parse.js'
import { version } from '../tracking/schema.js'
import type { Call, Capabilities, InterventionAdapter, Write } from './adapter.js'
import { answerOf, faultOf } from './answer.js'
import { safeBlob } from './safe-blob.js'
import { untilAborted } from './until-aborted.js'
import * as wire from './wire.js'

/** What is assumed of a system that has not told yet: nothing that could be promised in vain. */
export const conservative: Capabilities = Object.freeze({
  phases: Object.freeze(['working', 'waiting', 'done'] as const),
  retries: Object.freeze({ submit: 'unsafe', reply: 'unsafe' } as const),
  locking: false,
  files: null,
  sealed: null,
  pollEveryMs: 15_000,
})

/**
 * Any adapter, made safe to show: every answer is checked and copied, every failure is an `AdapterFault`.
 *
 * A broken answer and whatever else is thrown become `unavailable`, with the cause kept for the page and never shown;
 * after a write they are `uncertain`, since the ticket may exist. Broken capabilities are read as the most cautious
 * ones, and every call fails. Aborting rejects with the signal's own reason, whether the adapter listens or not.
 * Optional methods that the adapter doesn't have stay missing.
 */
export function guardedAdapter(adapter: InterventionAdapter): InterventionAdapter {
  const capabilities = () => answerOf(wire.capabilities, adapter.capabilities)

  async function guarded<T>(
    call: Call | undefined,
    run: () => unknown,
    read: (answer: unknown) => T,
    uncertain = false,
  ): Promise<T> {
    const signal = call?.signal
    signal?.throwIfAborted()
    let begun = false
    try {
      capabilities()
      begun = true
      return read(await untilAborted(signal, () => new Promise(resolve => resolve(run()))))
    } catch (error) {
      signal?.throwIfAborted()
      throw faultOf(error, uncertain && begun)
    }
  }

  const ask = <T>(schema: z.ZodMiniType<T>, call: Call | undefined, run: () => unknown) =>
    guarded(call, run, answer => answerOf(schema, answer))
  const tell = <T>(schema: z.ZodMiniType<T>, write: Write, run: (write: Write) => unknown) =>
    guarded(
      write,
      () => run(safeWrite(write)),
      answer => answerOf(schema, answer, true),
      true,
    )

  const find = methodOf(adapter, 'find')
  const watch = methodOf(adapter, 'watch')
  const quote = methodOf(adapter, 'quote')
  const checkVatId = methodOf(adapter, 'checkVatId')

  return {
    get capabilities() {
      try {
        return capabilities()
      } catch {
        return conservative
      }
    },
    context: call => ask(wire.context, call, () => adapter.context(call)),
    submit: (filing, write) => tell(wire.filed, write, safe => adapter.submit(filing, safe)),
    list: (query, call) => ask(wire.interventionPage, call, () => adapter.list(query, call)),
    get: (id, known, call) => ask(wire.interventionOrNothing, call, () => adapter.get(id, known, call)),
    entries: (id, after, call) => ask(wire.entryPage, call, () => adapter.entries(id, after, call)),
    reply: (id, message, write) => tell(wire.unstored, write, safe => adapter.reply(id, message, safe)),
    open: (file, call) => guarded(call, () => adapter.open(file, call), safeBlob),
    ...(find && { find: (key, call) => ask(wire.filedOrNothing, call, () => find.call(adapter, key, call)) }),
    ...(watch && {
      watch(id, changed, call) {
        try {
          const begin: () => unknown = () =>
            watch.call(adapter, id, tellOnlyVersions(changed, call.signal), call)
          const begun = begin()
          // One that is asynchronous, against its type, has nobody to tell that it failed: the next `get` will.
          if (begun instanceof Promise) begun.catch(() => undefined)
        } catch (error) {
          throw faultOf(error)
        }
      },
    }),
    ...(quote && {
      quote: (order, call) => ask(wire.bindingQuote, call, () => quote.call(adapter, order, call)),
    }),
    ...(checkVatId && {
      checkVatId: (id, call) => ask(wire.vatCheck, call, () => checkVatId.call(adapter, id, call)),
    }),
  } satisfies InterventionAdapter
}

/** An optional method, where there is one that can be called. */
function methodOf<K extends 'find' | 'watch' | 'quote' | 'checkVatId'>(
  adapter: InterventionAdapter,
  name: K,
): InterventionAdapter[K] {
  try {
    const method = adapter[name]
    return typeof method === 'function' ? method : undefined
  } catch {
    return undefined
  }
}

/** A write whose progress is a number from 0 to 1, and whose listener can't make the adapter fail. */
function safeWrite(write: Write): Write {
  if (!write.onProgress) return write
  return {
    ...write,
    onProgress(fraction) {
      if (!(fraction >= 0 && fraction <= 1)) return
      try {
        write.onProgress?.(fraction)
      } catch {
        // The listener's own failure is no failure of the write.
      }
    },
  }
}

/** After the signal, and for what is no version, nothing is told; a listener that fails is no failure of the adapter's. */
function tellOnlyVersions(changed: (version: string) => void, signal: AbortSignal): (told: string) => void {
  return told => {
    const parsed = parse(version, told)
    if (!parsed.ok || signal.aborted) return
    try {
      changed(parsed.value)
    } catch {
      // It has nobody to tell; thrown on, it would stop the adapter's own loop.
    }
  }
}
