import { expect } from 'chai'
import fc from 'fast-check'
import { filingIssues } from '../../../src/bridge.js'
import {
  accessChoices,
  firstStepWithIssues,
  introserv,
  offersFor,
  signAuthorization,
  type AuthorizationRecord,
  type Context,
  type Draft,
  type Facts,
  type Filing,
  type ServicePolicy,
} from '../../../src/index.js'
import { completeDraft, composedFiling, context, facts } from '../../support/examples.js'

const now = Date.UTC(2026, 10, 22, 13, 32)
const sshKeys = [
  'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIET3P8RWUHBXzUBSedmRpiQtXaHBy9t6ZtL1WJXKxzDH support@test.invalid',
]
const known = (changes: Partial<Context> = {}) => facts({ context: context({ now, sshKeys, ...changes }) })

/** A request as the form makes it. */
const made = (draft: Draft, against: Facts = known()) => composedFiling(draft, against, now)

function issues(
  filing: Filing,
  against: Facts = known(),
  policy: ServicePolicy | undefined = against.policy,
) {
  return filingIssues(filing, against.context, policy, now)
}

const lost: Partial<Draft> = { tasks: ['password-reset'], access: 'none', consoleConsent: true }

describe('what the form lets pass', () => {
  const pick = (items: readonly { readonly id: string }[]) => fc.subarray(items.map(({ id }) => id))
  const draft = fc.record({
    serverFrom: fc.constantFrom('list', 'typed'),
    serviceId: fc.constantFrom('srv-1', 'srv-2'),
    serverText: fc.constantFrom(
      '185.12.4.7',
      'root@web-1.example:22',
      'SHOP',
      'srv-1',
      '4711',
      '::1',
      'Żółw 1',
    ),
    serverType: fc.constantFrom('', 'vps', 'dedicated', 'unknown'),
    tasks: pick(introserv.tasks),
    extras: pick(introserv.extras),
    access: fc.constantFrom('account', 'ssh-key', 'none'),
    methods: fc.oneof(fc.constant('by-fit' as const), pick(introserv.methods)),
    timeWindow: fc.constantFrom(...introserv.authorization.windows),
    reboot: fc.boolean(),
  } satisfies { [K in keyof Draft]?: fc.Arbitrary<Draft[K]> })

  it('is in order, whatever was chosen', async () => {
    const run = async (changes: Partial<Draft>, owner: boolean | 'unknown', mounting: boolean) => {
      const policy = { ...introserv, authorization: { ...introserv.authorization, mounting } }
      const account = { id: 'acc-1', name: 'Anna', owner }
      const against = { ...known({ account }), policy }
      const whole = completeDraft({ ...changes, consoleConsent: true, ownerDeclared: true })
      fc.pre(firstStepWithIssues(whole, against) === undefined)
      expect(await issues(await made(whole, against), against)).to.deep.equal([])
    }
    await fc.assert(fc.asyncProperty(draft, fc.constantFrom(true, 'unknown' as const), fc.boolean(), run), {
      numRuns: 100,
    })
  })

  it('is what it is because the form forbids the rest', () => {
    const against = known()
    expect(accessChoices(completeDraft(), against)).to.not.include('none')
    const kvm = offersFor(completeDraft({ serviceId: 'srv-1' }), against).filter(
      ({ offered }) => offered === 'no',
    )
    expect(kvm.map(({ method }) => method.id)).to.deep.equal(['vnc'])
  })
})

/** The filing with other data, signed anew: nobody but the customer has to agree to it. */
type Forgery = readonly [
  what: string,
  fields: readonly string[],
  over: (filing: Filing) => { filing?: object; record?: Partial<AuthorizationRecord> },
  draft?: Partial<Draft>,
]

