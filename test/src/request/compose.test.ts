import { expect } from 'chai'
import {
  chosenServer,
  composeRequest,
  sealStands,
  verifyAuthorization,
  type Composition,
  type Draft,
  type Facts,
  type Recipient,
} from '../../../src/index.js'
import { completeDraft, context, facts } from '../../support/examples.js'

const moment = { key: 'request-key', clientTime: 1_000, serverTime: 2_000 }

function composition(
  draft: Draft,
  against: Facts = facts(),
  changes: Partial<Composition> = {},
): Composition {
  const server = chosenServer(draft, against.context, against.policy)
  if (!server.ok) throw new Error(server.error)
  return {
    draft,
    facts: against,
    server: server.value,
    shown: { language: 'pl', text: 'Upoważniam.' },
    moment,
    language: 'pl',
    secret: { value: 'kanarek', passphrase: '' },
    text: filing => `${filing.server.value}: ${filing.problem}`,
    ...changes,
  }
}

async function composed(...of: Parameters<typeof composition>) {
  const result = await composeRequest(composition(...of))
  if (!result.ok) throw new Error(result.error)
  return result.value
}

describe('a request is composed', () => {
  it('records exactly what was shown and ticked, and by whom', async () => {
    const duties = [{ id: 'backups', text: 'Mam kopie.' }]
    const { attempt } = await composed(
      completeDraft({ timeWindow: '7d', reboot: false, methods: ['ssh-rdp'], duties }),
    )
    const { authorization } = attempt.filing
    expect(authorization.record).to.deep.equal({
      v: 1,
      statement: { version: '1', language: 'pl', text: 'Upoważniam.' },
      requestKey: 'request-key',
      provider: 'INTROSERV',
      server: { kind: 'ip', value: '185.12.4.7' },
      tasks: ['remote-access-restore'],
      extras: [],
      methods: ['ssh-rdp'],
      window: '7d',
      reboot: false,
      mounting: true,
      duties,
      signer: { name: 'Anna Kowalska', account: 'acc-1', owner: 'known' },
      clientTime: 1_000,
      serverTime: 2_000,
    })
    expect(await verifyAuthorization(authorization)).to.equal(true)
  })

  it('says that the owner is declared where nobody knows', async () => {
    const unknown = facts({ context: context({ account: { id: 'a', name: 'M', owner: 'unknown' } }) })
    const { attempt } = await composed(completeDraft({ ownerDeclared: true }), unknown)
    expect(attempt.filing.authorization.record.signer.owner).to.equal('declared')
  })

  it('leaves out what the policy does not sell, and keeps the words as typed', async () => {
    const draft = completeDraft({ tasks: ['toString', 'password-reset'], problem: '  as typed \n' })
    const { filing } = (await composed(draft)).attempt
    expect(filing.tasks).to.deep.equal(['password-reset'])
    expect(filing.problem).to.equal('  as typed \n')
    expect(filing.text).to.equal('185.12.4.7:   as typed \n')
  })

  it('takes the files along, and names them to what writes the ticket', async () => {
    const files = [new File(['x'], 'a.log', { type: 'text/plain' })]
    const text: Composition['text'] = ({ files: named = [] }) => named.map(({ name }) => name).join()
    const { filing } = (await composed(completeDraft(), facts(), { files, text })).attempt
    expect(filing.files).to.equal(files)
    expect(filing.text).to.equal('a.log')
    expect((await composed(completeDraft(), facts(), { files: [] })).attempt.filing).to.not.have.property(
      'files',
    )
  })

  it('holds the secret only sealed', async () => {
    const { attempt } = await composed(completeDraft())
    expect(attempt.filing.access.kind).to.equal('account')
    expect(JSON.stringify(attempt)).to.not.include('kanarek')
  })

  it('uses what was sealed for the same server, and seals anew for another', async () => {
    const first = await composed(completeDraft())
    const again = await composed(completeDraft({ problem: 'edited' }), facts(), {
      sealedBefore: first.sealed,
    })
    expect(again.sealed).to.equal(first.sealed)
    const other = await composed(completeDraft({ serviceId: 'srv-2' }), facts(), {
      sealedBefore: first.sealed,
    })
    expect(other.sealed?.sealed.armored).to.not.equal(first.sealed?.sealed.armored)
  })

  it('asks for the login details anew when the keys have changed since', async () => {
    const { sealed } = await composed(completeDraft())
    if (!sealed) throw new Error('not sealed')
    const { recipient: only } = context().recipients[0]!
    const { key, account, server } = sealed
    const of = { key, account, server }
    const stands = (recipients: readonly Recipient[], pinned?: readonly string[], now = 0) =>
      sealStands(sealed, of, recipients, pinned, now)
    const team = { id: 'team', label: 'Team', recipient: only }
    expect(stands([team])).to.equal(true)
    expect(stands([team], [only])).to.equal(true)
    expect(stands([team], ['age1other'])).to.equal(false)
    expect(stands([team, { ...team, recipient: 'age1more' }])).to.equal(false)
    expect(stands([{ ...team, recipient: 'age1other' }])).to.equal(false)
    expect(stands([])).to.equal(false)
    expect(stands([{ ...team, notAfter: 5 }], undefined, 5)).to.equal(false)
    for (const other of [{ server: '10.0.0.1' }, { key: 'another request' }, { account: 'another' }])
      expect(sealStands(sealed, { ...of, ...other }, [team], undefined, 0)).to.equal(false)
  })

  it('seals nothing for a request without login details, whatever still stands in the field', async () => {
    const draft = completeDraft({
      access: 'none',
      tasks: ['password-reset'],
      consoleConsent: true,
      reboot: false,
    })
    const { attempt, sealed } = await composed(draft)
    expect(sealed).to.equal(undefined)
    expect(attempt.filing.access).to.deep.equal({ kind: 'none' })
    expect(attempt.filing.authorization.record).to.deep.include({
      reboot: true,
      mounting: true,
      withoutCredentials: { console: true, reboot: true, mounting: true },
    })
  })

  it('names the account that the team’s SSH key opens', async () => {
    const { attempt } = await composed(
      completeDraft({ access: 'ssh-key', username: ' admin ', port: '2222' }),
    )
    expect(attempt.filing.access).to.deep.equal({ kind: 'ssh-key', username: 'admin', port: 2222 })
  })

  it('is refused where there is nobody to seal to', async () => {
    const nobody = facts({ context: context({ recipients: [] }) })
    expect(await composeRequest(composition(completeDraft(), nobody))).to.deep.equal({
      ok: false,
      error: 'no-recipient',
    })
  })
})
