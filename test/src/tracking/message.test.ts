import { expect } from 'chai'
import { actionsOf, factsOf, followUps, type Said } from '../../../src/bridge.js'
import {
  introserv,
  ok,
  not,
  standingOf,
  type Action,
  type AuthorizationRecord,
  type Fact,
  type SealedCredentials,
  type ServicePolicy,
} from '../../../src/index.js'
import {
  access,
  asks,
  authorization,
  authorizes,
  checksOff,
  done,
  filed,
  method,
  minute,
  price,
  says,
  stage,
  start,
  story,
  waiting,
  working,
  type Line,
} from '../../support/story.js'

// Only that it is there matters here: whoever keeps it checks it.
const sealed: SealedCredentials = JSON.parse('{}')
const file = { id: 'f1', name: 'screen.png', type: 'image/png', bytes: 12 }
const at = (lines: readonly Line[], policy: ServicePolicy = introserv) => standingOf(story(lines), policy)

/** What a message adds to a ticket that stands so. */
const said = (lines: readonly Line[], message: Partial<Said>, policy: ServicePolicy = introserv) =>
  factsOf({ files: [], ...message }, at(lines, policy), policy)

const offered: readonly Line[] = [...working, ['engineer', price('d1', 'offered')]]
const refused: readonly Line[] = [
  ...working,
  ['engineer', access('refused')],
  ['engineer', asks('Which password?')],
  ['engineer', stage('waiting-for-customer')],
]
const fresh = authorization({ serverTime: start + 60 * minute })

describe('what a customer may do', () => {
  const open: readonly Action[] = [
    'reply',
    'cancel',
    'renew-credentials',
    'withdraw-access',
    'narrow-authorization',
  ]
  const table: readonly (readonly [string, readonly Line[], readonly Action[]])[] = [
    ['while it is new', filed, open],
    ['while it is waited for', waiting, open],
    ['without login details', filed.toSpliced(2, 1), ['reply', 'cancel', 'narrow-authorization']],
    ['without an authorization on the ticket', [['customer', says()]], ['reply', 'cancel']],
    [
      'after withdrawing',
      [...working, ['customer', access('withdrawn')]],
      open.filter(one => one !== 'withdraw-access'),
    ],
    ['when a price is offered', offered, [...open, 'approve-quote', 'decline-quote']],
    ['when it is done', [...done, ['system', access('destroyed')]], ['reopen', 'check-off']],
    ['when it is done and the access lives on', done, ['reopen', 'withdraw-access', 'check-off']],
    [
      'when it is done with a price open',
      [...offered, ['engineer', stage('done')], ['system', access('kept')]],
      ['reopen', 'check-off'],
    ],
    [
      'when it was declined',
      [...filed, ['engineer', stage('declined')], ['system', access('destroyed')]],
      ['reopen'],
    ],
    [
      'when it was cancelled',
      [...filed, ['customer', stage('cancelled')], ['system', access('destroyed')]],
      ['reopen'],
    ],
  ]
  for (const [when, lines, actions] of table) {
    it(`${when}: ${actions.join(', ')}`, () => {
      expect(actionsOf(at(lines), introserv)).to.have.members(actions)
    })
  }

  it('is refused, whatever comes with it, where it is not among these', () => {
    const whole = { text: 'Text', sealed, authorization: fresh, quoteDigest: 'd1', item: 'review-logs' }
    const uses: Readonly<Record<Action, readonly (keyof typeof whole)[]>> = {
      reply: [],
      reopen: ['authorization', 'sealed'],
      cancel: [],
      'renew-credentials': ['sealed'],
      'withdraw-access': [],
      'narrow-authorization': ['authorization'],
      'approve-quote': ['quoteDigest'],
      'decline-quote': ['quoteDigest'],
      'check-off': ['item'],
    }
    for (const [when, lines, actions] of table) {
      for (const [intent, keys] of Object.entries(uses) as [Action, (keyof typeof whole)[]][]) {
        const message = Object.fromEntries(
          ['text', ...keys].map(key => [key, whole[key as keyof typeof whole]]),
        )
        const isAllowed = actions.includes(intent)
        expect(said(lines, { ...message, intent }).ok, `${intent} ${when}`).to.equal(isAllowed)
        if (!isAllowed) expect(said(lines, { ...message, intent })).to.deep.equal(not([]))
      }
    }
  })
})

