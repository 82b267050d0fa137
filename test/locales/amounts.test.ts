import { expect } from 'chai'
import * as fc from 'fast-check'
import { wordsFor } from '../../locales/index.js'

const en = wordsFor('en')
const pl = wordsFor('pl')

describe('amounts in words', () => {
  it('have the decimals that they have, and the signs of their language', () => {
    expect(en.money({ amount: '1234.50', currency: 'EUR' })).to.equal('€1,234.50')
    expect(pl.money({ amount: '12345.50', currency: 'PLN' })).to.equal('12\u00a0345,50\u00a0zł')
    expect(en.money({ amount: '86.375', currency: 'EUR' })).to.equal('€86.375')
    expect(en.money({ amount: '1.234', currency: 'KWD' })).to.equal('KWD\u00a01.234')
    expect(en.money({ amount: '1200', currency: 'JPY' })).to.match(/¥1,200$/)
    expect(pl.percent('25.5')).to.equal('25,5%')
    expect(en.percent('25.5')).to.equal('25.5%')
    expect(pl.decimal('2.50')).to.equal('2,50')
  })

  it('lose no digit, however long they are', () => {
    const decimal = fc
      .tuple(fc.bigInt({ min: 0n, max: 999_999_999_999_999_999n }), fc.integer({ min: 0, max: 999_999 }))
      .map(([whole, fraction]) => `${whole}.${String(fraction).padStart(6, '0')}`)
    fc.assert(
      fc.property(decimal, amount => {
        expect(en.decimal(amount).replaceAll(',', '')).to.equal(amount)
        expect(en.money({ amount, currency: 'EUR' }).replace(/[€,]/g, '')).to.equal(amount)
      }),
    )
  })

  it('stay as they are where they are no amounts, days or countries', () => {
    expect(en.money({ amount: 'NaN', currency: 'EUR' })).to.equal('NaN')
    expect(en.day('soon')).to.equal('soon')
    for (const code of ['', 'x', 'Poland', '<b>']) expect(en.country(code)).to.equal(code)
  })

  it('name a day whatever the time zone, and a country', () => {
    expect(en.day('2024-09-01')).to.equal('1 September 2024')
    expect(pl.day('2024-09-01')).to.equal('1 września 2024')
    expect([en.country('FI'), pl.country('FI')]).to.deep.equal(['Finland', 'Finlandia'])
  })
})
