import type { Version } from '../../tracking/intervention.js'
import { ownClock, pause } from '../clock.js'
import { AdapterFault } from '../fault.js'
import * as answers from './answers.js'
import type { View } from './view.js'

/** Failures stretch the pace up to so many times. */
const mostPatience = 16

/** Asks for a ticket's version at a pace, and at once after a write of ours, until the signal aborts. */
export async function watchTicket(
  { client, shared: { news } }: View,
  id: string,
  changed: (version: Version) => void,
  signal: AbortSignal,
  pace: number,
): Promise<void> {
  if (!/^\d{1,15}$/.test(id)) return
  let told: string | undefined
  let patience = 1
  while (!signal.aborted) {
    const hurry = new AbortController()
    const wake = () => hurry.abort()
    news.addEventListener(id, wake, { once: true })
    try {
      const answer = await client.ask(`ticket/${id}`, answers.ticket, { unless: told }, { signal })
      patience = 1
      if (answer) {
        told = answer.version
        changed(told)
      }
    } catch (error) {
      // What is wrong with it, the next `get` says.
      if (signal.aborted || (error instanceof AdapterFault && error.code === 'not-found')) return
      patience = Math.min(patience * 2, mostPatience)
    } finally {
      if (signal.aborted) news.removeEventListener(id, wake)
    }
    await pause(pace * patience, AbortSignal.any([signal, hurry.signal]), ownClock)
    news.removeEventListener(id, wake)
  }
}