describe('a customer’s message', () => {
  it('puts words and files on the ticket as they are', () => {
    expect(said(working, { text: '  <b>Hi</b>\n', files: [file] })).to.deep.equal(
      ok([says('  <b>Hi</b>\n', [file])]),
    )
    expect(said(working, { files: [file], intent: 'reply' })).to.deep.equal(ok([says('', [file])]))
  })

  it('needs words or a file', () => {
    expect(said(working, {})).to.deep.equal(not(['reply']))
    expect(said(working, { text: ' \n' })).to.deep.equal(not(['reply']))
  })

  it('hands the work back to the stage in which it began to wait', () => {
    expect(said(waiting, { text: 'sda' })).to.deep.equal(ok([says('sda'), stage('in-progress')]))
    const early: readonly Line[] = [...filed, ['engineer', stage('waiting-for-customer')]]
    expect(said(early, { text: 'Yes' })).to.deep.equal(ok([says('Yes'), stage('submitted')]))
    const blind: readonly Line[] = [['system', stage('waiting')]]
    expect(said(blind, { text: 'Yes' })).to.deep.equal(ok([says('Yes'), stage('submitted')]))
  })

  it('refuses what the action has no use for, rather than losing it', () => {
    expect(said(working, { text: 'Here', sealed })).to.deep.equal(not([]))
    expect(said(working, { text: 'Here', authorization: fresh })).to.deep.equal(not([]))
    expect(said(offered, { text: 'Yes', quoteDigest: 'd1' })).to.deep.equal(not([]))
    expect(said(done, { intent: 'check-off', item: 'review-logs', sealed })).to.deep.equal(not([]))
  })
})

describe('reopening', () => {
  const again = { intent: 'reopen', text: 'Broken again.', authorization: fresh } as const

  it('puts the reason, the fresh consent and the stage on the ticket', () => {
    expect(said(done, again)).to.deep.equal(
      ok([says('Broken again.'), authorizes({ serverTime: start + 60 * minute }), stage('reopened')]),
    )
    expect(said(done, { ...again, sealed })).to.deep.equal(
      ok([
        says('Broken again.'),
        authorizes({ serverTime: start + 60 * minute }),
        access('sealed'),
        stage('reopened'),
      ]),
    )
  })

  it('needs a reason and a consent that is given anew, for the same request', () => {
    expect(said(done, { ...again, text: ' ', files: [file] })).to.deep.equal(not(['reopenReason']))
    expect(said(done, { intent: 'reopen' })).to.deep.equal(not(['reopenReason', 'authorization']))
    const stale: readonly Partial<AuthorizationRecord>[] = [
      {},
      { serverTime: start + 1, requestKey: 'another' },
      { serverTime: start + 1, server: { kind: 'ip', value: '192.0.2.2' } },
      { serverTime: start + 1, provider: 'Another' },
      { serverTime: start + 1, tasks: ['password-reset'] },
      { serverTime: start + 1, extras: ['data-recovery'] },
      { serverTime: start + 1, signer: { name: 'Anna', account: 'acc-2', owner: 'known' } },
    ]
    for (const changes of stale)
      expect(said(done, { ...again, authorization: authorization(changes) })).to.deep.equal(
        not(['authorization']),
      )
    const empty = authorization({ serverTime: start + 1, methods: [] })
    expect(said(done, { ...again, authorization: empty })).to.deep.equal(not(['methods']))
  })

  it('is understood by a policy that has no such stage', () => {
    const plain = { ...introserv, stages: introserv.stages.filter(({ id }) => id !== 'reopened') }
    const facts = said(done, again, plain)
    if (!facts.ok) throw new Error('refused')
    const after = at([...done, ...facts.value.map(fact => ['customer', fact] as const)], plain)
    expect(after).to.include({ phase: 'received', stage: 'reopened', summary: null })
  })
})

