import { expect } from 'chai'
import {
  signAuthorization,
  ticketReceiptOf,
  verifyReceipt,
  type Authorization,
  type Entry,
  type Fact,
  type TicketReceipt,
} from '../../../src/index.js'
import { digestOf } from '../../../src/authorization/digest.js'
import { changed, without } from '../../support/paths.js'
import { authorization, filed } from '../../support/whole.js'

const labels = { language: 'pl', tasks: ['Reset <hasła>'], extras: [], methods: { 'ssh-rdp': 'SSH lub RDP' } }

const entriesOf = (...facts: readonly Fact[]): readonly Entry[] =>
  facts.map((fact, index) => ({
    ...{ id: `e${index}`, seq: index + 1, rev: 0, at: index, by: 'customer' },
    fact,
  }))

const asked: Fact = { kind: 'message', text: 'Serwer nie działa.', format: 'text', files: [] }
const given = (record: Authorization): Fact => ({ kind: 'authorization', record })
const signed = (changes: Partial<Authorization['record']> = {}) =>
  signAuthorization({ ...authorization.record, ...changes })

async function receiptFor(...facts: readonly Fact[]): Promise<TicketReceipt> {
  const made = await ticketReceiptOf(filed.intervention, entriesOf(...facts), labels)
  if (!made.ok) throw new Error(made.error)
  return made.value
}

describe('a receipt from a ticket', () => {
  it('holds the request’s text, the authorization in force, and those before it, oldest first', async () => {
    const [first, second, third] = [
      await signed(),
      await signed({ reboot: false }),
      await signed({ methods: [] }),
    ]
    const receipt = await receiptFor(asked, given(first), given(second), given(third))
    expect(receipt.request).to.equal('Serwer nie działa.')
    expect(receipt.authorization).to.deep.equal(third)
    expect(receipt.earlier).to.deep.equal([first, second])
    expect(await verifyReceipt(JSON.parse(JSON.stringify(receipt)))).to.equal('intact')
  })

  it('reads a text in markup as plain', async () => {
    const receipt = await receiptFor(
      { ...asked, text: '<p>Serwer &amp; sieć</p>', format: 'html' },
      given(await signed()),
    )
    expect(receipt.request.trim()).to.equal('Serwer & sieć')
  })

  it('does not verify once anything in it is changed or left out, an earlier authorization too', async () => {
    const receipt = await receiptFor(asked, given(await signed()), given(await signed({ reboot: false })))
    for (const path of [
      'request',
      'filedAt',
      'labels.methods.ssh-rdp',
      'earlier.0.digest',
      'earlier.0.record.v',
    ]) {
      expect(await verifyReceipt(changed(receipt, path, () => 'x')), path).to.equal('changed')
      expect(await verifyReceipt(without(receipt, path)), path).to.equal('changed')
    }
    expect(await verifyReceipt({ ...receipt, earlier: [] })).to.equal('changed')
    expect(await verifyReceipt({ ...receipt, kind: 'os-intervention-receipt' })).to.equal('changed')
  })

  it('does not verify with an earlier authorization that is none, whoever has computed its digest anew', async () => {
    const receipt = await receiptFor(asked, given(await signed()), given(await signed()))
    const forged = changed(receipt, 'earlier.0.record.reboot', is => is !== true)
    const digest = await digestOf(without(forged, 'digest'))
    expect(await verifyReceipt(changed(forged, 'digest', () => digest))).to.equal('changed')
  })

  it('is none without an authorization, and none of one that doesn’t fit its digest', async () => {
    expect(await ticketReceiptOf(filed.intervention, entriesOf(asked), labels)).to.deep.equal({
      ok: false,
      error: 'none',
    })
    const whole = await signed()
    const broken = { ...whole, record: { ...whole.record, reboot: !whole.record.reboot } }
    const made = await ticketReceiptOf(
      filed.intervention,
      entriesOf(asked, given(broken), given(whole)),
      labels,
    )
    expect(made).to.deep.equal({ ok: false, error: 'changed' })
  })
})
