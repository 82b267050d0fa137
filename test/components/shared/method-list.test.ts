import { expect } from 'chai'
import { methodList } from '../../../components/shared/method-list.js'
import { nordhost } from '../../../demo/policy.js'
import { wordsFor } from '../../../locales/index.js'

describe('access methods in one sentence', () => {
  const words = wordsFor('en')

  it('leave an id that nobody has words for as it is', () => {
    expect(methodList(words, nordhost, ['rescue', 'Serial2'])).to.match(/ and Serial2$/)
  })

  it('begin small where they are ours', () => {
    const [first = ''] = words.say('method.rescue.title')
    expect(methodList(words, nordhost, ['vnc', 'rescue'])).to.include(` and ${first.toLowerCase()}`)
  })
})
