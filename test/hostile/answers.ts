import { nordhost } from '../../demo/policy.js'
import { quoteDigest, quoteExtras } from '../../src/index.js'
import type {
  BindingQuote,
  Capabilities,
  Context,
  Entry,
  Fact,
  Filed,
  Intervention,
  Page,
  ServicePolicy,
} from '../../src/index.js'
import { testCapabilities, testRecipient } from '../../src/testing.js'
import { entriesOf, factsWith, HOUR } from './facts.js'
import type { Put, Room } from './facts.js'

/** All that a provider's backend answers to the five elements. */
export interface Answers {
  readonly capabilities: Capabilities
  readonly context: Context
  readonly intervention: Intervention
  readonly entries: Page<Entry>
  readonly list: Page<Intervention>
  readonly filed: Filed
  readonly quote: BindingQuote
  /** What the page itself sets on the element of the prices. */
  readonly lines: readonly { readonly extra: string; readonly quantity?: string }[]
}

/** Answers with a text in every field that holds one, and the very text that each field was given. */
export interface Filled {
  /** The work is on, and everything is asked of the customer at once. */
  readonly answers: Answers
  /** The work is done, nothing can be sealed any more, and there are no other requests. */
  readonly ended: Answers
  readonly given: Readonly<Record<string, string>>
}

const oddInId = /[\p{Cc}\p{Cs}\s/\\]/gu

/** The text as the field can hold it, ended by a mark that no other field has: so it is found again. */
function fitted(text: string, room: Room, mark: string): string {
  const wanted = room === 'id' ? text.replace(oddInId, '') : text
  const cut = wanted.slice(0, (room === 'id' ? 200 : room) - mark.length)
  // Half of a pair stays only where it was given.
  return (/[\ud800-\udbff]$/.test(cut) && !/[\ud800-\udbff]$/.test(wanted) ? cut.slice(0, -1) : cut) + mark
}

const LABEL = 200

/** One request in every state that there is; in its first text field stands `textOf(0)`, in its second `textOf(1)`. */
export async function answersWith(textOf: (index: number) => string): Promise<Filled> {
  const given: Record<string, string> = {}
  const put = (place: string, room: Room = LABEL): string => {
    const index = Object.keys(given).length
    given[place] ??= fitted(textOf(index), room, `§${String(index)}§`)
    return given[place]
  }
  const now = Date.now()
  const policy = policyWith(put)
  const server = (place: string) => ({ kind: 'hostname', value: put(`${place}.server`) }) as const
  const one = (place: string, id: string): Intervention => ({
    id,
    number: put(`${place}.number`),
    version: put(`${place}.version`, 490),
    phase: 'working',
    stage: put(`${place}.stage`, 'id'),
    server: server(place),
    ...{ openedAt: now - HOUR, changedAt: now - 1_000, now },
    actions: ['reply', 'cancel', 'withdraw-access', 'narrow-authorization', 'approve-quote', 'check-off'],
    access: { event: 'opened', at: now - HOUR, role: put(`${place}.role`) },
    promise: { firstResponseBy: now + HOUR, nextUpdateBy: now + HOUR },
  })
  const intervention = one('intervention', '48210')
  const prices = {
    currency: 'EUR',
    prices: {
      'performance-tuning': { kind: 'fixed', net: '149.00' },
      [put('prices.id', 'id')]: { kind: 'fixed', net: '10.00' },
    },
  } as const
  const tax = { seller: 'PL', table: 'dated', oss: true } as const
  const ordered = quoteExtras(
    {
      lines: [
        { extra: 'performance-tuning', quantity: '1', unitNet: { amount: '149.00', currency: 'EUR' } },
        { extra: put('quote.extra', 'id'), quantity: '1', unitNet: { amount: '12.00', currency: 'EUR' } },
      ],
      customer: { country: 'PL', kind: 'business' },
      date: new Date(now).toISOString().slice(0, 10),
    },
    tax,
  )
  const digest = await quoteDigest(ordered)
  const answers: Answers = {
    capabilities: testCapabilities,
    context: {
      now,
      account: {
        id: put('account.id', 'id'),
        name: put('account.name'),
        email: put('account.email'),
        country: 'PL',
        kind: 'business',
        vatId: put('account.vatId', 100),
        owner: true,
      },
      services: [0, 1].map(index => ({
        id: put(`service.${String(index)}.id`, 'id'),
        name: put(`service.${String(index)}.name`),
        addresses: [put(`service.${String(index)}.address`)],
        serverType: index === 0 ? 'dedicated' : 'unknown',
        operatingSystem: put(`service.${String(index)}.system`),
      })),
      recipients: [
        { id: put('recipient.id', 'id'), label: put('recipient.label'), recipient: testRecipient.recipient },
      ],
      sshKeys: [put('sshKey', 4_000)],
      ...{ prices, tax, policy },
    },
    intervention,
    entries: { items: entriesOf(await factsWith(put, now, { quote: ordered, digest }), now) },
    list: {
      items: ['done', 'waiting', 'working'].map((phase, index) => ({
        ...one(`list.${String(index)}`, put(`list.${String(index)}.id`, 'id')),
        phase: phase === 'done' ? 'done' : phase === 'waiting' ? 'waiting' : 'working',
      })),
      cursor: put('list.cursor', 500),
      total: 9,
    },
    filed: { intervention, unstored: [] },
    quote: { quote: ordered, id: put('quote.id', 'id'), validUntil: now + 24 * HOUR, digest },
    lines: [{ extra: 'performance-tuning' }, { extra: put('prices.id', 'id') }],
  }
  return { answers, ended: endedOf(answers), given }
}

