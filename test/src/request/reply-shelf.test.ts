import { expect } from 'chai'
import { deviceShelf, ReplyShelf, sweep } from '../../../src/request/kept.js'
import { blocked, freshKey, full } from '../../support/broken-storage.js'

const hour = 60 * 60 * 1_000
const day = 24 * hour
const noon = Date.UTC(2026, 10, 26, 12)
const [ticket, other] = ['48210', '48211']

/** The replies of an account that nobody has used, as each visit finds them. */
function ofANewcomer() {
  const clock = { now: noon }
  const scope = { provider: 'INTROSERV', account: freshKey() }
  const open = (changes: Partial<typeof scope> = {}) =>
    new ReplyShelf(deviceShelf(), { ...scope, ...changes }, () => clock.now)
  return { clock, open, scope, replies: open() }
}

const underWay = { ticket, key: '0123456789abcdef0123456789abcdef', text: 'Any news?', files: [], after: 7 }

describe('a reply on this device', () => {
  it('is found after a reload, on its own ticket', async () => {
    const { replies, open } = ofANewcomer()
    await replies.written.write(ticket, { text: 'One', files: ['app.log'] })
    await replies.written.write(other, { text: 'Two', files: [] })
    expect((await open().read(ticket)).written).to.include({ text: 'One', at: noon })
    expect((await open().read(ticket)).written!.files).to.deep.equal(['app.log'])
    expect((await open().read(other)).written).to.include({ text: 'Two' })
  })

  it('is the one that was written last, and none once it is empty', async () => {
    const { replies } = ofANewcomer()
    await replies.written.write(ticket, { text: 'One', files: [] })
    const { written: one } = await replies.read(ticket)
    await replies.written.write(ticket, { text: 'One more', files: [] }, one)
    const { written: more } = await replies.read(ticket)
    expect(more!.text).to.equal('One more')
    await replies.written.write(ticket, { text: ' ', files: [] }, more)
    expect(await replies.read(ticket)).to.deep.equal({ written: undefined, underWay: undefined })
  })

  it('R10: is not written over by one that doesn’t follow it, and is told instead', async () => {
    const { replies, open } = ofANewcomer()
    const mine = await replies.written.write(ticket, { text: 'Mine', files: [] })
    const { written } = await open().read(ticket)
    expect(mine).to.deep.equal({ is: 'saved', written })
    const late = await open().written.write(ticket, { text: 'Of another tab', files: [] })
    expect(late).to.deep.equal({ is: 'changed', other: written })
    await replies.written.write(ticket, { text: '', files: [] }, written)
    const lost = await open().written.write(ticket, { text: 'Of another tab', files: [] }, written)
    expect(lost).to.deep.equal({ is: 'changed', other: undefined })
    expect((await replies.read(ticket)).written).to.equal(undefined)
  })

  it('is another text than the reason for reopening', async () => {
    const { replies, open } = ofANewcomer()
    await replies.reasons.write(ticket, { text: 'It is back.', files: [] })
    expect((await replies.read(ticket)).written).to.equal(undefined)
    expect((await open().reasons.read(ticket))!.text).to.equal('It is back.')
    await replies.clear()
    expect(await replies.reasons.read(ticket)).to.equal(undefined)
  })

  it('is seen by no other account and no other provider', async () => {
    const { replies, open } = ofANewcomer()
    await replies.written.write(ticket, { text: 'Mine', files: [] })
    await replies.send(underWay)
    for (const changes of [{ account: freshKey() }, { provider: 'Nordhost' }])
      expect(await open(changes).read(ticket)).to.deep.equal({ written: undefined, underWay: undefined })
  })

  it('goes after seven days, on its way after 24 hours', async () => {
    const { replies, clock } = ofANewcomer()
    await replies.written.write(ticket, { text: 'Mine', files: [] })
    await replies.send(underWay)
    clock.now = noon + day + 1
    expect((await replies.read(ticket)).underWay).to.equal(undefined)
    clock.now = noon + 7 * day
    expect((await replies.read(ticket)).written!.text).to.equal('Mine')
    clock.now += 1
    expect((await replies.read(ticket)).written).to.equal(undefined)
  })

  it('keeps its key, its words and the bytes of its files on its way', async () => {
    const { replies, open } = ofANewcomer()
    await replies.send({ ...underWay, files: [new File(['żółw'], 'a.log')] })
    const found = (await open().read(ticket)).underWay!
    expect(found).to.include({ key: underWay.key, text: 'Any news?', after: 7, at: noon })
    expect(await found.files[0]!.text()).to.equal('żółw')
  })

  it('is gone in both ways once it is on the ticket; what was written since stays', async () => {
    const { replies } = ofANewcomer()
    await replies.written.write(ticket, { text: 'Any news?', files: [] })
    await replies.send(underWay)
    await replies.arrived(underWay)
    expect(await replies.read(ticket)).to.deep.equal({ written: undefined, underWay: undefined })
    await replies.send(underWay)
    await replies.written.write(ticket, { text: 'Any news? And one thing more', files: [] })
    await replies.arrived(underWay)
    const { written, underWay: gone } = await replies.read(ticket)
    expect([written!.text, gone]).to.deep.equal(['Any news? And one thing more', undefined])
  })

  it('has no place for anything but words and files', async () => {
    const { replies, scope } = ofANewcomer()
    const sealed = { armored: 'sealed words' }
    await replies.send({ ...underWay, ...{ sealed, authorization: sealed } })
    const held = await deviceShelf().read(`reply-outbox/1/INTROSERV/${scope.account}`)
    expect(JSON.stringify(held)).not.to.include('sealed')
  })

  it('is forgotten with the account’s log-out, on every ticket', async () => {
    const { replies } = ofANewcomer()
    await replies.written.write(other, { text: 'Two', files: [] })
    await replies.send(underWay)
    await replies.clear()
    for (const id of [ticket, other])
      expect(await replies.read(id)).to.deep.equal({ written: undefined, underWay: undefined })
  })

  it('is none where the device keeps nothing, and nothing fails', async () => {
    for (const breakIt of [blocked, () => full('at once'), () => full('late')]) {
      const mend = breakIt()
      try {
        const { replies } = ofANewcomer()
        await replies.written.write(ticket, { text: 'One', files: [] })
        await replies.send(underWay)
        await replies.arrived(underWay)
        await replies.clear()
        expect(await replies.read(ticket)).to.deep.equal({ written: undefined, underWay: undefined })
      } finally {
        mend()
      }
    }
  })
})

