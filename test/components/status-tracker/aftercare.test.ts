import { expect } from 'chai'
import { done } from '../../../demo/stories/happenings.js'
import { expectAccessible } from '../../support/axe.js'
import { TrackerDriver } from '../../support/tracker-driver.js'

/** The same end, with this said of passwords and new login details. */
const ended = (said: { readonly newCredentials?: boolean; readonly changePasswords?: boolean }) =>
  done.map(([minutes, by, fact]): (typeof done)[number] => {
    if (fact.kind !== 'summary') return [minutes, by, fact]
    const { newCredentials: _new, changePasswords: _change, ...rest } = fact
    return [minutes, by, { ...rest, ...said }]
  })

describe('what is told after the work', () => {
  for (const [name, said, has, hasnt] of [
    [
      'advised',
      { newCredentials: true, changePasswords: true },
      [/advises you to change/, /as the engineer advises/, /They are in your account/],
      [/if the engineer advises/, /If new login details were made/],
    ],
    [
      'not advised',
      { newCredentials: false, changePasswords: false },
      [/Check that you have access to the system\./],
      [/advises/, /new login details were made/i],
    ],
    ['not said', {}, [/if the engineer advises it/, /If new login details were made/], [/advises you/]],
  ] as const)
    it(`contradicts nothing, and the duty stands: ${name}`, async () => {
      const tracker = await TrackerDriver.of({ happenings: ended(said), minutesAgo: 60 })
      await tracker.reads('In any case, change the passwords after the work')
      for (const words of has) expect(tracker.text).to.match(words)
      for (const words of hasnt) expect(tracker.text).not.to.match(words)
      await expectAccessible(tracker.element)
    })
})
