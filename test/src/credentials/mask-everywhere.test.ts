import { expect } from 'chai'
import fc from 'fast-check'
import { asLogin, maskEverywhere, repeatedIn } from '../../../src/index.js'

describe('a secret that is taken out of a text', () => {
  const rows: [text: string, secret: string, masked: string][] = [
    ['hasło Zima2024! i jeszcze raz Zima2024!', 'Zima2024!', 'hasło ••• i jeszcze raz •••'],
    ['order 12345, PIN 1234', '1234', 'order 12345, PIN •••'],
    ['nothing of it', 'Zima2024!', 'nothing of it'],
    ['root root', 'root', '••• •••'],
    ['(kot)', 'kot', '(•••)'],
    ['kotek', 'kot', 'kotek'],
    ['text', '', 'text'],
  ]
  for (const [text, secret, masked] of rows) {
    it(`leaves ${JSON.stringify(masked)}`, () => {
      expect(maskEverywhere(text, secret, [])).to.equal(masked)
    })
  }

  it('goes where it was found, in the midst of a word too', () => {
    const text = 'mysql -pkotek, kotek1'
    expect(maskEverywhere(text, 'kotek', [{ start: 8, end: 13 }])).to.equal('mysql -p•••, kotek1')
  })

  it('ignores places that the text no longer has', () => {
    expect(maskEverywhere('Hi. kotek', 'kotek', [{ start: 0, end: 5 }])).to.equal('Hi. •••')
  })

  it('stands on its own nowhere afterwards, and nothing else is changed', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a1', ' ', 'x', '-', 'Zi!', 'ś')), parts => {
        const text = parts.join('')
        const masked = maskEverywhere(text, 'Zi!', [])
        expect(masked.replaceAll('•••', 'Zi!')).to.equal(text)
      }),
    )
  })
})

describe('a secret as a login detail', () => {
  const body = 'b3BlbnNzaC1rZXktdjEAAAAABG5vbmU'.repeat(3)
  const lines = `${body.slice(0, 70)}\n${body.slice(70)}`
  const key = `-----BEGIN OPENSSH PRIVATE KEY-----\n${lines}\n-----END OPENSSH PRIVATE KEY-----\n`

  it('is the password as it stands', () => {
    expect(asLogin('password', ' a ')).to.deep.equal({ kind: 'password', value: ' a ' })
  })

  it('is the key in its lines, however it was quoted or pasted', () => {
    const value = { kind: 'private-key', value: key }
    expect(asLogin('key', key.trim())).to.deep.equal(value)
    expect(asLogin('key', key.trim().replace(/^/gm, '> '))).to.deep.equal(value)
    expect(asLogin('key', key.trim().replaceAll('\n', ' '))).to.deep.equal(value)
  })

  it('is nothing that opens something else', () => {
    const age = `AGE-SECRET-KEY-1${'Q'.repeat(58)}`
    for (const [kind, words] of [
      ['key', '123456-123456-123456-123456-123456-123456-123456-123456'],
      ['key', age],
      ['token', 'ghp_FAKE'],
      ['url-credentials', 'kotek'],
    ] as const)
      expect(asLogin(kind, words), words).to.equal(undefined)
  })
})

describe('a secret that stands in another text', () => {
  it('is found word for word, from four characters on', () => {
    expect(repeatedIn('log in with kot12.', [' kot12 '])).to.deep.equal({ start: 12, end: 17 })
    expect(repeatedIn('the cat', ['cat', ''])).to.equal(undefined)
    expect(repeatedIn('one two', ['none', 'two o', 'e two'])).to.deep.equal({ start: 2, end: 7 })
  })
})
