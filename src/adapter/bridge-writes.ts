import { parse } from '../parse.js'
import { quoteOrder } from '../quote/schema.js'
import type { FieldKey } from '../request/field.js'
import { version } from '../tracking/schema.js'
import type { Filed } from './adapter.js'
import { jsonAnswer } from './bridge-answer.js'
import { filingIn, jsonIn, messageIn } from './bridge-body.js'
import { routeOf, type Exchange } from './bridge-exchange.js'
import { soundQuote } from './bridge-quote.js'
import { AdapterFault } from './fault.js'
import { checkAuthorization } from './filing-check.js'
import { filingDigest } from './filing-digest.js'
import { checkConsent } from './message-check.js'
import { messageDigest } from './message-digest.js'
import { once, type Once } from './once.js'
import { keyHeader, versionsIn } from './protocol.js'
import { vatQuestion, writeKey } from './wire.js'

/** What this process remembers of writes, by account and key. */
export interface RememberedWrites {
  readonly submits: Once<Filed>
  readonly replies: Once<{ readonly unstored: readonly FieldKey[] }>
}

/** Nothing yet. */
export function rememberedWrites(): RememberedWrites {
  return { submits: once(), replies: once() }
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
  { submits }: RememberedWrites,
  most: number,
): Promise<Filed> {
  const key = keyOf(request)
  const { capabilities } = adapter
  const filing = await filingIn(request, most, capabilities)
  await checkAuthorization(filing, key, account)
  const digest = await filingDigest(filing)
  const isUnsafe = capabilities.retries.submit === 'unsafe'
  return submits.run(JSON.stringify([account, key]), digest, isUnsafe, () => adapter.submit(filing, { key }))
}

async function replied(
  { request, account, adapter, path: [, id = ''] }: Exchange,
  { replies }: RememberedWrites,
  most: number,
): Promise<{ readonly unstored: readonly FieldKey[] }> {
  const key = keyOf(request)
  const write = { key, ...conditionOf(request) }
  const { capabilities } = adapter
  const message = await messageIn(request, most, capabilities)
  await checkConsent(message, account)
  const digest = await messageDigest(id, message)
  const isUnsafe = capabilities.retries.reply === 'unsafe'
  return replies.run(JSON.stringify([account, key]), digest, isUnsafe, () =>
    adapter.reply(id, message, write),
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
