import type { AdapterFault, InterventionAdapter, Message } from '../../src/index.js'

/** Something that is said on a ticket, as it is sent. */
export interface Sendable {
  readonly message: Message
  readonly key: string
  readonly id: string
  /** The last entry that the ticket had then, by its `seq`. */
  readonly after: number
}

/** What the device keeps of it on its way. */
export interface OnItsWay {
  /** It is on the ticket. */
  readonly arrived: () => void
  /** It certainly isn't. */
  readonly failed: () => void
}

/** What is on its way, or was. */
export interface Pending extends Sendable {
  readonly to: InterventionAdapter
  /** May it have arrived at an earlier try? From then on, that it doesn't at this one says nothing of that. */
  isLost: boolean
  kept: OnItsWay | undefined
}

/** These very words, and not only this try of them: the system that has them already would not say so. */
export function refusesWords({ code, uncertain }: AdapterFault): boolean {
  return !uncertain && (code === 'invalid' || code === 'too-large')
}

/** Files are the same where they are the very same: nobody compares their bytes. */
export function sameMessage(
  { files = [], ...one }: Message,
  { files: others = [], ...other }: Message,
): boolean {
  return (
    JSON.stringify(one) === JSON.stringify(other) &&
    files.length === others.length &&
    files.every((file, index) => file === others[index])
  )
}
