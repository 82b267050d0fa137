import { working } from '../../../demo/stories/happenings.js'
import { toldTicket } from '../../../demo/stories/ticket.js'
import type { Entry, InterventionAdapter } from '../../../src/index.js'
import { TrackerDriver } from '../../support/tracker-driver.js'

/** A ticket whose history is corrected: an entry in its midst comes again, and nothing follows it. */
function correcting(told: InterventionAdapter, change: (entry: Entry) => Entry): InterventionAdapter {
  let isCorrected = false
  return {
    ...told,
    async get(id, known, call) {
      const ticket = await told.get(id, undefined, call)
      const version = `${ticket!.version}${isCorrected ? ' corrected' : ''}`
      isCorrected = true
      return version === known ? null : { ...ticket!, version }
    },
    async entries(id, after, call) {
      const page = await told.entries(id, after, call)
      if (after === undefined) return page
      const { items } = await told.entries(id, undefined, call)
      return { items: [...items.map(change).filter((entry, index) => entry !== items[index]), ...page.items] }
    },
  }
}

describe('a history that is corrected', () => {
  it('is counted anew, though nothing new follows', async () => {
    const tracker = await TrackerDriver.on(
      correcting(toldTicket({ happenings: working, minutesAgo: 30 }), entry =>
        entry.fact.kind === 'method'
          ? {
              ...entry,
              rev: entry.rev + 1,
              fact: { kind: 'method', method: 'vnc', reason: 'It was the console.' },
            }
          : entry,
      ),
    )
    await tracker.reads('Access method: VNC console. It was the console.')
  })
})
