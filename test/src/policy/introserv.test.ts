import { expect } from 'chai'
import { introserv } from '../../../src/index.js'

// Written from the provider's procedure, line by line, not from the preset.

/** What a dotted path of `ours` leads to: keys of objects, ids in lists. */
function at(path: string): unknown {
  return path.split('.').reduce<unknown>((value, key) => {
    if (Array.isArray(value)) return value.find((item: { id?: string }) => item.id === key)
    return typeof value === 'object' && value !== null && Object.hasOwn(value, key)
      ? Object.entries(value).find(([name]) => name === key)?.[1]
      : undefined
  }, introserv)
}

describe('the preset names the provider', () => {
  it('INTROSERV, whose engineers write English', () => {
    expect(introserv.provider.name).to.equal('INTROSERV')
    expect(introserv.provider.language).to.equal('en')
  })

  it('with the way by hand in both languages, and its department', () => {
    expect(introserv.provider.menuPath.en.join(' › ').toLowerCase()).to.equal(
      'client area › tickets › add ticket › technical problems',
    )
    expect(introserv.provider.menuPath.pl.join(' › ')).to.equal(
      'Strefa klienta › Zgłoszenia › Dodaj zgłoszenie › Problemy techniczne',
    )
    expect(introserv.provider.department).to.deep.equal({
      en: 'Technical problems',
      pl: 'Problemy techniczne',
    })
    expect(introserv.provider.clientArea).to.deep.equal({ en: 'Client area', pl: 'Strefa klienta' })
    expect(Object.keys(introserv.provider.accountPage)).to.deep.equal(['en', 'pl'])
  })

  it('and neither a pattern of service IDs nor a seller’s country, which the procedure does not give', () => {
    expect(introserv.provider).not.to.have.any.keys('serviceIdPattern', 'sellerCountry')
  })
})

describe('the preset holds the standard service', () => {
  const tasks: readonly [string, 'required' | 'may-be-missing'][] = [
    ['password-reset', 'may-be-missing'],
    ['network-recovery', 'required'],
    ['remote-access-restore', 'required'],
    ['bootloader-repair', 'required'],
    ['filesystem-repair', 'required'],
    ['service-restart', 'required'],
    ['os-diagnostics', 'required'],
    ['software-install', 'required'],
  ]
  it('of eight tasks, of which only the password reset may miss login details', () => {
    expect(introserv.tasks.map(({ id, credentials }) => [id, credentials])).to.deep.equal(tasks)
  })

  it('and four extras, all on request', () => {
    expect(introserv.extras.map(({ id, price }) => [id, price])).to.deep.equal([
      ['application-troubleshooting', 'on-request'],
      ['data-recovery', 'on-request'],
      ['performance-tuning', 'on-request'],
      ['malware-removal', 'on-request'],
    ])
  })

  it('and never calls anything free, nor puts a figure on an extra', () => {
    expect(JSON.stringify([introserv.tasks, introserv.extras])).not.to.match(
      /free|darmo|bezpłat|EUR|PLN|USD|\d/i,
    )
  })
})

describe('the preset knows five ways in', () => {
  const method = (id: string) => introserv.methods.find(one => one.id === id)

  it('SSH/RDP, with the customer’s login details, the primary one', () => {
    expect(method('ssh-rdp')).to.include({ credentials: 'needed', primary: true })
  })
  it('IP-KVM, a keyboard and a monitor, for dedicated servers with the option', () => {
    expect(method('ip-kvm')).to.deep.include({
      serverTypes: ['dedicated'],
      needs: 'ipKvm',
      console: 'physical',
    })
  })
  it('rescue mode, a system over the network', () => {
    expect(method('rescue')).to.deep.include({ boots: 'rescue', serverTypes: ['dedicated', 'vps'] })
  })
  it('the VNC console of a VPS, whatever the network configuration', () => {
    expect(method('vnc')).to.deep.include({ serverTypes: ['vps'], console: 'virtual', withoutNetwork: true })
  })
  it('and technicians on site', () => {
    expect(method('datacentre')).to.include({ onSite: true })
  })
  it('and no other; one is primary, one on site, and only SSH/RDP needs login details', () => {
    expect(introserv.methods).to.have.length(5)
    expect(introserv.methods.filter(one => 'primary' in one)).to.have.length(1)
    expect(introserv.methods.filter(one => 'onSite' in one)).to.have.length(1)
    expect(introserv.methods.filter(one => one.credentials === 'needed').map(({ id }) => id)).to.deep.equal([
      'ssh-rdp',
    ])
  })
})

describe('the preset says what is asked, what is owed and what is not promised', () => {
  it('a request names the server, problem, action, errors, login details and authorization', () => {
    expect(introserv.required).to.have.members([
      'server',
      'problem',
      'action',
      'errors-where-any',
      'credentials',
      'authorization',
    ])
  })
  it('the customer has five duties', () => {
    expect(introserv.duties.map(({ id }) => id)).to.deep.equal([
      'exact-information',
      'backups',
      'availability',
      'change-passwords',
      'interruption',
    ])
  })
  it('the service has four limits', () => {
    expect(introserv.limits.map(({ id }) => id)).to.deep.equal([
      'best-effort',
      'data-loss',
      'hardware',
      'repeated',
    ])
  })
  it('a request goes by ticket; live chat is for a first consultation only', () => {
    expect(introserv.contact).to.deep.equal({ intervention: 'ticket', liveChat: 'first-consultation-only' })
  })
})

