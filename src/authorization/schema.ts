import * as z from 'zod/mini'
import { id, instant, label, languageTag, sha256, text } from '../text-schema.js'
import type { Authorization, AuthorizationRecord, WithoutCredentials } from './authorization.js'

/** Longer than any statement that a person would read. */
const longestStatement = 20_000

// Strict throughout: a key that a schema strips would be no part of the digest, and yet stand in what was stored.
const ids = z.array(id).check(z.maxLength(100))

const server: z.ZodMiniType<AuthorizationRecord['server']> = z.strictObject({
  kind: z.enum(['ip', 'hostname', 'service-id', 'service-name']),
  value: text(500).check(z.minLength(1)),
})

const withoutCredentials: z.ZodMiniType<WithoutCredentials> = z.strictObject({
  console: z.boolean(),
  reboot: z.boolean(),
  mounting: z.boolean(),
})

const record: z.ZodMiniType<AuthorizationRecord> = z.strictObject({
  v: z.literal(1),
  statement: z.strictObject({ version: label, language: languageTag, text: text(longestStatement) }),
  requestKey: label,
  provider: label,
  server,
  tasks: ids,
  extras: ids,
  methods: ids,
  window: z.enum(['until-done', '24h', '7d']),
  reboot: z.boolean(),
  mounting: z.boolean(),
  withoutCredentials: z.exactOptional(withoutCredentials),
  duties: z.array(z.strictObject({ id, text: text(longestStatement) })).check(z.maxLength(100)),
  signer: z.strictObject({ name: label, account: label, owner: z.enum(['known', 'declared']) }),
  clientTime: instant,
  serverTime: instant,
})

/** A record with its digest, by its form; whether they belong together is for `verifyAuthorization` to say. */
export const authorization: z.ZodMiniType<Authorization> = z.strictObject({ record, digest: sha256 })
