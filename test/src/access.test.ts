import { expect } from 'chai'
import {
  accessMethods,
  introserv,
  offerReasons,
  type ServerOptions,
  type CredentialsGiven,
  type ServerType,
  type ServicePolicy,
} from '../../src/index.js'

type Row = [ServerType, ServerOptions, CredentialsGiven, string[]]

// Written from the provider's procedure: what each method is for, and who can have it.
const rows: Row[] = [
  [
    'dedicated',
    { ipKvm: true },
    'given',
    [
      'ssh-rdp yes primary',
      'ip-kvm yes fits',
      'rescue yes with-boot',
      'datacentre yes on-site',
      'vnc no other-server-type',
    ],
  ],
  [
    'dedicated',
    { ipKvm: false },
    'given',
    [
      'ssh-rdp yes primary',
      'rescue yes with-boot',
      'datacentre yes on-site',
      'ip-kvm no option-missing',
      'vnc no other-server-type',
    ],
  ],
  [
    'dedicated',
    {},
    'given',
    [
      'ssh-rdp yes primary',
      'ip-kvm if-available option-unknown',
      'rescue yes with-boot',
      'datacentre yes on-site',
      'vnc no other-server-type',
    ],
  ],
  [
    'dedicated',
    { ipKvm: 'unknown' },
    'ssh-key',
    [
      'ssh-rdp yes primary',
      'ip-kvm if-available option-unknown',
      'rescue yes with-boot',
      'datacentre yes on-site',
      'vnc no other-server-type',
    ],
  ],
  [
    'dedicated',
    { ipKvm: true },
    'missing',
    [
      'rescue yes with-boot',
      'ip-kvm yes with-reboot',
      'ssh-rdp if-available once-login-exists',
      'datacentre yes on-site',
      'vnc no other-server-type',
    ],
  ],
  [
    'vps',
    {},
    'given',
    [
      'ssh-rdp yes primary',
      'rescue yes with-boot',
      'vnc yes fits',
      'datacentre yes on-site',
      'ip-kvm no other-server-type',
    ],
  ],
  [
    'vps',
    {},
    'ssh-key',
    [
      'ssh-rdp yes primary',
      'rescue yes with-boot',
      'vnc yes with-reboot',
      'datacentre yes on-site',
      'ip-kvm no other-server-type',
    ],
  ],
  [
    'vps',
    { ipKvm: true },
    'missing',
    [
      'rescue yes with-boot',
      'vnc yes with-reboot',
      'ssh-rdp if-available once-login-exists',
      'datacentre yes on-site',
      'ip-kvm no other-server-type',
    ],
  ],
  [
    'unknown',
    {},
    'given',
    [
      'ssh-rdp yes primary',
      'ip-kvm if-available server-type-unknown',
      'rescue yes with-boot',
      'vnc if-available server-type-unknown',
      'datacentre yes on-site',
    ],
  ],
  [
    'unknown',
    { ipKvm: false },
    'missing',
    [
      'rescue yes with-boot',
      'vnc if-available server-type-unknown',
      'ssh-rdp if-available once-login-exists',
      'datacentre yes on-site',
      'ip-kvm no option-missing',
    ],
  ],
]

describe('the ways into a server', () => {
  for (const [type, options, credentials, expected] of rows) {
    it(`are told for ${type} ${JSON.stringify(options)}, login details ${credentials}`, () => {
      const offers = accessMethods(type, options, { credentials }, introserv)
      expect(offers.map(({ method, offered, reason }) => `${method.id} ${offered} ${reason}`)).to.deep.equal(
        expected,
      )
    })
  }

  it('begin with the primary method, and say so, where the work means that it may not answer', () => {
    const first = (tasks: readonly string[], credentials: CredentialsGiven = 'given') => {
      const [offer] = accessMethods('vps', {}, { credentials, tasks }, introserv)
      return offer && `${offer.method.id} ${offer.offered} ${offer.reason}`
    }
    for (const task of ['network-recovery', 'remote-access-restore', 'bootloader-repair', 'os-diagnostics']) {
      expect(first(['software-install', task]), task).to.equal('ssh-rdp if-available primary-if-it-answers')
    }
    expect(first(['software-install', 'service-restart'])).to.equal('ssh-rdp yes primary')
    expect(first(['network-recovery'], 'missing')).to.equal('rescue yes with-boot')
  })

  it('are all told, whatever fits, each once', () => {
    const ids = introserv.methods.map(({ id }) => id).toSorted()
    for (const type of ['dedicated', 'vps', 'unknown'] as const) {
      for (const credentials of ['given', 'ssh-key', 'missing'] as const) {
        const offers = accessMethods(type, {}, { credentials }, introserv)
        expect(offers.map(({ method }) => method.id).toSorted()).to.deep.equal(ids)
        for (const { reason } of offers) expect(offerReasons).to.include(reason)
      }
    }
  })

  it('are those of the policy that is given', () => {
    const other: ServicePolicy = {
      ...introserv,
      methods: [
        { id: 'hands', serverTypes: ['vps'], credentials: 'not-needed', onSite: true },
        { id: 'serial', serverTypes: ['vps'], credentials: 'not-needed', console: 'virtual' },
        { id: 'winrm', serverTypes: ['vps'], credentials: 'needed', primary: true },
        { id: 'live-usb', serverTypes: ['dedicated'], credentials: 'not-needed', boots: 'rescue' },
      ],
    }
    const told = (credentials: CredentialsGiven) =>
      accessMethods('vps', {}, { credentials }, other).map(({ method, reason }) => `${method.id} ${reason}`)
    expect(told('given')).to.deep.equal([
      'winrm primary',
      'serial fits',
      'hands on-site',
      'live-usb other-server-type',
    ])
    expect(told('missing')).to.deep.equal([
      'serial with-reboot',
      'winrm once-login-exists',
      'hands on-site',
      'live-usb other-server-type',
    ])
  })
})
