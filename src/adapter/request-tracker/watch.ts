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
  const isOver = () => signal.aborted

  while (!isOver()) {
    const hurry = new AbortController()
    const wake = () => hurry.abort()
    news.addEventListener(id, wake)
    try {
      const answer = await client.ask(`ticket/${id}`, answers.ticket, { unless: told }, { signal })
      patience = 1
      if (answer && !isOver()) {
        told = answer.version
        changed(told)
      }
      await pause(pace, AbortSignal.any([signal, hurry.signal]), ownClock)
    } catch (error) {
      // What is wrong with it, the next `get` says.
      if (error instanceof AdapterFault && error.code === 'not-found') return
      patience = Math.min(patience * 2, mostPatience)
      await pause(pace * patience, signal, ownClock)
    } finally {
      news.removeEventListener(id, wake)
    }
  }
}
