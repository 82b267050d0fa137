import { expect } from 'chai'
import { wordsFor } from '../../locales/index.js'

describe('a hostile file of words', () => {
  const names = [
    ...['__proto__', 'constructor', 'prototype', 'toString', 'valueOf'],
    ...['hasOwnProperty', '__defineGetter__', 'then', 'toJSON'],
  ]
  const files = names.flatMap(name => [
    `{"en":{"${name}":"owned"}}`,
    `{"en":{"${name}":{"polluted":"owned"}}}`,
    `{"en":{"${name}.polluted":"owned"}}`,
    `{"${name}":{"polluted":"owned","en":{"form":{"send":"owned"}}}}`,
    `{"en":{"form":{"${name}":{"polluted":"owned"}}}}`,
    `{"en":{"form":{"send":{"${name}":{"polluted":"owned"}}}}}`,
  ])
  const keysOf = () =>
    [Object.prototype, Array.prototype, Function.prototype].map(one => Reflect.ownKeys(one))

  it('S11: changes what no object has, and none of our sentences', () => {
    const before = keysOf()
    const ours = wordsFor('en').say('form.send')
    expect(files.length).to.be.at.least(50)
    for (const file of files) {
      const words = wordsFor('en', JSON.parse(file))
      expect(words.say('form.send'), file).to.equal(ours)
      expect(Reflect.get({}, 'polluted'), file).to.equal(undefined)
    }
    expect(keysOf()).to.deep.equal(before)
  })

  it('S11: what every object has is no sentence, and no word for a task', () => {
    for (const name of names) {
      expect(wordsFor('en').has(name), name).to.equal(false)
      expect(wordsFor('pl').wording(undefined, `task.${name}.title`)).to.equal(name)
    }
  })
})
