import { expect } from 'chai'
import fc from 'fast-check'
import { noticeCodes, parseServerReference } from '../../../src/index.js'

describe('a canonical reference', () => {
  const hextet = fc.integer({ min: 0, max: 0xffff }).map(n => (n % 3 === 0 ? 0 : n))
  const octet = fc.nat(255)

  it('of IPv6 is what the browser’s own URL parser writes (RFC 5952)', () => {
    fc.assert(
      fc.property(fc.array(hextet, { minLength: 8, maxLength: 8 }), fc.boolean(), (groups, upper) => {
        const long = groups.map(group => group.toString(16).padStart(4, '0')).join(':')
        const parsed = parseServerReference(upper ? long.toUpperCase() : long)
        const oracle = new URL(`http://[${long}]`).hostname.slice(1, -1)
        expect(parsed.ok && parsed.value.value).to.equal(oracle)
      }),
    )
  })

  it('of IPv6 takes and refuses what that parser takes and refuses', () => {
    const piece = fc.constantFrom(
      '0',
      '1',
      'ab',
      'FFFF',
      '12345',
      'g',
      ':',
      ':',
      '::',
      '1.2.3.4',
      '01.2.3.4',
      '.',
    )
    fc.assert(
      fc.property(
        fc.array(piece, { minLength: 1, maxLength: 16 }).map(pieces => pieces.join('')),
        text => {
          // Chromium lets `::01.2.3.4` pass, which the URL standard refuses, and so do we.
          if (/(?:^|[.:])0\d+\./.test(text)) return
          const parsed = parseServerReference(`[${text}]`)
          expect(parsed.ok).to.equal(URL.canParse(`http://[${text}]`))
        },
      ),
      { numRuns: 300 },
    )
  })

  it('of IPv4 is its four numbers, whatever stands around them', () => {
    const parts = fc.tuple(octet, octet, octet, octet)
    const around = fc.constantFrom(
      (ip: string) => ip,
      (ip: string) => ` ${ip}:22 `,
      (ip: string) => `admin@${ip}`,
      (ip: string) => `https://${ip}/x`,
      (ip: string) => `::ffff:${ip}`,
    )
    fc.assert(
      fc.property(parts, around, (numbers, dress) => {
        const parsed = parseServerReference(dress(numbers.join('.')))
        expect(parsed.ok && [parsed.value.kind, parsed.value.value]).to.deep.equal(['ip', numbers.join('.')])
      }),
    )
  })

  it('is understood again as the same thing, whatever was typed', () => {
    const piece = fc.constantFrom(
      '1',
      '192',
      '.',
      ':',
      '::',
      '/',
      '@',
      '[',
      ']',
      'web',
      'ż',
      'A',
      '-',
      '_',
      ' ',
      '#',
      'pl',
      'ssh://',
      'root@',
      ':22',
      'localhost',
      '\u200b',
      '%',
      '٣',
      '！',
    )
    const typed = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.domain(),
      fc.ipV6(),
      fc.ipV4(),
      fc.webUrl(),
      fc.array(piece, { maxLength: 12 }).map(all => all.join('')),
    )
    fc.assert(
      fc.property(typed, text => {
        const first = parseServerReference(text)
        if (!first.ok) return
        const { kind, value, notices } = first.value
        const again = parseServerReference(value)
        expect(again.ok && [again.value.kind, again.value.value]).to.deep.equal([kind, value])
        for (const notice of notices) expect(noticeCodes).to.include(notice)
      }),
      { numRuns: 300 },
    )
  })

  it('holds nothing of a password that was typed before the host', () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 1 }),
        fc.constantFrom('ssh://', 'https://', ''),
        (secret, scheme) => {
          const parsed = parseServerReference(`${scheme}root:canary${secret}@serwer.firma.pl`)
          expect(JSON.stringify(parsed)).not.to.contain('canary')
        },
      ),
    )
  })

  it('takes no address with one wrong character for a name', () => {
    const wrong = fc.constantFrom('l', 'O', 'x', ',', ' ', '..', '-', '%', '/', '999', '\u0663')
    fc.assert(
      fc.property(fc.tuple(octet, octet, octet, octet), wrong, fc.nat(20), (numbers, odd, at) => {
        const ip = numbers.join('.')
        const place = at % (ip.length + 1)
        const parsed = parseServerReference(ip.slice(0, place) + odd + ip.slice(place))
        expect(parsed.ok && parsed.value.kind).to.be.oneOf([false, 'ip'])
      }),
      { numRuns: 300 },
    )
  })
})
