import { expect } from 'chai'
import fc from 'fast-check'
import { piecesOf } from '../../../src/index.js'

const whole = (text: string) =>
  piecesOf(text)
    .map(piece => piece.text)
    .join('')
const links = (text: string) => piecesOf(text).flatMap(piece => (piece.kind === 'link' ? [piece.text] : []))
const targets = (text: string) => piecesOf(text).flatMap(piece => (piece.kind === 'link' ? [piece.href] : []))

describe('links in a text', () => {
  const table: readonly (readonly [string, readonly string[]])[] = [
    ['See https://example.com/a?b=c&d#e for more', ['https://example.com/a?b=c&d#e']],
    ['https://example.com', ['https://example.com']],
    ['HTTPS://Example.COM/A', ['HTTPS://Example.COM/A']],
    ['Go to https://example.com.', ['https://example.com']],
    ['Is it https://example.com/a?!', ['https://example.com/a']],
    ['(https://example.com/a)', ['https://example.com/a']],
    ['https://pl.wikipedia.org/wiki/GRUB_(program)', ['https://pl.wikipedia.org/wiki/GRUB_(program)']],
    ['(see https://pl.wikipedia.org/wiki/GRUB_(program)).', ['https://pl.wikipedia.org/wiki/GRUB_(program)']],
    ['[x](https://example.com/a)', ['https://example.com/a']],
    ['**https://example.com/a**', ['https://example.com/a']],
    ['„https://example.com/ą”, mówi', ['https://example.com/ą']],
    ['"https://example.com/a"', ['https://example.com/a']],
    ['<https://example.com/a>', ['https://example.com/a']],
    ['<a href="https://example.com/a">b</a>', ['https://example.com/a']],
    ['https://example.com/a,https://example.com/b', ['https://example.com/a,https://example.com/b']],
    [
      'https://a.example https://b.example\nhttps://c.example',
      ['https://a.example', 'https://b.example', 'https://c.example'],
    ],
    ['https://żółw.example/ścieżka', ['https://żółw.example/ścieżka']],
    ['https://192.0.2.1:8443/x', ['https://192.0.2.1:8443/x']],
    ['https://[2001:db8::1]/x', ['https://[2001:db8::1]/x']],
    ['https://example.com/😀', ['https://example.com/😀']],
    ['https://example.com/@team', ['https://example.com/@team']],
  ]
  for (const [text, found] of table) {
    it(`are found: ${text}`, () => {
      expect(links(text)).to.deep.equal(found)
      expect(whole(text)).to.equal(text)
    })
  }

  const words = [
    'http://example.com',
    'javascript:alert(1)',
    'javascript://https://example.com'.replace('https://', '%0a'),
    'data:text/html,<script>',
    'ftp://example.com',
    'https://',
    'https://.',
    'https:///',
    'https:///evil.example',
    'https://)',
    'https:example.com',
    'nothttps://example.com',
    'https://bank.example@evil.example/',
    'https://bank.example:x@evil.example/',
    'https://@evil.example/',
    'https://:@evil.example/',
    'https://exa mple'.replace(' ', '%00'),
    'https://example.com:99999/',
    'www.example.com',
    'JaVaScRiPt:alert(1)',
    ' javascript:alert(1)',
    'java\tscript:alert(1)',
    'java\nscript:alert(1)',
    '\u0001javascript:alert(1)',
    'jav&#x61;script:alert(1)',
    'javascript:alert(1)//https:example.com',
    'vbscript:msgbox(1)',
    'data:image/svg+xml;base64,PHN2Zy8+',
    'blob:null/1b4e28ba',
    'file:///etc/passwd',
    'about:blank',
    'chrome://settings',
    'intent://scan/#Intent;scheme=zxing;end',
    'ms-msdt:/id PCWDiagnostic',
    'mailto:help@example.com',
    'tel:+48221234567',
    'wss://example.com',
    '//evil.example/a',
    '\\\\evil.example\\a',
    'https:/evil.example',
    'https:\\\\evil.example',
    'https：//evil.example',
    'http\u200bs://evil.example',
    'ht\ntps://evil.example',
  ]
  it('S10: are tried with 35 addresses and more', () => {
    expect(new Set(words).size).to.be.at.least(35)
  })
  for (const text of words) {
    it(`S10: are words: ${text}`, () => {
      expect(piecesOf(text)).to.deep.equal([{ kind: 'text', text }])
    })
  }

  it('S10: lead to https alone, at the host that is read', () => {
    expect(targets('https://bank.example\\@evil.example/')).to.deep.equal(['https://bank.example/'])
    expect(targets('https://bank.example\u202e/moc.live//:sptth')).to.deep.equal(['https://bank.example/'])
    expect(targets('https://bank.example\u200b.evil.example')).to.deep.equal(['https://bank.example/'])
    expect(targets('https://żółw.example')).to.deep.equal(['https://xn--w-uga1v8h.example/'])
  })

  it('keep every character of whatever was written, and lead nowhere else', () => {
    const bit = fc.constantFrom(
      'https://',
      'http://',
      'a',
      '.',
      '/',
      '@',
      ':',
      '(',
      ')',
      ' ',
      '\\',
      '"',
      '\u202e',
      '?',
      '#',
      'ą',
      '😀',
      '\ud83d',
    )
    fc.assert(
      fc.property(
        fc.array(bit, { maxLength: 40 }).map(bits => bits.join('')),
        text => {
          expect(whole(text)).to.equal(text)
          for (const href of targets(text)) expect(href).to.match(/^https:\/\/[^/@]+\//)
          for (const shown of links(text)) expect(shown).to.match(/^https:\/\/[^\s@/?#]/)
        },
      ),
      { numRuns: 5_000, seed: 7 },
    )
  })

  it('are not read out of what no person writes', () => {
    expect(links(`https://example.com/${'a'.repeat(3_000)}`)).to.deep.equal([])
    expect(links('https://a.example '.repeat(3_000))).to.have.length(500)
    expect(links(`https://example.com/${')'.repeat(60_000)}`)).to.deep.equal(['https://example.com/'])
  })

  it('are looked for in steps that grow with the text only', () => {
    // Quadratic work on any of these would outlast the runner's patience by far.
    const bits = [
      'https://',
      'https://@',
      'https://(',
      '(',
      ')',
      'h',
      'https://a.b ',
      'https://a/.',
      '\u202e',
      'https://a:',
    ]
    for (const bit of bits) {
      const text = bit.repeat(60_000 / bit.length)
      expect(whole(text)).to.equal(text)
      expect(whole(`https://${text}`)).to.equal(`https://${text}`)
    }
  })
})
