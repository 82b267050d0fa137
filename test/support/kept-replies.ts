import { toldTicket, type Happening } from '../../demo/stories/ticket.js'
import { nordhost } from '../../demo/policy.js'
import type { InterventionAdapter, KeptReply, ReplyShelf } from '../../src/index.js'
import { deviceShelf, ReplyShelf as Replies } from '../../src/request/kept.js'
import { freshKey } from './broken-storage.js'
import { TrackerDriver } from './tracker-driver.js'

/** A system with a customer of its own, so that no other test's reply is found; and what is kept for them. */
interface Customer {
  readonly adapter: InterventionAdapter
  readonly shelf: ReplyShelf
  readonly kept: () => Promise<KeptReply>
}

/** Tickets of which this is told, with what the device keeps of their replies. */
export function keptReplies(happenings: readonly Happening[]) {
  return {
    customer(change: Partial<InterventionAdapter> = {}): Customer {
      const id = `reply-${freshKey()}`
      const adapter = toldTicket({ happenings, minutesAgo: 30 })
      const context = adapter.context.bind(adapter)
      const shelf = new Replies(deviceShelf(), { provider: nordhost.provider.name, account: id }, Date.now)
      return {
        shelf,
        kept: () => shelf.read('48210'),
        adapter: {
          ...adapter,
          async context(call) {
            const known = await context(call)
            return { ...known, account: { ...known.account, id } }
          },
          ...change,
        },
      }
    },
    /** The page as it is loaded, with this system behind it. */
    shown: (adapter: InterventionAdapter): Promise<TrackerDriver> =>
      TrackerDriver.on(adapter, 'en', { drafts: '', outbox: '' }),
    /** Waits until what is kept is as it should be. */
    async becomes(kept: Customer['kept'], isSo: (found: KeptReply) => boolean): Promise<void> {
      let found = await kept()
      for (let tries = 0; tries < 100 && !isSo(found); tries += 1) {
        await new Promise(resolve => setTimeout(resolve, 50))
        found = await kept()
      }
      if (!isSo(found)) throw new Error(`not what should be kept: ${JSON.stringify(found)}`)
    },
    /** Long enough for a save that is still to come. */
    late: (): Promise<unknown> => new Promise(resolve => setTimeout(resolve, 1_200)),
  }
}
