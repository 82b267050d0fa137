import * as z from 'zod/mini'
import { parse } from '../parse.js'
import { not, ok, type Result } from '../result.js'
import type { Credentials, OpenedBinding, SealBinding } from './credentials.js'

/** What the provider's engineer gets to see: the login details, and what they were given for. */
export interface OpenedCredentials {
  readonly credentials: Credentials
  /** To compare with the ticket, see `bindingFlaws`: a sealed text can be moved unnoticed, its inside can't. */
  readonly binding: OpenedBinding
  /** The ids of the keys that it was sealed to. */
  readonly keyIds: readonly string[]
}

/** The length of the sealed text tells the length of the password, unless it is filled up to a multiple of this. */
const block = 1_024

/** What a terminal would obey, and an eye would miss: control, format and separator characters, other blanks. */
const unseen = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/gu

/**
 * The bytes to be sealed: JSON that a person can read behind `age -d`, filled up with blanks to a multiple of 1,024.
 *
 * Characters that can't be seen are written as `\u…`, so that the engineer sees them and the terminal doesn't.
 */
export function writeSealedText({
  credentials,
  binding,
  keyIds,
}: OpenedCredentials & { readonly binding: SealBinding }): Uint8Array {
  const { username, port, secondFactor } = credentials
  const { requestKey, account, server, time } = binding
  const secret =
    'password' in credentials
      ? { password: credentials.password }
      : {
          privateKey: credentials.privateKey,
          ...(credentials.passphrase === undefined ? {} : { passphrase: credentials.passphrase }),
        }
  const json = JSON.stringify(
    {
      v: 1,
      requestKey,
      account,
      server,
      time: new Date(time).toISOString(),
      keyIds,
      username,
      ...secret,
      ...(port === undefined ? {} : { port }),
      secondFactor,
    },
    null,
    2,
  )
  const seen = json.replace(unseen, character => (character === '\n' ? character : escape(character)))
  return padded(new TextEncoder().encode(seen))
}

function escape(character: string): string {
  const units = Array.from({ length: character.length }, (_, index) => character.charCodeAt(index))
  return units.map(unit => `\\u${unit.toString(16).padStart(4, '0')}`).join('')
}

function padded(text: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(Math.ceil((text.length + 1) / block) * block).fill(0x20)
  bytes.set(text)
  bytes[bytes.length - 1] = 0x0a
  return bytes
}

const bound = {
  v: z.literal(1),
  requestKey: z.string(),
  account: z.exactOptional(z.string()),
  server: z.string(),
  time: z.string().check(z.refine(time => !Number.isNaN(Date.parse(time)))),
  keyIds: z.array(z.string()),
  username: z.string(),
  port: z.exactOptional(z.int().check(z.minimum(1), z.maximum(65_535))),
  secondFactor: z.boolean(),
}

const sealedText = z.union([
  z.strictObject({ ...bound, password: z.string() }),
  z.strictObject({ ...bound, privateKey: z.string(), passphrase: z.exactOptional(z.string()) }),
])

/** Reads what was sealed. The problem says nothing of what stood there. */
export function readSealedText(text: string): Result<OpenedCredentials, 'not-credentials'> {
  const parsed = parse(sealedText, fromJson(text))
  if (!parsed.ok) return not('not-credentials')
  const { v: _, requestKey, account, server, time, keyIds, ...credentials } = parsed.value
  const binding = { requestKey, ...(account !== undefined && { account }), server, time: Date.parse(time) }
  return ok({ credentials, binding, keyIds })
}

function fromJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