const forgeries: readonly Forgery[] = [
  [
    'no login details for work that needs them',
    ['access', 'consoleConsent'],
    () => ({ filing: { access: { kind: 'none' } } }),
  ],
  [
    'no login details and no consent',
    ['consoleConsent'],
    ({ authorization: { record } }) => {
      const { withoutCredentials: _, ...less } = record
      return { record: { ...less, withoutCredentials: undefined as never } }
    },
    lost,
  ],
  [
    'a consent to half of it',
    ['consoleConsent'],
    () => ({ record: { withoutCredentials: { console: true, reboot: true, mounting: false } } }),
    lost,
  ],
  [
    'a consent that the record takes back',
    ['consoleConsent', 'reboot'],
    () => ({ record: { reboot: false } }),
    lost,
  ],
  [
    'a consent beside login details',
    ['consoleConsent'],
    () => ({ record: { withoutCredentials: { console: true, reboot: true, mounting: true } } }),
  ],
  ['no duties', ['duties'], () => ({ record: { duties: [] } })],
  [
    'one duty too few',
    ['duties'],
    ({ authorization: { record } }) => ({ record: { duties: record.duties.slice(1) } }),
  ],
  [
    'one duty twice',
    ['duties'],
    ({ authorization: { record } }) => ({
      record: { duties: [...record.duties.slice(1), record.duties[1]!] },
    }),
  ],
  [
    'a duty of another provider',
    ['duties'],
    ({ authorization: { record } }) => ({
      record: { duties: [...record.duties, { id: 'dance', text: 'I dance.' }] },
    }),
  ],
  [
    'a duty without its words',
    ['duties'],
    ({ authorization: { record } }) => ({
      record: { duties: record.duties.map(({ id }) => ({ id, text: ' ' })) },
    }),
  ],
  ['no methods', ['methods'], () => ({ record: { methods: [] } })],
  ['an unknown method', ['methods'], () => ({ record: { methods: ['ssh-rdp', 'crowbar'] } })],
  ['a method that no object lacks', ['methods'], () => ({ record: { methods: ['constructor'] } })],
  ['a method of another kind of server', ['methods'], () => ({ record: { methods: ['vnc'] } })],
  ['a method twice', ['methods'], () => ({ record: { methods: ['ssh-rdp', 'ssh-rdp'] } })],
  ['rescue mode and no restart', ['reboot'], () => ({ record: { methods: ['rescue'], reboot: false } })],
  ['mounting that nobody asked for', ['authorization'], () => ({ record: { mounting: false } })],
  [
    'a blank signer',
    ['signer'],
    ({ authorization: { record } }) => ({ record: { signer: { ...record.signer, name: ' \t' } } }),
  ],
  [
    'another account',
    ['authorization'],
    ({ authorization: { record } }) => ({ record: { signer: { ...record.signer, account: 'acc-2' } } }),
  ],
  [
    'an owner who only says so',
    ['ownerDeclared'],
    ({ authorization: { record } }) => ({ record: { signer: { ...record.signer, owner: 'declared' } } }),
  ],
  [
    'an empty statement',
    ['authorization'],
    ({ authorization: { record } }) => ({ record: { statement: { ...record.statement, text: '\n' } } }),
  ],
  [
    'an older statement',
    ['authorization'],
    ({ authorization: { record } }) => ({ record: { statement: { ...record.statement, version: '0' } } }),
  ],
  ['another provider', ['authorization'], () => ({ record: { provider: 'Nordhost' } })],
  ['a time more than a day ago', ['authorization'], () => ({ record: { serverTime: now - 86_400_001 } })],
  ['a time to come', ['authorization'], () => ({ record: { serverTime: now + 600_001 } })],
  ['a time a day ago', [], () => ({ record: { serverTime: now - 86_400_000 } })],
  ['an unknown task', ['tasks'], () => ({ filing: { tasks: ['move-house'] } })],
  ['a task twice', ['tasks'], () => ({ filing: { tasks: ['os-diagnostics', 'os-diagnostics'] } })],
  ['an unknown extra', ['extras'], () => ({ filing: { extras: ['toString'] } })],
  ['a service of somebody else', ['server'], () => ({ filing: { serviceId: 'srv-3' } })],
  [
    'a service under another’s address',
    ['server'],
    () => ({ filing: { server: { kind: 'ip', value: '192.0.2.1' } } }),
  ],
  ['a service of another kind', ['serverType', 'methods'], () => ({ filing: { serverType: 'vps' } })],
  [
    'a secret for a server',
    ['server'],
    () => ({
      filing: { server: { kind: 'hostname', value: 'root:hunter2@web-1.example' }, serviceId: undefined },
    }),
  ],
  [
    'a server in another spelling',
    ['server'],
    () => ({ filing: { server: { kind: 'ip', value: '2001:DB8::0007' }, serviceId: undefined } }),
  ],
  ['a blank problem', ['problem'], () => ({ filing: { problem: ' \n' } })],
  ['a blank action', ['action'], () => ({ filing: { action: '' } })],
  ['a blank user', ['username'], () => ({ filing: { access: { kind: 'ssh-key', username: ' ' } } })],
]