describe('an authorization', () => {
  const narrow = (changes: Partial<AuthorizationRecord>, before: Partial<AuthorizationRecord> = {}) =>
    said([...filed, ['customer', authorizes(before)]], {
      intent: 'narrow-authorization',
      authorization: authorization(changes),
    })

  it('is narrowed: fewer methods, no reboot, a fixed time, no mounting', () => {
    const remote = ['ssh-rdp', 'vnc']
    for (const changes of [
      { methods: remote },
      { methods: remote, reboot: false },
      { window: '24h' },
      { mounting: false },
      { serverTime: start + 1, clientTime: start - 3_600_000 },
    ] as const)
      expect(narrow(changes)).to.deep.equal(ok([authorizes(changes)]))
  })

  it('is never widened, nor moved to another request', () => {
    const remote = { methods: ['ssh-rdp'], reboot: false, window: '24h', mounting: false } as const
    const one = (field: keyof typeof remote) => ({ ...remote, [field]: authorization().record[field] })
    const consent = { console: true, reboot: true, mounting: true }
    const { statement, signer, serverTime } = authorization().record
    const duties = [{ id: 'backups', text: 'I have a backup.' }]
    const table: readonly (readonly [
      Partial<AuthorizationRecord>,
      Partial<AuthorizationRecord>,
      string[],
    ])[] = [
      [{ ...remote, methods: ['ssh-rdp', 'vnc'] }, remote, ['methods']],
      [{ ...remote, methods: [] }, remote, ['methods']],
      [one('reboot'), remote, ['reboot']],
      [one('window'), remote, ['timeWindow']],
      [{ ...remote, window: '7d' }, remote, ['timeWindow']],
      [one('mounting'), remote, ['authorization']],
      [{ methods: ['rescue'], reboot: false }, {}, ['reboot']],
      [{ tasks: ['password-reset'] }, {}, ['authorization']],
      [{ extras: ['data-recovery'] }, {}, ['authorization']],
      [{ requestKey: 'another' }, {}, ['authorization']],
      [{ provider: 'Another' }, {}, ['authorization']],
      [{ statement: { ...statement, text: 'I authorize nothing.' } }, {}, ['authorization']],
      [{ statement: { ...statement, language: 'pl' } }, {}, ['authorization']],
      [{ duties: [] }, { duties }, ['authorization']],
      [{ duties: [{ id: 'backups', text: 'The provider has one.' }] }, { duties }, ['authorization']],
      [{ signer: { ...signer, name: 'Somebody else' } }, {}, ['authorization']],
      [{ signer: { ...signer, owner: 'declared' } }, {}, ['authorization']],
      [{ serverTime: serverTime - 1 }, {}, ['authorization']],
      [{ withoutCredentials: consent }, {}, ['consoleConsent']],
      [
        { withoutCredentials: consent },
        { withoutCredentials: { ...consent, reboot: false } },
        ['consoleConsent'],
      ],
      [{ ...one('reboot'), methods: ['vnc'] }, remote, ['methods', 'reboot']],
    ]
    for (const [changes, before, fields] of table) expect(narrow(changes, before)).to.deep.equal(not(fields))
  })

  it('is needed to narrow one', () => {
    expect(said(filed, { intent: 'narrow-authorization' })).to.deep.equal(not(['authorization']))
  })
})