function endedOf(answers: Answers): Answers {
  const { intervention, entries, capabilities } = answers
  const at = entries.items.at(-1)?.at ?? 0
  const end = (seq: number, fact: Fact): Entry => ({
    ...{ id: `e-${String(seq)}`, seq, rev: 0, at, by: 'engineer', fact },
  })
  const after = entries.items.length + 1
  return {
    ...answers,
    capabilities: { ...capabilities, sealed: null },
    intervention: {
      ...intervention,
      version: `${intervention.version}+`,
      phase: 'done',
      actions: ['reopen', 'check-off'],
    },
    entries: {
      items: [
        ...entries.items.filter(({ fact }) => fact.kind !== 'question'),
        end(after, { kind: 'access', event: 'destroyed' }),
        end(after + 1, { kind: 'stage', stage: 'done' }),
      ],
    },
    list: { items: [] },
  }
}

/** The demo's policy with the provider's own words for everything. */
function policyWith(put: Put): ServicePolicy {
  const labelled = <T extends { readonly id: string }>(room: string, items: readonly T[]) =>
    items.map(item => ({ ...item, label: { en: put(`${room}.${item.id}`, 2_000) } }))
  return {
    ...nordhost,
    version: put('policy.version'),
    provider: {
      ...nordhost.provider,
      name: put('provider.name'),
      clientArea: { en: put('provider.clientArea', 500) },
      menuPath: { en: [put('provider.menu.0'), put('provider.menu.1')] },
      department: { en: put('provider.department', 500) },
      accountPage: { en: put('provider.accountPage', 500) },
      serviceIdPattern: put('provider.pattern'),
    },
    tasks: labelled('task', nordhost.tasks),
    extras: labelled('extra', nordhost.extras),
    methods: labelled('method', nordhost.methods),
    duties: labelled('duty', nordhost.duties),
    limits: labelled('limit', nordhost.limits),
    aftercare: {
      facts: labelled('aftercare.fact', nordhost.aftercare.facts),
      toDo: labelled('aftercare.toDo', nordhost.aftercare.toDo),
    },
    authorization: {
      ...nordhost.authorization,
      version: put('statement.version'),
      text: { en: put('statement.text', 20_000) },
    },
  }
}
