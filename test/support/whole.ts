import type { Capabilities, Context, Filed, Message, Page } from '../../src/adapter/adapter.js'
import type { FaultBody } from '../../src/adapter/wire.js'
import type { Authorization } from '../../src/authorization/authorization.js'
import { introserv } from '../../src/policy/introserv.js'
import type {
  BindingQuote,
  Price,
  Quote,
  QuoteAlternative,
  QuoteOrder,
  Taxed,
} from '../../src/quote/quote.js'
import type { FiledAccess, Filing } from '../../src/request/filing.js'
import type { Entry, Fact, Intervention } from '../../src/tracking/intervention.js'
import type { Whole } from './paths.js'

// One example of each thing on the wire with every optional key in it: the compiler misses none.

export const authorization: Whole<Authorization> = {
  record: {
    v: 1,
    statement: { version: '2', language: 'pl-PL', text: 'Upoważniam.' },
    requestKey: '0f0f0f0f0f0f0f0f',
    provider: 'Nordhost',
    server: { kind: 'ip', value: '192.0.2.1' },
    tasks: ['password-reset'],
    extras: ['data-recovery'],
    methods: ['rescue'],
    window: '24h',
    reboot: true,
    mounting: false,
    withoutCredentials: { console: true, reboot: true, mounting: true },
    duties: [{ id: 'backups', text: 'Mam kopie.' }],
    signer: { name: 'Ewa Żak', account: 'C-1', owner: 'declared' },
    clientTime: 1_000,
    serverTime: 2_000,
  },
  digest: 'ab'.repeat(32),
}

export const context: Omit<Whole<Context>, 'policy'> & Pick<Context, 'policy'> = {
  now: 1_700_000_000_000,
  account: {
    id: 'C-1',
    name: 'Ewa Żak',
    email: 'ewa@example.test',
    country: 'PL',
    kind: 'consumer',
    vatId: 'PL1234563218',
    owner: 'unknown',
  },
  services: [
    {
      id: 'S-1',
      name: 'www',
      addresses: ['192.0.2.1'],
      serverType: 'dedicated',
      options: { ipKvm: true },
      operatingSystem: 'Debian 12',
      checks: { owner: 'ok', active: 'problem', rescue: 'unknown' },
    },
  ],
  recipients: [{ id: 'k1', recipient: 'age1qqq', label: 'On call', notAfter: 1_800_000_000_000 }],
  sshKeys: ['ssh-ed25519 AAAA support'],
  prices: { currency: 'EUR', prices: { 'data-recovery': { kind: 'fixed', net: '12.50' } } },
  tax: {
    seller: 'PL',
    table: { date: 'undated', rates: { PL: { kind: 'rate', per100k: 23_000 } }, other: { kind: 'unknown' } },
    overrides: { SI: { kind: 'outside-scope' } },
    supplyKind: { 'data-recovery': 'general' },
    oss: false,
    vatRegistered: true,
    generalOutsideEu: 'seller-rate',
  },
  policy: introserv,
}

export const perUnit: Whole<Extract<Price, { kind: 'per-unit' }>> = {
  kind: 'per-unit',
  net: '10',
  unit: '15-minutes',
  estimateMinutes: 20,
  capMinutes: 100,
}

export const capabilities: Whole<Capabilities> = {
  phases: ['received', 'working', 'waiting', 'done', 'declined'],
  retries: { submit: 'safe', reply: 'unsafe' },
  locking: true,
  files: { maxBytes: 1, maxCount: 2 },
  sealed: { in: 'message', erasable: false },
  pollEveryMs: 1_000,
}

export const intervention: Whole<Intervention> = {
  id: '7',
  number: 'T#7',
  version: 'a b"c',
  phase: 'waiting',
  stage: 'waiting-for-customer',
  server: { kind: 'hostname', value: 'www.example.test' },
  openedAt: 1,
  changedAt: 2,
  now: 3,
  actions: ['reply', 'cancel'],
  access: { event: 'opened', at: 4, role: 'on-call engineer' },
  promise: { firstResponseBy: 5, nextUpdateBy: 6 },
}

export const filed: Whole<Filed> = { intervention, unstored: ['attachments'] }

export const interventionPage: Whole<Page<Intervention>> = { items: [intervention], cursor: 'c/2', total: 9 }

const eur = (amount: string) => ({ amount, currency: 'EUR' })

