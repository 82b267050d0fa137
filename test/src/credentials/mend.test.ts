import { expect } from 'chai'
import { mend, type Mendable } from '../../../src/index.js'

const cases: [Mendable, string, string][] = [
  ['edge-blanks', ' \ta b\u00a0', 'a b'],
  ['invisible-characters', 'a\u200bb\u202ec\u00add\u0007', 'abcd'],
  ['invisible-characters', 'a👩\u200d💻\u200bb☠\ufe0f', 'a👩\u200d💻b☠\ufe0f'],
  ['invisible-characters', ' a b ', ' a b '],
  ['invisible-characters', 'one\r\ntwo\tthree\n', 'one\r\ntwo\tthree\n'],
  ['unusual-blanks', 'a\u00a0b\tc\u3000d', 'a b c d'],
  ['unusual-blanks', 'one\ntwo\r\n', 'one\ntwo\r\n'],
  ['typographic-marks', '„a” “b” «c» ‘d’ ‚e‛', `"a" "b" "c" 'd' 'e'`],
  ['typographic-marks', 'a–b—c‑d−e…', 'a-b-c-d-e...'],
  ['typographic-marks', `"a" 'b' -c- é ż`, `"a" 'b' -c- é ż`],
]

describe('mending', () => {
  for (const [what, before, after] of cases) {
    it(`of ${what} turns ${JSON.stringify(before)} into ${JSON.stringify(after)}`, () => {
      expect(mend(before, what)).to.equal(after)
    })
  }
})
