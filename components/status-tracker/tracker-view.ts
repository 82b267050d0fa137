import type { Words } from '../../locales/index.js'
import type { Action, Context, Entry, FaultCode, FileRef, Phase, ServicePolicy } from '../../src/index.js'
import { stageWords } from '../shared/stage-words.js'
import type { Doings } from './doings.js'
import type { Shown } from './shown-entries.js'
import type { Ticket } from './ticket.controller.js'

/** What a part of the tracker is drawn from, and what it can do. */
export interface TrackerView extends Ticket, Omit<Doings, 'clear' | 'logOut' | 'shown'> {
  readonly words: Words
  readonly policy: ServicePolicy
  readonly context: Context
  /** The phases that the system can tell apart. */
  readonly phases: readonly Phase[]
  /** Can the system destroy login details that it holds? */
  readonly isErasable: boolean
  /** The server's clock now, epoch milliseconds. */
  readonly now: number
  /** Why the last try to hear of the request failed; what is shown is older then. */
  readonly fault: FaultCode | undefined
  readonly shown: Shown<Entry>
  readonly may: (action: Action) => boolean
  readonly showEarlier: () => void
  readonly refresh: () => void
  readonly open: (file: FileRef) => void
  readonly redraw: () => void
}

/** What a stage is called; a stage of the provider's own by its phase. */
export function stageTitle({ words, standing }: Pick<TrackerView, 'words' | 'standing'>): string {
  return stageWords(words, standing.phase, standing.stage)
}

/** What a method, an extra or a task of the policy is called. */
export function titleIn(
  { words, policy }: Pick<TrackerView, 'words' | 'policy'>,
  room: 'method' | 'extra' | 'task',
  id: string,
): string {
  const items = { method: policy.methods, extra: policy.extras, task: policy.tasks }[room]
  return words.wording(items.find(item => item.id === id)?.label, `${room}.${id}.title`)
}