const quoted = {
  date: '2026-11-26',
  lines: [
    {
      extra: 'data-recovery',
      quantity: '2',
      unitNet: eur('5'),
      unit: 'hour' as const,
      cap: '3',
      net: eur('10.00'),
      netAtMost: eur('15.00'),
    },
  ],
  reasons: ['art-58' as const],
}
const taxed: Whole<Taxed> = {
  net: eur('10.00'),
  vat: eur('2.30'),
  gross: eur('12.30'),
  rate: '23',
  vatRows: [
    {
      treatment: 'reverse-charge-pending',
      country: 'PT',
      rate: '23',
      basis: { kind: 'dated', since: '2011-01-01', checkedOn: '2026-08-22' },
      taxable: eur('10.00'),
      vat: eur('2.30'),
    },
  ],
}
const alternative: Whole<QuoteAlternative> = { ...taxed, treatment: 'reverse-charge', reasons: ['art-44'] }

export const quotes: readonly Whole<Quote>[] = [
  { ...quoted, ...taxed, kind: 'total', treatment: 'reverse-charge-pending', alternative },
  { ...quoted, kind: 'tax-unknown', treatment: 'unknown', net: eur('10.00'), alternative },
  { ...quoted, kind: 'on-request', treatment: 'mixed' },
  { ...quoted, ...taxed, kind: 'partial', treatment: 'reverse-charge-pending', alternative },
]

export const bindingQuote: Whole<BindingQuote> = {
  quote: quotes[0]!,
  id: 'q1',
  validUntil: 7,
  digest: 'd1',
}

export const quoteOrder: Whole<QuoteOrder> = {
  lines: [{ extra: 'data-recovery', quantity: '2', unitNet: eur('12.505'), unit: '15-minutes', cap: '8' }],
  customer: {
    country: 'ES',
    postcode: '35001',
    kind: 'business',
    vatId: { value: 'ESX1234567X', status: 'unchecked' },
  },
  date: '2026-11-26',
}

export const facts: readonly Whole<Fact>[] = [
  {
    kind: 'summary',
    text: 'Gotowe 🎉\n',
    format: 'markdown',
    files: [{ id: 'f1', name: 'log ą.txt', type: 'text/plain', bytes: 12 }],
    method: 'rescue',
    changes: 'fstab',
    newCredentials: true,
    changePasswords: false,
  },
  { kind: 'question', text: 'Które?', format: 'text', files: [] },
  { kind: 'effort', effort: 'complex', reason: 'RAID' },
  { kind: 'extra', extra: 'data-recovery', state: 'unavailable', reason: 'SSD' },
  { kind: 'stage', stage: 'escalated', reason: 'disk' },
  { kind: 'method', method: 'rescue', reason: 'no login' },
  { kind: 'access', event: 'destroyed', role: 'engineer' },
  { kind: 'quote', quote: quotes[1]!, digest: 'd1', state: 'offered' },
  { kind: 'promise', until: 8 },
  { kind: 'authorization', record: authorization },
  { kind: 'check-off', item: 'change-passwords' },
]

export const entryOf = (fact: Whole<Fact>): Whole<Entry> => ({
  id: 'e1',
  seq: 1,
  rev: 2,
  at: 3,
  by: 'engineer',
  fact,
})

export const accesses: readonly Whole<Exclude<FiledAccess, { kind: 'account' }>>[] = [
  { kind: 'ssh-key', username: 'DOMAIN\\ewa', port: 2_222 },
  { kind: 'none', reason: 'lost' },
]

export const filingOf = (
  access: FiledAccess,
): Omit<Whole<Filing>, 'files' | 'access'> & Pick<Filing, 'access'> => ({
  v: 1,
  server: { kind: 'ip', value: '192.0.2.1' },
  serviceId: 'S-1',
  serverType: 'vps',
  operatingSystem: 'Debian 12',
  tasks: ['password-reset'],
  extras: ['data-recovery'],
  quote: {
    quote: quotes[0]!,
    customer: quoteOrder.customer,
    digest: 'ab'.repeat(32),
    id: 'Q-1',
    validUntil: 7,
    approvedAt: 6,
  },
  problem: ' nie działa\n',
  action: 'naprawić',
  errors: 'EIO',
  access,
  authorization,
  language: 'pl',
  text: 'Server: 192.0.2.1',
})

export const message: Omit<Whole<Message>, 'files' | 'sealed'> = {
  text: 'ok',
  intent: 'reopen',
  authorization,
  quoteDigest: 'd1',
  item: 'change-passwords',
}

export const fault: Whole<FaultBody> = {
  code: 'rate-limited',
  fields: ['server'],
  retryAfterMs: 1_500,
  uncertain: true,
}