describe('login details', () => {
  it('are renewed by sealed text only', () => {
    expect(said(working, { intent: 'renew-credentials', text: 'new' })).to.deep.equal(not(['access']))
    expect(said(working, { intent: 'renew-credentials', sealed })).to.deep.equal(ok([access('sealed')]))
  })

  it('hand the work back once renewed, where that was asked and nothing else', () => {
    expect(said(refused, { intent: 'renew-credentials', sealed })).to.deep.equal(
      ok([access('sealed'), stage('in-progress')]),
    )
    expect(said(waiting, { intent: 'renew-credentials', sealed })).to.deep.equal(ok([access('sealed')]))
  })

  it('are withdrawn without a word, which answers nothing', () => {
    expect(said(waiting, { intent: 'withdraw-access' })).to.deep.equal(ok([access('withdrawn')]))
  })

  it('are destroyed once the request has ended or access was withdrawn, or else kept', () => {
    const after = (lines: readonly Line[], fact: Fact, erasable: boolean) =>
      followUps(fact, at(lines), { erasable, policy: introserv })
    for (const last of [stage('done'), stage('declined'), stage('cancelled'), access('withdrawn')]) {
      expect(after(working, last, true)).to.deep.equal([access('destroyed')])
      expect(after(working, last, false)).to.deep.equal([access('kept')])
      expect(after([...working, ['engineer', last]], last, true)).to.deep.equal([access('destroyed')])
      expect(after(filed.toSpliced(2, 1), last, true)).to.deep.equal([])
      expect(after([...working, ['system', access('destroyed')]], last, true)).to.deep.equal([])
      expect(after([...working, ['system', access('kept')]], last, false)).to.deep.equal([])
    }
    for (const other of [stage('in-progress'), stage('own'), access('opened'), says(), method('vnc')])
      expect(after(working, other, true)).to.deep.equal([])
  })
})

describe('a price', () => {
  const two: readonly Line[] = [...offered, ['engineer', price('d2', 'offered')]]

  it('is approved or declined by its digest, while it is offered', () => {
    expect(said(two, { intent: 'approve-quote', quoteDigest: 'd2' })).to.deep.equal(
      ok([price('d2', 'approved')]),
    )
    expect(said(two, { intent: 'decline-quote', quoteDigest: 'd1', text: 'Too much.' })).to.deep.equal(
      ok([says('Too much.'), price('d1', 'declined')]),
    )
    const settled: readonly Line[] = [...two, ['customer', price('d1', 'approved')]]
    for (const quoteDigest of ['d1', 'd3', undefined]) {
      const message = quoteDigest === undefined ? {} : { quoteDigest }
      expect(said(settled, { intent: 'approve-quote', ...message })).to.deep.equal(not(['quoteApproval']))
    }
  })

  it('hands the work back where it waited for nothing else', () => {
    const held: Line = ['engineer', stage('waiting-for-customer')]
    const approve = { intent: 'approve-quote', quoteDigest: 'd1' } as const
    expect(said([...offered, held], approve)).to.deep.equal(
      ok([price('d1', 'approved'), stage('in-progress')]),
    )
    expect(said([...two, held], approve)).to.deep.equal(ok([price('d1', 'approved')]))
    expect(said([...offered, ['engineer', asks()], held], approve)).to.deep.equal(
      ok([price('d1', 'approved')]),
    )
  })
})

describe('a request', () => {
  it('is called off, with a word or without, and not handed back by it', () => {
    expect(said(waiting, { intent: 'cancel' })).to.deep.equal(ok([stage('cancelled')]))
    expect(said(waiting, { intent: 'cancel', text: 'Solved.' })).to.deep.equal(
      ok([says('Solved.'), stage('cancelled')]),
    )
  })

  it('has its aftercare checked off, each item once', () => {
    expect(said(done, { intent: 'check-off', item: 'review-logs' })).to.deep.equal(
      ok([checksOff('review-logs')]),
    )
    const checked: readonly Line[] = [...done, ['customer', checksOff('review-logs')]]
    expect(said(checked, { intent: 'check-off', item: 'review-logs' })).to.deep.equal(ok([]))
    expect(said(done, { intent: 'check-off', item: 'summary' })).to.deep.equal(not([]))
    expect(said(done, { intent: 'check-off' })).to.deep.equal(not([]))
  })
})