describe('what nobody comes back for', () => {
  it('is removed by whoever comes next once it is too old, and by nobody before', async () => {
    const { replies, clock, scope } = ofANewcomer()
    const shelf = deviceShelf()
    const where = (kind: string) => `${kind}/1/INTROSERV/${scope.account}`
    await replies.written.write(ticket, { text: 'Old', files: [] })
    await replies.send(underWay)
    clock.now = noon + 2 * hour
    await replies.written.write(other, { text: 'Newer', files: [] })
    await shelf.write(where('draft'), { v: 1, at: noon, gone: [], kept: null })
    await shelf.write(where('of another library'), { at: 0 })
    await sweep(shelf, noon + day)
    expect(await shelf.read(where('reply-outbox'))).to.have.length(1)
    await sweep(shelf, noon + day + 1)
    expect(await shelf.read(where('reply-outbox'))).to.equal(undefined)
    expect(await shelf.read(where('reply'))).to.have.length(2)
    await sweep(shelf, noon + 7 * day + 1)
    expect(await shelf.read(where('reply'))).to.have.length(1)
    expect(await shelf.read(where('draft'))).to.equal(undefined)
    await sweep(shelf, noon + 8 * day)
    expect(await shelf.read(where('reply'))).to.equal(undefined)
    expect(await shelf.read(where('of another library'))).to.deep.equal({ at: 0 })
  })

  it('is removed where it can’t be read', async () => {
    const [shelf, key] = [deviceShelf(), `draft/1/INTROSERV/${freshKey()}`]
    await shelf.write(key, 'what is this?')
    await sweep(shelf, noon)
    expect(await shelf.read(key)).to.equal(undefined)
  })
})
