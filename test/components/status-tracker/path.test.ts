import { expect } from 'chai'
import { asked, done, filed, reopened, stage, working } from '../../../demo/stories/happenings.js'
import type { Happening } from '../../../demo/stories/ticket.js'
import { expectAccessible } from '../../support/axe.js'
import { TrackerDriver } from '../../support/tracker-driver.js'

/** The way as it is read, one step after the other. */
async function way(happenings: readonly Happening[]): Promise<readonly string[]> {
  const tracker = await TrackerDriver.of({ happenings, minutesAgo: 75 })
  const steps = [...tracker.find('.path')!.children]
  expect(steps.filter(step => step.ariaCurrent === 'step')).to.have.length(1)
  await expectAccessible(tracker.element)
  return steps.map(step => step.textContent.replace(/\d.*/s, '').replace(/\s+/g, ' ').trim())
}

describe('the way of a request', () => {
  it('is straight to its end', async () => {
    expect((await way(done)).at(-1)).to.equal('Done (now)')
    expect((await way(asked)).slice(-2)).to.deep.equal(['Work in progress (now)', 'Done (next)'])
  })

  it('tells now and next apart by their shape, in forced colours too', async () => {
    const tracker = await TrackerDriver.of({ happenings: working, minutesAgo: 30 })
    const ring = (step: string) =>
      parseFloat(getComputedStyle(tracker.find(`.path .${step} .mark`)!, '::before').borderTopWidth)
    expect(ring('here')).to.be.above(2 * ring('ahead'))
  })

  for (const [id, name, reason] of [
    ['declined', 'Declined', 'The person who signed is not the owner.'],
    ['cancelled', 'Cancelled', undefined],
  ] as const)
    it(`has nothing ahead once it is ${id}`, async () => {
      expect(await way([...filed, [5, 'engineer', stage(id, reason)]])).to.deep.equal([
        'Sent (completed)',
        `${name} (now)`,
      ])
    })

  it('leads back by a problem that is back only where one was solved', async () => {
    const solved = await TrackerDriver.of({ happenings: done, minutesAgo: 75 })
    await solved.reads('If the problem is back')
    solved.element.remove()
    const cancelled: readonly Happening[] = [...filed, [5, 'customer', stage('cancelled')]]
    const tracker = await TrackerDriver.of({ happenings: cancelled, minutesAgo: 75 })
    await tracker.reads('If you need help with this server after all')
    expect(tracker.text).not.to.include('If the problem is back')
  })

  it('is at the reopening, with all of the work ahead', async () => {
    expect(await way(reopened)).to.deep.equal([
      'Sent (completed)',
      'Reopened (now)',
      ...['Verifying account and authorization', 'Assessing the problem', 'Work in progress', 'Done'].map(
        title => `${title} (next)`,
      ),
    ])
  })

  it('is no longer at the work once a hardware fault is handed over, and aims at no time', async () => {
    const handedOver: readonly Happening[] = [
      ...working,
      [30, 'engineer', stage('escalated', 'The disk reports errors.')],
    ]
    expect((await way(handedOver)).slice(-3)).to.deep.equal([
      'Work in progress (completed)',
      'Handed over (hardware fault) (now)',
      'Done (next)',
    ])
    const tracker = await TrackerDriver.of({ happenings: handedOver, minutesAgo: 75 })
    expect(tracker.text).not.to.match(/Target|Usual time/)
  })
})
