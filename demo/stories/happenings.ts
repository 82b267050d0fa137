import {
  quoteDigest,
  quoteExtras,
  signAuthorization,
  type Authorization,
  type Fact,
} from '../../src/index.js'
import type { Happening } from './ticket.js'

/** What the customer authorized. */
export const authorization: Authorization = await signAuthorization({
  v: 1,
  statement: {
    version: '1',
    language: 'en',
    text: 'I, Anna Wiśniewska, authorize Nordhost to work in the operating system of the server 203.0.113.24.',
  },
  requestKey: '6f1f3b0e-2a4e-4a55-9f0e-0b8c9a1f2d3e',
  provider: 'Nordhost',
  server: { kind: 'ip', value: '203.0.113.24' },
  tasks: ['remote-access-restore'],
  extras: [],
  methods: ['ssh-rdp', 'rescue', 'vnc', 'datacentre'],
  window: 'until-done',
  reboot: true,
  mounting: true,
  duties: [],
  signer: { name: 'Anna Wiśniewska', account: 'C-20417', owner: 'known' },
  clientTime: Date.now() - 90 * 60_000,
  serverTime: Date.now() - 90 * 60_000,
})

/** The same request, authorized for this long only, so many minutes ago. */
export async function authorizedFor(
  window: Authorization['record']['window'],
  minutesAgo: number,
): Promise<readonly Happening[]> {
  const serverTime = Date.now() - minutesAgo * 60_000
  const record = await signAuthorization({ ...authorization.record, window, serverTime })
  return working.map(([minutes, by, fact]) => [
    minutes,
    by,
    fact.kind === 'authorization' ? { kind: 'authorization', record } : fact,
  ])
}

/** A price that an engineer raises. */
export const quote = quoteExtras(
  {
    lines: [{ extra: 'malware-removal', quantity: '1', unitNet: { amount: '149.00', currency: 'EUR' } }],
    customer: { country: 'PL', kind: 'business' },
    date: new Date().toISOString().slice(0, 10),
  },
  { seller: 'PL', table: 'dated', oss: true },
)
/** What an approval of it is tied to. */
export const digest = await quoteDigest(quote)

/** Something written. */
export const message = (text: string): Fact => ({ kind: 'message', text, format: 'text', files: [] })
/** A move to a stage. */
export const stage = (id: string, reason?: string): Fact => ({
  kind: 'stage',
  stage: id,
  ...(reason !== undefined && { reason }),
})

/** A request that has just been sent. */
export const filed: readonly Happening[] = [
  [
    0,
    'customer',
    message(
      'OS INTERVENTION REQUEST\n\nServer: 203.0.113.24 (IP address)\n\nProblem:\n| SSH does not answer since the firewall change.',
    ),
  ],
  [0, 'customer', { kind: 'authorization', record: authorization }],
  [0, 'customer', { kind: 'access', event: 'sealed' }],
  [0, 'system', stage('submitted')],
]
/** An engineer has taken it. */
export const taken: readonly Happening[] = [
  ...filed,
  [4, 'engineer', stage('verification')],
  [6, 'engineer', stage('assessment')],
  [7, 'engineer', { kind: 'access', event: 'opened', role: 'on-call engineer' }],
]
/** The work is on. */
export const working: readonly Happening[] = [
  ...taken,
  [
    9,
    'engineer',
    { kind: 'method', method: 'rescue', reason: 'SSH does not answer, so the server starts in rescue mode.' },
  ],
  [9, 'engineer', { kind: 'effort', effort: 'standard' }],
  [10, 'engineer', stage('in-progress')],
  [
    11,
    'engineer',
    message(
      'I have started rescue mode and am looking at the firewall rules now. See https://nordhost.example/docs/rescue for what that is.',
    ),
  ],
  [11, 'engineer', { kind: 'promise', until: Date.now() + 20 * 60_000 }],
]
/** The engineer needs an answer. */
export const asked: readonly Happening[] = [
  ...working,
  [
    15,
    'engineer',
    {
      kind: 'question',
      text: 'Which of the two rule sets do you want to keep: the one of Monday or the one of today?',
      format: 'text',
      files: [],
    },
  ],
  [15, 'engineer', stage('waiting-for-customer')],
]
/** The engineer suggests an additional service. */
export const raised: readonly Happening[] = [
  ...working,
  [20, 'engineer', message('There is a miner in /tmp. Removing it is an additional service.')],
  [20, 'engineer', { kind: 'quote', quote, digest, state: 'offered' }],
]
/** The work is done. */
export const done: readonly Happening[] = [
  ...working,
  [
    42,
    'engineer',
    {
      kind: 'summary',
      text: 'Started rescue mode, mounted the root file system, corrected the rule that closed port 22, restarted.\nSSH answers again.',
      format: 'text',
      files: [{ id: 'f1', name: 'rules-before.txt', type: 'text/plain', bytes: 2_311 }],
      method: 'rescue',
      changes: '/etc/nftables.conf: port 22 is open for the networks that you named.',
      newCredentials: true,
      changePasswords: true,
    },
  ],
  [42, 'engineer', stage('done')],
  [42, 'system', { kind: 'access', event: 'destroyed' }],
]
/** The problem was back. */
export const reopened: readonly Happening[] = [
  ...done,
  [60, 'customer', message('After the restart SSH is closed again.')],
  [60, 'customer', { kind: 'authorization', record: authorization }],
  [60, 'customer', stage('reopened')],
]
