import { expect } from 'chai'
import {
  accessChoices,
  allowedMethods,
  checkStep,
  firstStepWithIssues,
  introserv,
  type Context,
  type Draft,
  type Facts,
  type PriceList,
  type StepId,
} from '../../../src/index.js'
import { completeDraft, context, facts } from '../../support/examples.js'

function codes(step: StepId, draft: Partial<Draft>, against: Partial<Facts> = {}): string[] {
  return checkStep(step, completeDraft(draft), facts(against)).map(({ field, code }) => `${field}: ${code}`)
}

describe('a request is checked', () => {
  it('finds nothing to correct in a complete one', () => {
    expect(firstStepWithIssues(completeDraft(), facts())).to.equal(undefined)
  })

  const wrong: [string, StepId, Partial<Draft>, string[]][] = [
    ['no server was picked', 'server', { serverFrom: 'unchosen' }, ['server: server-missing']],
    [
      'the server field is empty',
      'server',
      { serverFrom: 'typed', serverText: '  ' },
      ['server: server-missing'],
    ],
    [
      'an address is malformed',
      'server',
      { serverFrom: 'typed', serverText: '300.1.1.1' },
      ['server: server-malformed'],
    ],
    [
      'a password hides in the address',
      'server',
      { serverFrom: 'typed', serverText: 'ssh://root:pw@1.2.3.4' },
      ['server: server-secret'],
    ],
    ['the problem is blank', 'problem', { problem: ' \n' }, ['problem: problem-missing']],
    ['the action is blank', 'problem', { action: '' }, ['action: action-missing']],
    ['a log is too long', 'problem', { errors: 'x'.repeat(20_001) }, ['errors: text-too-long']],
    ['half a character was pasted', 'problem', { problem: 'a\ud800' }, ['problem: text-broken']],
    ['no way in was chosen', 'access', { access: '' }, ['access: access-missing']],
    ['the user name is missing', 'access', { username: ' ' }, ['username: username-missing']],
    ['the port is no port', 'access', { port: '70000' }, ['port: port-malformed']],
    ['the port is zero', 'access', { port: '0' }, ['port: port-malformed']],
    [
      'a duty is not acknowledged',
      'authorization',
      { duties: [{ id: 'backups', text: '' }] },
      ['duties: duty-missing'],
    ],
    ['every method was unticked', 'authorization', { methods: [] }, ['methods: methods-missing']],
    ['rescue mode may not restart the server', 'authorization', { reboot: false }, ['reboot: reboot-needed']],
    ['nobody signs', 'authorization', { signer: '' }, ['signer: signer-missing']],
    [
      'the statement is not ticked',
      'authorization',
      { agreed: null },
      ['authorization: authorization-missing'],
    ],
  ]
  for (const [what, step, draft, expected] of wrong) {
    it(`says so when ${what}`, () => {
      expect(codes(step, draft)).to.deep.equal(expected)
    })
  }

  const secrets: [Facts['secret'], Draft['credentialKind'], string[]][] = [
    ['missing', 'password', ['password: password-missing']],
    ['missing', 'private-key', ['privateKey: private-key-missing']],
    ['wiped', 'password', ['password: password-wiped']],
    ['broken', 'private-key', ['privateKey: password-broken']],
    ['given', 'password', []],
    ['sealed', 'password', []],
  ]
  for (const [secret, credentialKind, expected] of secrets) {
    it(`takes a ${credentialKind} that is ${secret} for what it is`, () => {
      expect(codes('access', { credentialKind }, { secret })).to.deep.equal(expected)
    })
  }

  it('finds a secret that lies open in a text, where it is given and where it lies', () => {
    expect(codes('problem', {}, { repeated: ['errors'] })).to.deep.equal(['errors: secret-in-text'])
    expect(codes('access', {}, { repeated: ['errors'] })).to.deep.equal(['errors: secret-in-text'])
  })

  it('asks about a file that holds something like a secret, until that is decided', () => {
    expect(codes('problem', {}, { hasSuspectFile: true })).to.deep.equal(['attachments: file-suspect'])
    expect(codes('problem', {}, { hasSuspectFile: false })).to.deep.equal([])
    expect(codes('problem', {}, { repeated: ['attachments'] })).to.deep.equal(['attachments: secret-in-text'])
  })

  const prices: PriceList = {
    currency: 'EUR',
    prices: {
      'malware-removal': { kind: 'fixed', net: '149.00' },
      'performance-tuning': { kind: 'per-unit', net: '78', unit: 'hour' },
      'data-recovery': { kind: 'on-request' },
    },
  }
  const quantities: [string, Partial<Draft>, Partial<Context>, string[]][] = [
    [
      'of a piece',
      { extras: ['malware-removal'], quantities: { 'malware-removal': 'abc' } },
      { prices },
      ['quantities: quantity-not-whole'],
    ],
    [
      'of a part of a piece',
      { extras: ['malware-removal'], quantities: { 'malware-removal': '1,5' } },
      { prices },
      ['quantities: quantity-not-whole'],
    ],
    [
      'of time',
      { extras: ['performance-tuning'], quantities: { 'performance-tuning': '0' } },
      { prices },
      ['quantities: quantity-malformed'],
    ],
    [
      'of two at once',
      {
        extras: ['malware-removal', 'performance-tuning'],
        quantities: { 'malware-removal': '-', 'performance-tuning': '-' },
      },
      { prices },
      ['quantities: quantity-not-whole', 'quantities: quantity-malformed'],
    ],
    [
      'that can be read',
      { extras: ['performance-tuning'], quantities: { 'performance-tuning': ' 1,5' } },
      { prices },
      [],
    ],
    ['that was left empty', { extras: ['malware-removal'], quantities: {} }, { prices }, []],
    [
      'of an extra that was taken back',
      { extras: [], quantities: { 'malware-removal': 'abc' } },
      { prices },
      [],
    ],
    [
      'of an extra on request',
      { extras: ['data-recovery'], quantities: { 'data-recovery': 'abc' } },
      { prices },
      [],
    ],
    [
      'of an extra that isn’t priced',
      { extras: ['application-troubleshooting'], quantities: { 'application-troubleshooting': 'abc' } },
      { prices },
      [],
    ],
    [
      'where there are no prices',
      { extras: ['malware-removal'], quantities: { 'malware-removal': 'abc' } },
      {},
      [],
    ],
  ]
  for (const [what, draft, told, expected] of quantities) {
    it(`${expected.length > 0 ? 'minds' : 'doesn’t mind'} a quantity ${what}`, () => {
      expect(codes('problem', draft, { context: context(told) })).to.deep.equal(expected)
    })
  }

  it('says that an approved price no longer holds, with the problem and before sending', () => {
    const lapsed = ['quoteApproval: quote-lapsed']
    expect(codes('problem', {}, { isQuoteLapsed: true })).to.deep.equal(lapsed)
    expect(codes('check', {}, { isQuoteLapsed: true })).to.deep.equal(lapsed)
    expect(codes('access', {}, { isQuoteLapsed: true })).to.deep.equal([])
    expect(firstStepWithIssues(completeDraft(), facts({ isQuoteLapsed: true }))).to.equal('problem')
    expect(codes('problem', {}, { isQuoteLapsed: false })).to.deep.equal([])
  })

  it('looks at every step before sending', () => {
    const draft = completeDraft({ problem: '', agreed: null })
    expect(checkStep('check', draft, facts()).map(({ code }) => code)).to.deep.equal([
      'problem-missing',
      'authorization-missing',
    ])
    expect(firstStepWithIssues(draft, facts())).to.equal('problem')
  })
})

