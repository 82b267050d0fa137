import type { FlowState } from '../../src/request/flow.js'
import { filingFor, newKey } from '../server/customer.js'
import type { Backend } from './backend.js'
import { customer, type Day, type Plant, type Tab } from './customer.js'
import { FaultyNetwork } from './network.js'
import type { FaultKind, Schedule } from './schedule.js'
import { VirtualTime } from './virtual-time.js'

/** What the customer knows at the end of a day. */
export type Told = 'sent' | 'not sent' | 'unknown'

/** How a day ended. */
export interface Outcome {
  readonly told: Told
  /** What was untrue of what the customer was told, in words for whoever looks for the reason; none: all was true. */
  readonly untrue: readonly string[]
  readonly happened: ReadonlyMap<FaultKind, number>
}

/** How often a customer goes on pressing when the network is well again. */
const mostPresses = 4

/**
 * Lets a customer have the day of this schedule, and holds what they were told against the tickets that are there.
 *
 * Then the network is well, and they go on pressing: in the end there is exactly one ticket, with the number told.
 */
export async function judge(schedule: Schedule, backend: Backend, plant: Plant = {}): Promise<Outcome> {
  const time = new VirtualTime(schedule.seed)
  const network = new FaultyNetwork(schedule, backend, time)
  const untrue: string[] = []
  const numbers = new Set<string>()
  const isOneTab = schedule.tabs.length === 1
  const heard = (state: FlowState) => {
    if (state.at === 'accepted') numbers.add(state.filed.intervention.number)
    if (state.at === 'accepted' || state.at === 'unknown') {
      if (state.differs) untrue.push('it was said that the ticket may hold other words')
    }
    if (state.at === 'not-sent' && isOneTab && backend.tickets().length > 0)
      untrue.push('"not sent" was said when a ticket was there')
    if (state.at === 'draft') untrue.push('a whole request was refused')
  }
  backend.mark()
  time.begin()
  try {
    const key = newKey()
    const files = schedule.withFile ? [new File(['zażółć'], 'dziennik.txt', { type: 'text/plain' })] : []
    const filing = await filingFor('anna', key, files.length > 0 ? { files } : {})
    const day: Day = { schedule, network, time, attempt: { key, filing }, plant, heard }
    const tabs = await time.until(Promise.all(schedule.tabs.map(acts => customer(day, acts))))
    await time.until(network.quiet())
    const told = numbers.size > 0 ? 'sent' : toldBy(tabs)
    const tickets = backend.tickets()
    if (told === 'sent' && tickets.length !== 1) untrue.push(`"sent", and ${tickets.length} tickets`)
    if (told === 'not sent' && tickets.length > 0) untrue.push(`"not sent", and ${tickets.length} tickets`)
    if (told === 'unknown' && tickets.length > 1) untrue.push(`"not known", and ${tickets.length} tickets`)
    if (tickets.some(ticket => ticket.key !== key)) untrue.push('a ticket with another key')

    network.heal()
    for (let press = 0; press < mostPresses; press += 1)
      for (const tab of tabs) if (tab.state.at !== 'accepted') await time.until(tab.press())
    const inTheEnd = backend.tickets().map(({ number }) => number)
    if (inTheEnd.length !== 1) untrue.push(`in the end ${inTheEnd.length} tickets`)
    if (tickets[0] && inTheEnd[0] !== tickets[0].number) untrue.push('in the end another number')
    if (tabs.some(({ state }) => state.at !== 'accepted')) untrue.push('in the end not told "sent"')
    if ([...numbers].some(number => number !== inTheEnd[0]))
      untrue.push('a number was told that is not there')
    if (new Set(network.posted).size > 1) untrue.push('a further try had other bytes')
    return { told, untrue: [...new Set(untrue)], happened: network.happened }
  } finally {
    time.end()
  }
}

/** With several tabs, the least certain one counts. */
function toldBy(tabs: readonly Tab[]): Told {
  return tabs.every(({ state }) => state.at === 'not-sent' || state.at === 'draft') ? 'not sent' : 'unknown'
}
