import { parse } from '../parse.js'
import { id as idSchema } from '../text-schema.js'
import type { Filed, InterventionAdapter, Page } from './adapter.js'
import { fileAnswer, jsonAnswer, unchangedAnswer } from './bridge-answer.js'
import type { EventStreams } from './bridge-events.js'
import { routeOf, type Exchange } from './bridge-exchange.js'
import { AdapterFault } from './fault.js'
import { entityTag, versionsIn } from './protocol.js'
import { listQuery, writeKey } from './wire.js'

/** Answers a `GET`. */
export async function answerQuestion(exchange: Exchange, streams: EventStreams): Promise<Response> {
  const { request, url, path, adapter } = exchange
  const call = { signal: request.signal }
  const [, id = ''] = path
  switch (routeOf(exchange)) {
    case '1 context':
      return jsonAnswer(await adapter.context(call))
    case '1 capabilities':
      return jsonAnswer(adapter.capabilities)
    case '1 interventions':
      return jsonAnswer(await listOrFind(url.searchParams, adapter, call))
    case '2 interventions': {
      const versions = versionsIn(request.headers.get('if-none-match'))
      const [known] = versions
      const found = await adapter.get(id, versions.length === 1 ? known : undefined, call)
      if (!found || versions.includes(found.version)) return unchangedAnswer()
      return jsonAnswer(found, 200, { etag: entityTag(found.version) })
    }
    case '3 interventions entries': {
      const after = url.searchParams.get('after') ?? undefined
      if (after !== undefined && !parse(idSchema, after).ok) throw new AdapterFault('invalid')
      return jsonAnswer(await adapter.entries(id, after, call))
    }
    case '2 files':
      return fileAnswer(await adapter.open({ id: id, name: id, type: '', bytes: 0 }, call))
    case '3 interventions events':
      return streams.answer(exchange, id)
    default:
      throw new AdapterFault('not-found')
  }
}

async function listOrFind(
  search: URLSearchParams,
  adapter: InterventionAdapter,
  call: { readonly signal: AbortSignal },
): Promise<Page<unknown> | Filed | null> {
  if (search.has('key')) {
    const key = parse(writeKey, search.get('key'))
    if (!key.ok) throw new AdapterFault('invalid')
    if (!adapter.find) throw new AdapterFault('unsupported')
    return adapter.find(key.value, call)
  }
  const open = search.get('open')
  const from = search.get('cursor')
  const limit = search.get('limit')
  const query = parse(listQuery, {
    ...(open !== null && { open: open === 'true' ? true : open === 'false' ? false : open }),
    ...(from !== null && { cursor: from }),
    ...(limit !== null && { limit: /^\d{1,4}$/.test(limit) ? Number(limit) : limit }),
  })
  if (!query.ok) throw new AdapterFault('invalid')
  return adapter.list(query.value, call)
}