describe('a request without login details', () => {
  const without = { access: 'none', consoleConsent: true } as const

  it('goes through for a password reset, alone and with other tasks', () => {
    expect(codes('access', { ...without, tasks: ['password-reset'] }, { secret: 'missing' })).to.deep.equal(
      [],
    )
    expect(
      codes('access', { ...without, tasks: ['filesystem-repair', 'password-reset'] }, { secret: 'missing' }),
    ).to.deep.equal([])
  })

  it('needs a consent of its own', () => {
    expect(codes('access', { ...without, consoleConsent: false, tasks: ['password-reset'] })).to.deep.equal([
      'consoleConsent: console-consent-missing',
    ])
  })

  for (const { id, credentials } of introserv.tasks) {
    if (credentials === 'may-be-missing') continue
    it(`is refused for ${id} alone`, () => {
      expect(codes('access', { ...without, tasks: [id] })).to.deep.equal(['access: credentials-required'])
    })
  }

  it('is refused when nothing was ticked', () => {
    expect(codes('access', { ...without, tasks: [] })).to.deep.equal(['access: credentials-required'])
  })

  it('is offered only where a task allows it', () => {
    expect(accessChoices(completeDraft(), facts())).to.deep.equal(['account'])
    expect(accessChoices(completeDraft({ tasks: ['password-reset'] }), facts())).to.include('none')
  })
})

describe('who may authorize', () => {
  const owner = (value: boolean | 'unknown'): Partial<Facts> => ({
    context: context({ account: { id: 'acc-1', name: 'Piotr', owner: value } }),
  })

  it('stops a person who is not the owner, whatever else is ticked', () => {
    expect(codes('authorization', {}, owner(false))).to.deep.equal(['signer: owner-only'])
    expect(firstStepWithIssues(completeDraft(), facts(owner(false)))).to.equal('authorization')
  })

  it('asks for a declaration where the client area cannot tell', () => {
    expect(codes('authorization', {}, owner('unknown'))).to.deep.equal(['ownerDeclared: owner-undeclared'])
    expect(codes('authorization', { ownerDeclared: true }, owner('unknown'))).to.deep.equal([])
  })
})

describe('the allowed methods', () => {
  it('fit the server until they are narrowed', () => {
    expect(allowedMethods(completeDraft(), facts())).to.include('ip-kvm').and.not.include('vnc')
    expect(allowedMethods(completeDraft({ methods: ['ssh-rdp', 'vnc'] }), facts())).to.deep.equal(['ssh-rdp'])
  })
})

describe('the SSH keys of the support team', () => {
  it('are offered only where they are keys: nothing else gets into a command', () => {
    const keyed = (line: string) => facts({ context: context({ sshKeys: [line] }) })
    const key = `ssh-ed25519 ${'A'.repeat(68)} support@nordhost`
    expect(accessChoices(completeDraft(), keyed(key))).to.include('ssh-key')
    for (const bad of [
      `${key}'; rm -rf /; '`,
      `${key}\nssh-rsa AAAA`,
      'restrict,command="sh" ssh-rsa AAAA',
      '',
    ]) {
      expect(accessChoices(completeDraft(), keyed(bad)), bad).to.not.include('ssh-key')
    }
  })
})