describe('the preset tells how a request goes on', () => {
  it('straight, from submitted to done', () => {
    expect(introserv.stages.filter(({ path }) => path === 'straight').map(({ id }) => id)).to.deep.equal([
      'submitted',
      'verification',
      'assessment',
      'in-progress',
      'done',
    ])
  })
  it('and beside that', () => {
    expect(introserv.stages.filter(({ path }) => path === 'side').map(({ id }) => id)).to.have.members([
      'waiting-for-customer',
      'escalated',
      'declined',
      'extra-unavailable',
      'cancelled',
      'reopened',
    ])
  })
  it('with its four times', () => {
    const { firstResponse, standard, complex, datacentre } = introserv.times
    expect(firstResponse.withinMinutes).to.equal(10)
    expect([standard.fromMinutes, standard.toMinutes]).to.deep.equal([15, 60])
    expect([complex.fromMinutes, complex.toMinutes]).to.deep.equal([1 * 60, 4 * 60])
    expect(complex.longer).to.equal('customer-is-notified')
    expect(datacentre).to.equal('can-take-longer')
  })
  it('and how these are counted', () => {
    expect(introserv.times).to.deep.include({
      workCountsFrom: 'in-progress',
      pausedWhileWaiting: true,
      hours: 'around-the-clock',
      classifiedBy: 'engineer',
    })
    expect(introserv.times.firstResponse.countsFrom).to.equal('filing')
  })
  it('and what comes afterwards', () => {
    expect(introserv.aftercare.facts.map(({ id }) => id)).to.deep.equal([
      'summary',
      'new-credentials',
      'same-ticket',
    ])
    expect(introserv.aftercare.toDo.map(({ id }) => id)).to.deep.equal([
      'verify-access-and-passwords',
      'review-logs',
    ])
  })
  it('and how far an authorization goes until it is narrowed', () => {
    expect(introserv.authorization).to.deep.include({
      windows: ['until-done', '24h', '7d'],
      defaultWindow: 'until-done',
      hoursAfterDone: 24,
      reboot: true,
      mounting: true,
    })
  })
})

describe('the preset’s VAT table', () => {
  // As printed, in per cent, by the names that the provider prints.
  const printed = `Austria 20 · Belgium 21 · Bulgaria 20 · Croatia 25 · Cyprus 19 · Czech Republic 21 · Denmark 25 ·
    Estonia 22 · France 20 · Finland 24 · Germany 19 · Greece 24 · Hungary 27 · Ireland 23 · Italy 22 · Latvia 21 ·
    Lithuania 21 · Luxembourg 17 · Malta 18 · Netherlands 21 · Poland 23 · Portugal 23 · Romania 19 · Slovakia 20 ·
    Spain 21 · Sweden 25`
  const names = new Intl.DisplayNames('en', { type: 'region' })
  const codeOf = new Map(Object.keys(introserv.vat.rates).map(code => [names.of(code), code]))
  codeOf.set('Czech Republic', codeOf.get('Czechia') ?? '')

  for (const line of printed.split('·')) {
    const [, country = '', rate = ''] = /(\D+) (\d+)/.exec(line.trim().replace(/\s+/g, ' ')) ?? []
    it(`has ${country} at ${rate} %`, () => {
      expect(
        Object.entries(introserv.vat.rates).find(([code]) => code === codeOf.get(country))?.[1],
      ).to.deep.equal({
        kind: 'rate',
        per100k: Number(rate) * 1_000,
      })
    })
  }

  it('lists the 27 states and the USA, Greece as GR', () => {
    expect(Object.keys(introserv.vat.rates)).to.have.length(28)
    expect(introserv.vat.rates).to.include.keys('GR', 'US').and.not.to.have.property('EL')
  })
  it('leaves Slovenia unknown: a blank is no zero', () => {
    expect(introserv.vat.rates.SI).to.deep.equal({ kind: 'unknown' })
  })
  it('puts the USA and every country not listed outside the scope, not at a rate of zero', () => {
    expect(introserv.vat.rates.US).to.deep.equal({ kind: 'outside-scope' })
    expect(introserv.vat.other).to.deep.equal({ kind: 'outside-scope' })
  })
  it('has no date', () => {
    expect(introserv.vat.date).to.equal('undated')
  })
})

describe('what is ours in the preset', () => {
  it('can be found by its path, every bit of it', () => {
    for (const path of introserv.ours) expect(at(path), path).not.to.equal(undefined)
  })

  const silent = [
    'tasks.password-reset.credentials',
    'times.firstResponse.countsFrom',
    'times.workCountsFrom',
    'times.pausedWhileWaiting',
    'times.hours',
    'times.classifiedBy',
    'authorization',
    'stages.waiting-for-customer',
    'stages.declined',
    'stages.extra-unavailable',
    'stages.cancelled',
    'stages.reopened',
  ]
  it('is all that the procedure is silent about, and nothing that it says', () => {
    expect([...introserv.ours]).to.have.members(silent)
  })
})
