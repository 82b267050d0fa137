import { parse } from '../parse.js'
import { quoteOrder } from '../quote/schema.js'
import { version } from '../tracking/schema.js'
import type { Filed } from './adapter.js'
import { jsonAnswer } from './bridge-answer.js'
import { filingIn, jsonIn, messageIn } from './bridge-body.js'
import { routeOf, type Exchange } from './bridge-exchange.js'
import { outcomeOfFiled, outcomeOfReply, recallFiled, recallReply, type Replied } from './bridge-outcomes.js'
import { soundQuote } from './bridge-quote.js'
import { AdapterFault } from './fault.js'
import { checkAuthorization } from './filing-check.js'
import { filingDigest } from './filing-digest.js'
import { checkConsent } from './message-check.js'
import type { KeyStore } from './key-store.js'
import { messageDigest } from './message-digest.js'
import { once, type Once } from './once.js'
import { keyHeader, versionsIn } from './protocol.js'
import { sharedWrites, type RunShared } from './shared-writes.js'
import { vatQuestion, writeKey } from './wire.js'

/** What is remembered of writes, by account and key. */
export interface RememberedWrites {
  readonly submits: Once<Filed>
  readonly replies: Once<Replied>
  /** What other processes have begun, where they are told of. */
  readonly shared: RunShared | undefined
}

/** Nothing yet in this process; in the store, whatever others keep there. */
export function rememberedWrites(store?: KeyStore): RememberedWrites {
  return { submits: once(), replies: once(), shared: store && sharedWrites(store) }
}

/** Answers a `POST` of at most so many bytes. */
export async function answerPost(
  exchange: Exchange,
  writes: RememberedWrites,
  most: number,
): Promise<Response> {
  const { request, adapter } = exchange
  switch (routeOf(exchange)) {
    case '1 interventions':
      return jsonAnswer(await submitted(exchange, writes, most), 201)
    case '3 interventions replies':
      return jsonAnswer(await replied(exchange, writes, most), 201)
    // Two questions, posted because of what they say: they are aborted with the request, and have no key.
    case '1 quotes': {
      if (!adapter.quote) throw new AdapterFault('unsupported')
      const order = await jsonIn(request, most, quoteOrder)
      return jsonAnswer(await soundQuote(await adapter.quote(order, { signal: request.signal })))
    }
    case '1 vat-checks': {
      if (!adapter.checkVatId) throw new AdapterFault('unsupported')
      const { id } = await jsonIn(request, most, vatQuestion)
      return jsonAnswer({ status: await adapter.checkVatId(id, { signal: request.signal }) })
    }
    default:
      throw new AdapterFault('not-found')
  }
}

// Neither is aborted with its request: a write that has begun is finished, and a second try finds its answer.

async function submitted(
  { request, account, adapter }: Exchange,
  { submits, shared }: RememberedWrites,
  most: number,
): Promise<Filed> {
  const key = keyOf(request)
  const { capabilities } = adapter
  const filing = await filingIn(request, most, capabilities)
  await checkAuthorization(filing, key, account)
  const digest = await filingDigest(filing)
  const isSafe = capabilities.retries.submit === 'safe'
  const run = () => adapter.submit(filing, { key })
  // What several processes remember, this one needn't.
  return submits.run(JSON.stringify([account, key]), digest, !isSafe && !shared, () =>
    shared
      ? shared({
          name: ['submit', account, key],
          digest,
          isSafe,
          run,
          outcomeOf: outcomeOfFiled,
          recall: outcome => recallFiled(adapter, outcome),
          find: adapter.find && (async () => (await adapter.find?.(key)) ?? null),
        })
      : run(),
  )
}

async function replied(
  { request, account, adapter, path: [, id = ''] }: Exchange,
  { replies, shared }: RememberedWrites,
  most: number,
): Promise<Replied> {
  const key = keyOf(request)
  const write = { key, ...conditionOf(request) }
  const { capabilities } = adapter
  const message = await messageIn(request, most, capabilities)
  await checkConsent(message, account)
  const digest = await messageDigest(id, message)
  const isSafe = capabilities.retries.reply === 'safe'
  const run = () => adapter.reply(id, message, write)
  return replies.run(JSON.stringify([account, key]), digest, !isSafe && !shared, () =>
    shared
      ? shared({
          name: ['reply', account, key],
          digest,
          isSafe,
          run,
          outcomeOf: outcomeOfReply,
          recall: async outcome => Promise.resolve(recallReply(outcome)),
        })
      : run(),
  )
}

function keyOf(request: Request): string {
  const key = parse(writeKey, request.headers.get(keyHeader))
  if (!key.ok) throw new AdapterFault('invalid')
  return key.value
}

/** A condition that can't be read is refused: left out, the write would go through that should not. */
function conditionOf(request: Request): { readonly ifVersion?: string } {
  const field = request.headers.get('if-match')
  if (field === null) return {}
  const [known, ...more] = versionsIn(field)
  const ifVersion = parse(version, known)
  if (!ifVersion.ok || more.length > 0) throw new AdapterFault('invalid')
  return { ifVersion: ifVersion.value }
}
