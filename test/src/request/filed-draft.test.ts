import { expect } from 'chai'
import { chosenServer, composeRequest, type Draft, type Facts, type Filing } from '../../../src/index.js'
import { filedDraft } from '../../../src/request/kept.js'
import { completeDraft, composedFiling, facts } from '../../support/examples.js'

const now = 1_790_000_000_000

/** A filing of this draft, and one of the draft that is read out of it, with the consents given again. */
async function twice(draft: Draft, against: Facts = facts()): Promise<readonly [Filing, Filing]> {
  const first = await composedFiling(draft, against, now)
  const { consoleConsent, duties, ownerDeclared, agreed } = draft
  const again = { ...filedDraft(first, against), consoleConsent, duties, ownerDeclared, agreed }
  return [first, await composedFiling(again, against, now)]
}

describe('the draft that is read out of a request', () => {
  it('makes the same request again, once the consents are given again', async () => {
    const drafts = [
      completeDraft({
        access: 'ssh-key',
        username: 'root',
        port: '2222',
        errors: 'No route',
        methods: ['ssh-rdp'],
      }),
      completeDraft({
        ...{ access: 'none', noAccessReason: 'The password is lost.', consoleConsent: true },
        ...{ tasks: ['password-reset'], timeWindow: '7d', signer: 'Jan Kowalski' },
      }),
      completeDraft({
        ...{ serverFrom: 'typed', serviceId: '', serverText: 'db.example.net', operatingSystem: 'Debian 11' },
        ...{ serverType: 'vps', access: 'ssh-key', reboot: false },
      }),
    ]
    for (const draft of drafts) {
      const [first, again] = await twice(draft)
      expect(again).to.deep.equal(first)
    }
  })

  it('has nothing of what is sealed, and no consent', async () => {
    const draft = completeDraft({ username: 'rescue-admin', port: '2222', secondFactor: true })
    const read = filedDraft(await composedFiling(draft, facts(), now), facts())
    expect(read).to.deep.include({ access: 'account', username: '', port: '', secondFactor: false })
    expect([read.duties, read.ownerDeclared, read.consoleConsent, read.agreed]).to.deep.equal([
      ...[[], false, false],
      null,
    ])
    expect(JSON.stringify(read)).not.to.match(/kanarek|rescue-admin/)
  })

  it('lets the methods go by fit where they were all that fit, and no further where they were narrowed', async () => {
    const ofAll = filedDraft(await composedFiling(completeDraft(), facts(), now), facts())
    expect(ofAll.methods).to.equal('by-fit')
    const narrowed = completeDraft({ methods: ['ssh-rdp'] })
    expect(filedDraft(await composedFiling(narrowed, facts(), now), facts()).methods).to.deep.equal([
      'ssh-rdp',
    ])
  })

  it('has the quantities that were priced, and the buyer', async () => {
    const draft = completeDraft()
    const server = chosenServer(draft, facts().context, facts().policy)
    if (!server.ok) throw new Error(server.error)
    const line = { extra: 'os-upgrade', unitNet: { amount: '40', currency: 'EUR' } }
    const composed = await composeRequest({
      ...{ draft, facts: facts(), server: server.value, language: 'en', text: () => 'text' },
      shown: { language: 'en', text: 'I authorize.' },
      moment: { key: 'request-key', clientTime: now, serverTime: now },
      secret: { value: 'kanarek', passphrase: '' },
      quote: {
        quote: {
          ...{ kind: 'tax-unknown', date: '2026-11-27', treatment: 'unknown', reasons: [] },
          net: { amount: '80', currency: 'EUR' },
          lines: [
            { ...line, quantity: '2' },
            { extra: 'custom', quantity: '1', unitNet: 'on-request' },
          ],
        },
        customer: { country: 'PL', kind: 'business', vatId: { value: 'PL5260001246', status: 'unchecked' } },
        digest: '0'.repeat(64),
      },
    })
    if (!composed.ok) throw new Error(composed.error)
    const read = filedDraft(composed.value.attempt.filing, facts())
    expect(read.quantities).to.deep.equal({ 'os-upgrade': '2' })
    expect(read.buyer).to.deep.equal({ country: 'PL', kind: 'business', vatId: 'PL5260001246' })
  })
})
