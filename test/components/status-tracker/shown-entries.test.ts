import { expect } from 'chai'
import { ShownEntries } from '../../../components/status-tracker/shown-entries.js'

const entries = (many: number) => Array.from({ length: many }, (_, index) => index)

describe('which entries are on the page', () => {
  it('the newest forty at first, and forty more by a press', () => {
    const shown = new ShownEntries()
    expect(shown.of(entries(30), false)).to.deep.equal({ entries: entries(30), hidden: 0, foldings: 0 })
    shown.reset()
    expect(shown.of(entries(100), false).hidden).to.equal(60)
    shown.unfold()
    expect(shown.of(entries(100), false).hidden).to.equal(20)
    shown.unfold()
    expect(shown.of(entries(100), false).entries).to.have.length(100)
  })

  it('never more than a hundred, however many come while nobody asks for older ones', () => {
    const shown = new ShownEntries()
    const many = Array.from({ length: 5_000 }, (_, count) => shown.of(entries(count), false).entries.length)
    expect(Math.max(...many)).to.equal(100)
    expect(shown.of(entries(5_000), false).entries.at(-1)).to.equal(4_999)
  })

  it('what was asked for stays', () => {
    const shown = new ShownEntries()
    shown.of(entries(200), false)
    shown.unfold()
    for (let count = 200; count < 400; count += 1)
      expect(shown.of(entries(count), false).entries.length).to.be.at.least(80)
  })

  it('nothing is folded under the eyes of whoever is in it', () => {
    const shown = new ShownEntries()
    shown.of(entries(40), true)
    expect(shown.of(entries(500), true)).to.include({ hidden: 0, foldings: 0 })
    expect(shown.of(entries(501), false)).to.include({ hidden: 461, foldings: 1 })
  })
})
