import { expect } from 'chai'
import { parseVatId } from '../../../src/index.js'
import { states } from '../../support/vat-examples.js'

const read = (text: string, country?: string) => {
  const parsed = parseVatId(text, country)
  return parsed.ok ? parsed.value.id : parsed.error
}

describe('a VAT ID', () => {
  for (const [state, , id] of states)
    it(`of ${state} is understood with and without its prefix, and refused with a digit less`, () => {
      expect(parseVatId(id)).to.deep.equal({ ok: true, value: { id, country: state } })
      expect(read(id, state)).to.equal(id)
      expect(read(id.slice(2), state)).to.equal(id)
      expect(read(` ${id.slice(0, 2).toLowerCase()} ${id.slice(2, 5)}.${id.slice(5)}`, state)).to.equal(id)
      const shorter = id.slice(0, state === 'RO' ? 3 : -1)
      const fits = ['BG', 'CZ', 'IE'].includes(state)
      expect(read(shorter, state)).to.equal(fits ? read(shorter) : 'malformed')
      expect(read(`${id}000`, state)).to.equal('malformed')
    })

  const typed: readonly [string, string | undefined, string, string][] = [
    ['GR123456789', undefined, 'EL123456789', 'Greece by its country code'],
    ['GR123456789', 'GR', 'EL123456789', 'Greece by its country code, at home'],
    ['EL123456789', 'EL', 'EL123456789', 'Greece by its prefix'],
    ['pl 123-456-78-90', 'PL', 'PL1234567890', 'as the Polish write it'],
    ['PL1234567890', 'DE', 'other-country', 'Polish, for a customer in Germany'],
    ['XI123456789', 'GB', 'northern-ireland', 'Northern Ireland'],
    ['XI123456789', 'IE', 'northern-ireland', 'Northern Ireland, from over the border'],
    ['GB123456789', undefined, 'malformed', 'Great Britain'],
    ['FRXX123456789', 'MC', 'FRXX123456789', 'Monaco has those of France'],
    ['BE1123456789', 'BE', 'BE1123456789', 'Belgium since 2023'],
    ['CHE123456789', 'CH', 'malformed', 'Switzerland'],
    ['', 'PL', 'empty', 'nothing'],
    [' .-/ ', 'PL', 'empty', 'punctuation'],
    ['PL', 'PL', 'malformed', 'the prefix alone'],
    ['PL１２３４５６７８９０', 'PL', 'malformed', 'full-width digits'],
    ['constructor', 'constructor', 'malformed', 'what every object has'],
    ['PL1234567890'.padEnd(60_000, '0'), 'PL', 'malformed', 'as long as a book'],
  ]
  for (const [text, country, expected, what] of typed)
    it(`${what}: ${expected}`, () => {
      expect(read(text, country)).to.equal(expected)
    })
})
