import * as z from 'zod/mini'
import { systemFamilies } from '../credentials/temporary-account.js'
import type { Buyer, Draft } from './draft.js'

/** Longer than any text that is taken, so that one that is too long can still be shortened after a reload. */
export const longestTyped = 200_000

/** The most items of a list or a table: more than a policy may have. */
const most = 200

const typed = z.string().check(z.maxLength(longestTyped))
const name = z.string().check(z.maxLength(1_000))
const names = z.array(name).check(z.maxLength(most))

const buyer: z.ZodMiniType<Partial<Buyer>> = z.object({
  country: z.exactOptional(name),
  postcode: z.exactOptional(name),
  kind: z.exactOptional(z.enum(['consumer', 'business'])),
  vatId: z.exactOptional(name),
})

/** A draft as a form has it: half done, and with texts that no request may hold. */
export const draftSchema: z.ZodMiniType<Draft> = z.object({
  serverFrom: z.enum(['unchosen', 'list', 'typed']),
  serviceId: name,
  serverText: typed,
  serverType: z.enum(['', 'dedicated', 'vps', 'unknown']),
  operatingSystem: typed,
  tasks: names,
  extras: names,
  quantities: z.record(name, name).check(z.refine(all => Object.keys(all).length <= most)),
  buyer,
  problem: typed,
  action: typed,
  errors: typed,
  access: z.enum(['', 'account', 'ssh-key', 'none']),
  credentialKind: z.enum(['password', 'private-key']),
  username: typed,
  port: typed,
  secondFactor: z.boolean(),
  temporaryAccount: z.nullable(z.object({ family: z.enum(['', ...systemFamilies]), username: name })),
  noAccessReason: typed,
  consoleConsent: z.boolean(),
  duties: z.array(z.object({ id: name, text: typed })).check(z.maxLength(most)),
  methods: z.union([z.literal('by-fit'), names]),
  timeWindow: z.enum(['until-done', '24h', '7d']),
  reboot: z.boolean(),
  signer: typed,
  ownerDeclared: z.boolean(),
  agreed: z.nullable(z.object({ language: name, text: typed })),
})
