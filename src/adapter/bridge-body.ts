import type * as z from 'zod/mini'
import { parse } from '../parse.js'
import type { Filing } from '../request/filing.js'
import type { Capabilities, Message } from './adapter.js'
import { boundedBytes } from './bounded-body.js'
import { AdapterFault } from './fault.js'
import { countParts } from './count-parts.js'
import { checkedFiling } from './filing-check.js'
import { keptFile, refuseFiles, type FileField } from './kept-file.js'
import { checkedMessage } from './message-check.js'
import { plainCopy } from './plain.js'
import { mostFiles } from './wire.js'

/** More than the longest request without its files, each control character in it written as six. */
const longestData = 4_000_000

/** More than any request's data and files: each part costs time to take out, an empty one too. */
const mostParts = 2 * mostFiles

/** More than an order of a hundred lines. */
const longestQuestion = 500_000

/**
 * The request in a multipart body: `json`, and `file` as often as there are files.
 *
 * @throws {AdapterFault} `too-large` over the limits; `invalid` with the fields for what breaks the schema.
 */
export async function filingIn(request: Request, most: number, capabilities: Capabilities): Promise<Filing> {
  const { data, files } = await partsIn(request, most, capabilities, 'attachments')
  const filing = checkedFiling(data)
  return files.length > 0 ? { ...filing, files } : filing
}

/**
 * The message in a multipart body of the same make.
 *
 * @throws {AdapterFault} As `filingIn`.
 */
export async function messageIn(
  request: Request,
  most: number,
  capabilities: Capabilities,
): Promise<Message> {
  const { data, files } = await partsIn(request, most, capabilities, 'replyFiles')
  const message = checkedMessage(data)
  return files.length > 0 ? { ...message, files } : message
}

/** What a multipart body is made of; `field`: where the files are asked for. */
async function partsIn(
  request: Request,
  most: number,
  { files: limits }: Capabilities,
  field: FileField,
): Promise<{ readonly data: unknown; readonly files: readonly File[] }> {
  const form = await formIn(request, most)
  const names = new Set(form.keys())
  names.delete('json')
  names.delete('file')
  const [json, ...more] = form.getAll('json')
  if (json === undefined || more.length > 0 || names.size > 0) throw new AdapterFault('invalid')

  const files = form.getAll('file').filter(part => part instanceof File)
  if (files.length !== form.getAll('file').length) throw new AdapterFault('invalid', { fields: [field] })
  refuseFiles(files, limits, field)
  return { data: await dataIn(json), files: files.map(file => keptFile(file, field)) }
}

/**
 * The checked data of a JSON body.
 *
 * @throws {AdapterFault} `too-large` over the limit; `invalid` for what is no JSON or breaks the schema.
 */
export async function jsonIn<T>(request: Request, most: number, schema: z.ZodMiniType<T>): Promise<T> {
  const type = request.headers.get('content-type')?.toLowerCase() ?? ''
  if (!/^application\/json\s*(?:;|$)/.test(type)) throw new AdapterFault('invalid')
  const bytes = await bytesIn(request, Math.min(most, longestQuestion))
  let data: unknown
  try {
    data = plainCopy(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)))
  } catch (cause) {
    throw new AdapterFault('invalid', { cause })
  }
  const parsed = parse(schema, data)
  if (!parsed.ok) throw new AdapterFault('invalid')
  return parsed.value
}

async function formIn(request: Request, most: number): Promise<FormData> {
  const type = request.headers.get('content-type') ?? ''
  if (!type.toLowerCase().startsWith('multipart/form-data')) throw new AdapterFault('invalid')
  const bytes = await bytesIn(request, most)
  const parts = countParts(bytes, type, mostParts)
  if (parts === undefined) throw new AdapterFault('invalid')
  if (parts > mostParts) throw new AdapterFault('too-large')
  try {
    return await new Response(bytes, { headers: { 'content-type': type } }).formData()
  } catch (cause) {
    throw new AdapterFault('invalid', { cause })
  }
}

async function bytesIn(request: Request, most: number): Promise<Uint8Array<ArrayBuffer>> {
  if (Number(request.headers.get('content-length') ?? 0) > most) throw new AdapterFault('too-large')
  const bytes = await boundedBytes(request.body, most)
  if (!bytes) throw new AdapterFault('too-large')
  return bytes
}

async function dataIn(part: FormDataEntryValue): Promise<unknown> {
  const tooLong = typeof part === 'string' ? part.length > longestData : part.size > longestData
  if (tooLong) throw new AdapterFault('too-large')
  try {
    return plainCopy(JSON.parse(typeof part === 'string' ? part : await part.text()))
  } catch (cause) {
    throw new AdapterFault('invalid', { cause })
  }
}
