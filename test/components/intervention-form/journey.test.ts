import { expect } from 'chai'
import { emptyDraft, introserv, verifyAuthorization } from '../../../src/index.js'
import { memoryAdapter } from '../../../src/testing.js'
import meta from '../../../demo/stories/intervention-form.stories.js'
import { expectAccessible } from '../../support/axe.js'
import { FormDriver } from '../../support/form-driver.js'
import { mount } from '../../support/mount.js'

const secret = 'Zażółć-🗝️ 42'

describe('a customer who is locked out', () => {
  it('hands the server over in English, with the keyboard', async () => {
    const adapter = memoryAdapter()
    const form = new FormDriver(await mount(meta, { args: { adapter, locale: 'en' } }))
    const filed: unknown[] = []
    form.form.addEventListener('os-request-filed', event => filed.push(event.detail))

    await form.press('radio', /^db1/)
    await form.press('button', 'Continue')
    await form.reaches('What is wrong')
    await form.type(/^What is the problem/, 'Nothing answers since noon.')
    await form.type(/^What should the engineers do/, 'Open SSH again.')
    await form.press('checkbox', /^Recovery of the firewall/)
    await form.press('button', 'Continue')
    await form.reaches('Access')
    await form.press('radio', /administrator account/)
    await form.type(/^User name/, 'root')
    await form.type(/^Password/, secret)
    await form.press('button', 'Continue')
    await form.reaches('Your authorization')
    for (const duty of [
      /exact information/,
      /backups of/,
      /stay available/,
      /change the passwords/,
      /interrupted/,
    ]) {
      await form.press('checkbox', duty)
    }
    await form.press('checkbox', /^I give the authorization/)
    await form.press('button', 'Continue')
    await form.reaches('Check before you send')
    await form.says('provided (not shown)')
    await form.press('button', 'Send the request')
    await form.reaches('Ticket')

    const [ticket, ...others] = adapter.staff.tickets
    expect(others).to.deep.equal([])
    expect(filed).to.deep.equal([
      {
        id: ticket!.intervention.id,
        number: ticket!.intervention.number,
        firstResponseBy: ticket!.intervention.openedAt + 600_000,
      },
    ])
    const { filing } = ticket!
    expect(filing).to.deep.include({
      serviceId: 'DS-48213',
      tasks: ['network-recovery'],
      problem: 'Nothing answers since noon.',
      language: 'en',
    })
    expect(filing.access.kind).to.equal('account')
    expect(JSON.stringify(ticket)).to.not.include(secret).and.not.include('Zażółć')
    expect(await verifyAuthorization(filing.authorization)).to.equal(true)
    expect(filing.authorization.record.duties.map(({ id }) => id)).to.deep.equal(
      introserv.duties.map(({ id }) => id),
    )
    expect(filing.text).to.include('network-recovery').and.include('Nothing answers since noon.')
    expect(form.focused()?.id).to.equal('step-heading')
    await expectAccessible(form.form)
  })

  it('reads every step in Polish, with nothing left in English', async () => {
    const adapter = memoryAdapter()
    const form = new FormDriver(await mount(meta, { args: { adapter, locale: 'pl' } }))
    await form.press('radio', /^www/)
    await form.press('button', 'Dalej')
    await form.reaches('Co nie działa')
    await form.type(/^Na czym polega/, 'Serwer nie odpowiada.')
    await form.type(/^Jakiego działania/, 'Proszę sprawdzić.')
    await form.press('button', 'Dalej')
    await form.reaches('Dostęp do serwera')
    await form.press('radio', /konto administratora/)
    await form.type(/^Nazwa użytkownika/, 'Administrator')
    await form.type(/^Hasło/, secret)
    await form.press('button', 'Dalej')
    await form.reaches('Twoje upoważnienie')
    for (const duty of [/^Podaję/, /kopie zapasowe/, /w kontakcie/, /zmieniam hasła/, /przerwane/]) {
      await form.press('checkbox', duty)
    }
    await form.press('checkbox', /^Udzielam/)
    await form.press('button', 'Dalej')
    await form.reaches('Sprawdź')
    await form.press('button', 'Wyślij zgłoszenie')
    await form.reaches('Zgłoszenie nr')
    const { filing } = adapter.staff.tickets[0]!
    expect(filing.authorization.record.statement.language).to.equal('pl')
    expect(filing.authorization.record.statement.text).to.include('wyraźnie upoważniam')
    // The engineers of the preset read English: the block is theirs, the customer's words stay as typed.
    expect(filing.text).to.include('Technical problems').and.include('Serwer nie odpowiada.')
  })
})

describe('the first step', () => {
  it('begins with the only server there is', () => {
    const only = { id: 's', name: 'one', addresses: [], serverType: 'vps' } as const
    const draft = emptyDraft(
      { now: 0, account: { id: 'a', name: 'A', owner: true }, services: [only], recipients: [] },
      introserv,
    )
    expect(draft).to.include({ serverFrom: 'list', serviceId: 's', signer: 'A', agreed: null })
  })

  it('tells how long it takes, and that live chat is for a first consultation', async () => {
    const form = new FormDriver(await mount(meta, { args: { locale: 'en' } }))
    await form.reaches('Which server')
    await form.says(/within 10 minutes/)
    await form.says('Live chat is for a first consultation only')
  })
})
