import { expect } from 'chai'
import { emptyDraft, introserv, restoredDraft, type Draft } from '../../../src/index.js'
import { memoryAdapter } from '../../../src/testing.js'

const context = await memoryAdapter().context()
const blank = emptyDraft(context, introserv)
const [service] = context.services
const written: Draft = {
  ...blank,
  serverFrom: 'list',
  serviceId: service!.id,
  tasks: ['network-recovery', 'no-longer-offered'],
  extras: ['no-longer-sold'],
  quantities: { 'no-longer-sold': '3' },
  methods: ['ssh', 'carrier-pigeon'],
  problem: 'Nothing answers.',
  consoleConsent: true,
  duties: [{ id: 'backups', text: 'I have backups.' }],
  ownerDeclared: true,
  agreed: { language: 'en', text: 'I agree.' },
}

describe('a draft that comes back', () => {
  const restored = restoredDraft(written, context, introserv)

  it('has what was typed, and chosen of what there still is', () => {
    expect(restored).to.deep.include({
      serverFrom: 'list',
      serviceId: service!.id,
      problem: 'Nothing answers.',
    })
    expect([restored.tasks, restored.extras, restored.quantities]).to.deep.equal([
      ['network-recovery'],
      [],
      {},
    ])
    expect(restored.methods).not.to.include('carrier-pigeon')
  })

  it('has no consent, whatever was kept', () => {
    const { consoleConsent, duties, ownerDeclared, agreed } = restored
    expect([consoleConsent, duties, ownerDeclared, agreed]).to.deep.equal([false, [], false, null])
  })

  it('asks for the server again where the service is gone, and for no window that isn’t offered', () => {
    const other = { ...written, serviceId: 'gone', timeWindow: '7d' } as const
    const { authorization } = introserv
    const policy = {
      ...introserv,
      authorization: { ...authorization, windows: ['24h'], defaultWindow: '24h' },
    } as const
    const { serverFrom, serviceId, timeWindow } = restoredDraft(other, context, policy)
    expect([serverFrom, serviceId, timeWindow]).to.deep.equal([blank.serverFrom, blank.serviceId, '24h'])
  })
})