describe('a request that no form has made is refused for', () => {
  for (const [what, fields, over, changes] of forgeries) {
    it(what, async () => {
      const honest = await made(completeDraft(changes))
      expect(await issues(honest), 'the honest one').to.deep.equal([])
      const { filing, record } = over(honest)
      const whole = JSON.parse(JSON.stringify({ ...honest.authorization.record, ...record }))
      const authorization = await signAuthorization(whole)
      expect(await issues({ ...honest, authorization, ...filing } as Filing)).to.deep.equal(fields)
    })
  }

  it('an ID of the provider’s that the account hasn’t, where its services are listed', async () => {
    const policy = { ...introserv, provider: { ...introserv.provider, serviceIdPattern: 'NH-#+' } }
    const account = known()
    const alone = known({ services: [] })
    for (const [value, against, refused] of [
      ['NH-20761', account, ['server']],
      ['NH-20761', alone, []],
    ] as const) {
      const honest = await made(completeDraft({ serverFrom: 'typed', serverText: value }), {
        ...alone,
        policy,
      })
      expect(honest.server).to.deep.equal({ kind: 'service-id', value })
      expect(await issues(honest, { ...against, policy })).to.deep.equal(refused)
    }
    const own = [{ ...context().services[0]!, id: 'NH-20761' }]
    const listed = { ...known({ services: own }), policy }
    const typed = completeDraft({ serverFrom: 'typed', serverText: 'nh-20761' })
    expect(await issues(await made(typed, listed), listed)).to.deep.equal([])
    // An address may be anybody's: it is told to the engineers, and refused to nobody.
    const elsewhere = completeDraft({ serverFrom: 'typed', serverText: '203.0.113.162' })
    expect(await issues(await made(elsewhere, { ...account, policy }), { ...account, policy })).to.deep.equal(
      [],
    )
  })

  it('a time window that this provider does not offer', async () => {
    const filing = await made(completeDraft({ timeWindow: '7d' }))
    const windows = ['until-done', '24h'] as const
    const policy = { ...introserv, authorization: { ...introserv.authorization, windows } }
    expect(await issues(filing, known(), policy)).to.deep.equal(['timeWindow'])
  })

  it('a key of the team’s where there is none', async () => {
    const filing = await made(completeDraft({ access: 'ssh-key' }))
    expect(await issues(filing, known({ sshKeys: ['rm -rf /'] }))).to.deep.equal(['access'])
  })

  it('whoever isn’t the owner', async () => {
    const filing = await made(completeDraft())
    const account = { ...context().account, owner: false }
    expect(await issues(filing, known({ account }))).to.deep.equal(['signer', 'ownerDeclared'])
  })

  const other = 'age1pcew3fcuafjupsvs5jgy46h9yvmu3t2xsyyxj2zf2haetlp38p6qtc64lt'
  const [team] = context().recipients
  const keys: readonly [string, Context['recipients']][] = [
    ['login details sealed to another key under the name of ours', [{ ...team!, recipient: other }]],
    ['login details sealed to ours under another name', [{ ...team!, label: 'Escrow' }]],
    ['login details sealed to ours under another id', [{ ...team!, id: 'escrow' }]],
    [
      'login details sealed to us and to somebody else',
      [team!, { id: 'eve', label: 'Eve', recipient: other }],
    ],
    ['login details sealed to us twice', [team!, team!]],
  ]
  for (const [what, recipients] of keys) {
    it(what, async () => {
      const filing = await made(completeDraft(), known({ recipients }))
      expect(await issues(filing)).to.deep.equal(['access'])
    })
  }

  it('login details sealed to a key that has ended', async () => {
    const filing = await made(completeDraft())
    const until = (notAfter: number) => known({ recipients: [{ ...team!, notAfter }] })
    expect(await issues(filing, until(now))).to.deep.equal(['access'])
    expect(await issues(filing, until(now + 1))).to.deep.equal([])
  })
})

describe('without a policy', () => {
  it('what needs none is still looked at', async () => {
    const honest = await made(completeDraft())
    const { record } = honest.authorization
    const blank = {
      ...record,
      provider: '?',
      window: '24h',
      methods: [],
      signer: { ...record.signer, name: '' },
    } as const
    const filing = { ...honest, serviceId: 'x', tasks: ['?'], authorization: await signAuthorization(blank) }
    expect(await filingIssues(filing, known().context, undefined, now)).to.deep.equal([
      'server',
      'methods',
      'signer',
    ])
  })
})
