import { expect } from 'chai'
import {
  euVatRates,
  introservVatTable,
  rateOn,
  vatTableDifferences,
  type VatTable,
} from '../../../src/index.js'
import { changes, states } from '../../support/vat-examples.js'

const today = '2026-11-26'
const rate = (country: string, date: string, postcode?: string) => {
  const found = rateOn(country, postcode, date)
  return found.kind === 'known' ? found.rate : found.kind
}

describe('the dated rates', () => {
  it('are today what a data set says that somebody else keeps', async () => {
    const response = await fetch('/node_modules/sales-tax/res/sales_tax_rates.json')
    const theirs = (await response.json()) as Record<string, { type: string; rate: number }>
    for (const [state] of states) {
      const { type, rate: share } = theirs[state]!
      expect([state, 'vat', rate(state, today)]).to.deep.equal([state, type, String((share * 1_000) / 10)])
    }
  })

  it('are of the 27 states, with the place they were read and the day', () => {
    expect(Object.keys(euVatRates.states)).to.have.members(states.map(([state]) => state))
    expect(euVatRates.source).to.match(/^https:/)
    expect(euVatRates.checkedOn).to.match(/^\d{4}-\d\d-\d\d$/)
  })

  for (const [state, now] of states)
    it(`${state}: ${now} % today, and every day since 2015 some rate`, () => {
      expect(rate(state, today)).to.equal(now)
      for (let at = Date.parse('2015-01-01'); at < Date.parse('2027-01-01'); at += 86_400_000)
        expect(rateOn(state, undefined, new Date(at).toISOString().slice(0, 10)).kind).to.equal('known')
    })

  it('change on the days that are known, and on no other since 2015', () => {
    const found = Object.entries(euVatRates.states).flatMap(([state, history]) =>
      history.slice(1).map(({ since }) => `${state} ${since}`),
    )
    expect(found).to.have.members(changes.map(([state, , , firstDay]) => `${state} ${firstDay}`))
    for (const [state, lastDay, old, firstDay, now] of changes)
      expect([rate(state, lastDay), rate(state, firstDay)], state).to.deep.equal([old, now])
  })

  it('Estonia had 22 % to the end of June 2025, and has 24 %', () => {
    expect([rate('EE', '2025-06-30'), rate('EE', '2025-07-01')]).to.deep.equal(['22', '24'])
  })

  it('Finland has 25.5 %, and says since when', () => {
    expect(rateOn('FI', undefined, today)).to.include({ rate: '25.5', per100k: 25_500, since: '2024-09-01' })
  })

  it('are unknown before the first day that is known', () => {
    expect(rateOn('CY', undefined, '2014-01-12')).to.deep.equal({
      kind: 'unknown',
      reason: 'date-out-of-range',
    })
  })
})

