import { expect } from 'chai'
import fc from 'fast-check'
import { moved, SecretPlaces, type Finder } from '../../../components/shared/secret-places.js'

/** Finds a secret of four characters and more, as the fields do. */
const finding = (secret: string, visit = 0): Finder => ({
  find(text) {
    const start = secret.length < 4 ? -1 : text.indexOf(secret)
    return start < 0 ? undefined : { start, end: start + secret.length }
  },
  visit,
  beginsWith: words => secret.startsWith(words),
})

/** What is left of the text where the places are taken out. */
const without = (text: string, places: readonly { readonly start: number; readonly end: number }[]): string =>
  places.reduceRight((open, { start, end }) => open.slice(0, start) + open.slice(end), text)

describe('the places of a secret that was wiped', () => {
  it('are still known after what was typed before, behind and between them', () => {
    const places = new SecretPlaces()
    places.of('problem', 'root kanarek, kanarek', finding('kanarek'))
    for (const text of [
      'My root kanarek, kanarek',
      'My root kanarek and kanarek',
      'My root kanarek and kanarek!',
    ])
      expect(without(text, places.of('problem', text, undefined))).to.not.include('kanarek')
  })

  it('hold what is left of it where it is changed in its midst, and nothing once it is replaced', () => {
    const places = new SecretPlaces()
    places.of('problem', 'root kanarek now', finding('kanarek'))
    expect(without('root kanXrek now', places.of('problem', 'root kanXrek now', undefined))).to.equal(
      'root  now',
    )
    expect(places.of('problem', 'root it now', undefined)).to.deep.equal([])
  })

  it('stay known while its field is edited letter by letter, and once another secret stands there', () => {
    const places = new SecretPlaces()
    const text = 'root kanarek'
    for (const typed of ['kanarek', 'kana', 'kan', 'k', 'w', 'wró', 'wróbel-7'])
      expect(without(text, places.of('problem', text, finding(typed))), typed).to.equal('root ')
    expect(places.of('problem', 'root it', undefined)).to.deep.equal([])
  })

  it('are not those of a beginning, once it is known that it was one', () => {
    const places = new SecretPlaces()
    const text = 'the server is down'
    expect(without(text, places.of('problem', text, finding('serv')))).to.equal('the er is down')
    expect(places.of('problem', text, finding('server-9!'))).to.deep.equal([])
    expect(without(text, places.of('action', text, finding('server')))).to.equal('the  is down')
    expect(without(text, places.of('action', text, finding('server-9!', 1)))).to.equal('the  is down')
  })

  it('are one where they overlap, and none in a text of another name', () => {
    const places = new SecretPlaces()
    places.of('problem', 'root kanarek', finding('kanarek'))
    expect(without('root kanarek', places.of('problem', 'root kanarek', finding('root kana')))).to.equal('')
    expect(places.of('action', 'root kanarek', undefined)).to.deep.equal([])
  })

  it('leave nothing of it open, whatever is put in or taken out beside it', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', ' ', 'ż') })
    fc.assert(
      fc.property(word, word, word, fc.boolean(), (head, tail, typed, isBefore) => {
        const secret = 'S3CRET'
        const before = head + secret + tail
        const after = isBefore ? typed + secret + tail : head + secret + typed
        const places = moved([{ start: head.length, end: head.length + secret.length }], before, after)
        expect(without(after, places)).to.not.match(/[S3CRET]/)
      }),
    )
  })
})
