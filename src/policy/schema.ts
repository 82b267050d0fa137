import * as z from 'zod/mini'
import { countryCode, instant, label, languageTag, text } from '../text-schema.js'
import type {
  PolicyAuthorization,
  PolicyExtra,
  PolicyItem,
  PolicyMethod,
  PolicyStage,
  PolicyTask,
  PolicyTimes,
  Provider,
  ServicePolicy,
  TableRate,
  VatTable,
  Wording,
} from './policy.js'

/** The longest text of a policy, in UTF-16 code units: a whole statement of authorization. */
const longestText = 20_000

/** The most items that a list of a policy may hold. */
const mostItems = 100

/** Half a year; longer times are a mistake in the unit. */
const mostMinutes = 262_800

/** No name that every object has: looked up as an id or a language, `constructor` would be found. */
const isOwn = z.refine<string>(name => !(name in Object.prototype))

/** An id of the policy's: letters, digits, `-` and `_`. A dot would take the paths in `ours` apart. */
const policyId = z.string().check(z.maxLength(100), z.regex(/^[a-z\d][a-z\d_-]*$/i), isOwn)

const language = languageTag.check(isOwn)

function isWithinLimit(entries: object): boolean {
  return Object.keys(entries).length <= mostItems
}

const wording: z.ZodMiniType<Wording> = z
  .record(language, text(longestText).check(z.minLength(1)))
  .check(z.refine(isWithinLimit))

const wordingIfAny = z.exactOptional(wording)

/** A list of things with ids, each id once. */
function list<T extends { readonly id: string }>(item: z.ZodMiniType<T>): z.ZodMiniType<readonly T[]> {
  return z.array(item).check(
    z.maxLength(mostItems),
    z.refine(items => new Set(items.map(({ id }) => id)).size === items.length),
  )
}

const provider: z.ZodMiniType<Provider> = z.object({
  name: label,
  language,
  clientArea: wording,
  menuPath: z
    .record(language, z.array(label).check(z.minLength(1), z.maxLength(20)))
    .check(z.refine(isWithinLimit)),
  department: wording,
  accountPage: wording,
  serviceIdPattern: z.exactOptional(label),
  sellerCountry: z.exactOptional(countryCode),
})

const task: z.ZodMiniType<PolicyTask> = z.object({
  id: policyId,
  credentials: z.enum(['required', 'may-be-missing']),
  remoteAccess: z.exactOptional(z.literal('down')),
  label: wordingIfAny,
})

const extra: z.ZodMiniType<PolicyExtra> = z.object({
  id: policyId,
  price: z.literal('on-request'),
  label: wordingIfAny,
})

const method: z.ZodMiniType<PolicyMethod> = z.object({
  id: policyId,
  serverTypes: z.array(z.enum(['dedicated', 'vps'])).check(z.minLength(1), z.maxLength(2)),
  needs: z.exactOptional(z.literal('ipKvm')),
  credentials: z.enum(['needed', 'not-needed']),
  console: z.exactOptional(z.enum(['physical', 'virtual'])),
  boots: z.exactOptional(z.literal('rescue')),
  withoutNetwork: z.exactOptional(z.boolean()),
  primary: z.exactOptional(z.boolean()),
  onSite: z.exactOptional(z.boolean()),
  label: wordingIfAny,
})

const item: z.ZodMiniType<PolicyItem> = z.object({ id: policyId, label: wordingIfAny })

const stage: z.ZodMiniType<PolicyStage> = z.object({
  id: policyId,
  phase: z.enum(['received', 'working', 'waiting', 'done', 'declined']),
  path: z.enum(['straight', 'side']),
})

const minutes = z.int().check(z.minimum(0), z.maximum(mostMinutes))
const range = { fromMinutes: minutes, toMinutes: minutes }

function isForward({ fromMinutes, toMinutes }: { fromMinutes: number; toMinutes: number }): boolean {
  return fromMinutes <= toMinutes
}

const times: z.ZodMiniType<PolicyTimes> = z.object({
  firstResponse: z.object({ withinMinutes: minutes, countsFrom: z.literal('filing') }),
  standard: z.object(range).check(z.refine(isForward)),
  complex: z.object({ ...range, longer: z.literal('customer-is-notified') }).check(z.refine(isForward)),
  datacentre: z.literal('can-take-longer'),
  workCountsFrom: z.literal('in-progress'),
  pausedWhileWaiting: z.boolean(),
  hours: z.literal('around-the-clock'),
  classifiedBy: z.literal('engineer'),
})

const timeWindow = z.enum(['until-done', '24h', '7d'])

const authorization: z.ZodMiniType<PolicyAuthorization> = z
  .object({
    version: label,
    text: wordingIfAny,
    windows: z.array(timeWindow).check(z.minLength(1), z.maxLength(3)),
    defaultWindow: timeWindow,
    hoursAfterDone: z.int().check(z.minimum(0), z.maximum(mostMinutes / 60)),
    reboot: z.boolean(),
    mounting: z.boolean(),
  })
  .check(z.refine(({ windows, defaultWindow }) => windows.includes(defaultWindow)))

/** A rate of a provider's own table. */
export const tableRate: z.ZodMiniType<TableRate> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('rate'), per100k: z.int().check(z.minimum(0), z.maximum(100_000)) }),
  z.object({ kind: z.literal('outside-scope') }),
  z.object({ kind: z.literal('unknown') }),
])

/** A provider's own table of rates. */
export const vatTable: z.ZodMiniType<VatTable> = z.object({
  date: z.union([instant, z.literal('undated')]),
  rates: z.record(countryCode, tableRate),
  other: tableRate,
})

const requiredItem = z.enum([
  'server',
  'problem',
  'action',
  'errors-where-any',
  'credentials',
  'authorization',
])

/** A path through the policy; it may name what another version of it has. */
const path = z.string().check(z.maxLength(500), z.regex(/^[a-z\d_-]+(?:\.[a-z\d_-]+)*$/i))

/** A provider's policy, whether from the page or from the adapter. Keys that it doesn't know are left out. */
export const servicePolicy: z.ZodMiniType<ServicePolicy> = z.object({
  id: policyId,
  version: label,
  provider,
  tasks: list(task),
  extras: list(extra),
  methods: list(method),
  required: z.array(requiredItem).check(z.maxLength(6)),
  duties: list(item),
  limits: list(item),
  stages: list(stage),
  times,
  aftercare: z.object({ facts: list(item), toDo: list(item) }),
  contact: z.object({
    intervention: z.literal('ticket'),
    liveChat: z.enum(['first-consultation-only', 'none']),
  }),
  authorization,
  vat: vatTable,
  ours: z.array(path).check(z.maxLength(mostItems)),
})