describe('a place', () => {
  const special: readonly [string, string | undefined, string, string][] = [
    ['ES', '35001', 'outside', 'Las Palmas'],
    ['ES', '38 001', 'outside', 'Tenerife'],
    ['ES', '51001', 'outside', 'Ceuta'],
    ['ES', '52001', 'outside', 'Melilla'],
    ['ES', '28001', '21', 'Madrid'],
    ['ES', '07800', '21', 'Ibiza'],
    ['IC', undefined, 'outside', 'Canary Islands'],
    ['EA', undefined, 'outside', 'Ceuta and Melilla'],
    ['PT', '9000-001', '22', 'Funchal'],
    ['PT', '9400', '22', 'Porto Santo'],
    ['PT', '9500-150', '16', 'Ponta Delgada'],
    ['PT', '9900', '16', 'Horta'],
    ['PT', '1000-001', '23', 'Lisbon'],
    ['PT', 'PT-9500-150', '16', 'Ponta Delgada, with its country'],
    ['FI', '22100', 'outside', 'Mariehamn'],
    ['FI', 'AX-22100', 'outside', 'Mariehamn, as it is written there'],
    ['FI', '20100', '25.5', 'Turku'],
    ['AX', undefined, 'outside', 'Åland'],
    ['GR', '630 86', 'outside', 'Mount Athos'],
    ['GR', '63087', '24', 'its neighbours'],
    ['EL', undefined, '24', 'Greece by its other code'],
    ['DE', '78266', 'outside', 'Büsingen'],
    ['DE', 'D-27498', 'outside', 'Heligoland'],
    ['DE', '10115', '19', 'Berlin'],
    ['IT', '23041', 'outside', 'Livigno'],
    ['IT', '22061', 'outside', 'Campione'],
    ['IT', '23030', 'unknown', 'Livigno’s old postcode, and Chiuro’s'],
    ['IT', '00118', '22', 'Rome'],
    ['FR', '97110', 'outside', 'Guadeloupe'],
    ['FR', '97200', 'outside', 'Martinique'],
    ['FR', '97300', 'outside', 'French Guiana'],
    ['FR', '97400', 'outside', 'Réunion'],
    ['FR', '97600', 'outside', 'Mayotte'],
    ['FR', '97133', 'outside', 'Saint-Barthélemy'],
    ['FR', '97150', 'outside', 'Saint-Martin'],
    ['FR', '98800', 'outside', 'Nouméa'],
    ['FR', '98000', '20', 'Monaco, by post'],
    ['FR', '75001', '20', 'Paris'],
    ...['GP', 'MQ', 'RE', 'GF', 'YT', 'MF', 'BL', 'PM', 'NC', 'PF', 'WF'].map(
      (code): [string, undefined, string, string] => [code, undefined, 'outside', 'France overseas'],
    ),
    ['MC', '98000', '20', 'Monaco'],
    ['AT', '6691', '19', 'Jungholz'],
    ['AT', '6991', '19', 'Riezlern'],
    ['AT', '6993', '19', 'Mittelberg'],
    ['AT', '6990', '20', 'elsewhere in Vorarlberg'],
    ['GB', 'BT1 1AA', 'outside', 'Belfast'],
    ...['GB', 'IM', 'JE', 'GG', 'GI', 'FO', 'GL', 'AD', 'SM', 'VA', 'CH', 'NO', 'US', 'UA', 'XK'].map(
      (code): [string, undefined, string, string] => [code, undefined, 'outside', 'no member state'],
    ),
    ['', undefined, 'unknown', 'not given'],
    ['ZZ', undefined, 'unknown', 'no country'],
    ['EU', undefined, 'unknown', 'no country'],
    ['XI', undefined, 'unknown', 'a prefix, no country'],
    ['pl', undefined, 'unknown', 'small letters'],
    ['constructor', undefined, 'unknown', 'what every object has'],
    ['PL', 'x'.repeat(60_000), '23', 'a postcode as long as a book'],
  ]
  for (const [country, postcode, expected, what] of special)
    it(`${country} ${postcode?.slice(0, 12) ?? ''} (${what}): ${expected}`, () => {
      expect(rate(country, today, postcode)).to.equal(expected)
    })

  it('tells special territories from countries that are nobody’s', () => {
    expect(rateOn('ES', '35001', today)).to.deep.equal({ kind: 'outside', specialTerritory: true })
    expect(rateOn('US', undefined, today)).to.deep.equal({ kind: 'outside', specialTerritory: false })
  })

  it('the Azores had 18 % until July 2021', () => {
    expect([rate('PT', '2021-06-30', '9500'), rate('PT', '2021-07-01', '9500')]).to.deep.equal(['18', '16'])
  })
})

describe('the provider’s table', () => {
  it('differs from the law today in Estonia, Finland, Romania, Slovakia, and is blank for Slovenia', () => {
    expect(vatTableDifferences(introservVatTable, today)).to.have.deep.members([
      { country: 'EE', kind: 'stale', printed: '22', dated: '24' },
      { country: 'FI', kind: 'stale', printed: '24', dated: '25.5' },
      { country: 'RO', kind: 'stale', printed: '19', dated: '21' },
      { country: 'SK', kind: 'stale', printed: '20', dated: '23' },
      { country: 'SI', kind: 'blank', dated: '22' },
    ])
  })

  it('was right on the first of January to the end of August 2024, but for the blank', () => {
    for (const [date, countries] of [
      ['2023-12-31', ['EE', 'LU', 'SI']],
      ['2024-01-01', ['SI']],
      ['2024-08-31', ['SI']],
      ['2024-09-01', ['FI', 'SI']],
    ] as const)
      expect(vatTableDifferences(introservVatTable, date).map(({ country }) => country)).to.have.members([
        ...countries,
      ])
  })

  it('is told when it leaves a state out or takes it for a foreign country', () => {
    const { PL: _, ...rates } = introservVatTable.rates
    const table: VatTable = { ...introservVatTable, rates: { ...rates, DE: { kind: 'outside-scope' } } }
    expect(vatTableDifferences(table, '2024-06-01')).to.have.deep.members([
      { country: 'PL', kind: 'blank', dated: '23' },
      { country: 'DE', kind: 'outside-scope', dated: '19' },
      { country: 'SI', kind: 'blank', dated: '22' },
    ])
  })
})
