import type { Words } from '../../locales/index.js'
import type { Action, Context, FaultCode, FileRef, ServicePolicy } from '../../src/index.js'
import type { Acts } from './acts.controller.js'
import type { Narrowing } from './narrowing.js'
import type { RaisedQuotes } from './raised-quotes.js'
import type { Renewal } from './renewal.js'
import type { Reopening } from './reopening.js'
import type { Ticket } from './ticket.controller.js'

/** Texts that the customer is writing; kept until they are sent. */
export interface Typed {
  readonly reply: string
}

/** What a part of the tracker is drawn from, and what it can do. */
export interface TrackerView extends Ticket {
  readonly words: Words
  readonly policy: ServicePolicy
  readonly context: Context
  /** The server's clock now, epoch milliseconds. */
  readonly now: number
  /** Why the last try to hear of the request failed; what is shown is older then. */
  readonly fault: FaultCode | undefined
  readonly acts: Acts
  readonly quotes: RaisedQuotes
  readonly renewal: Renewal
  readonly narrowing: Narrowing
  readonly reopening: Reopening
  readonly typed: Typed
  /** How many of the newest entries are shown. */
  readonly shown: number
  readonly may: (action: Action) => boolean
  readonly type: (typed: Partial<Typed>) => void
  readonly showEarlier: () => void
  readonly refresh: () => void
  readonly open: (file: FileRef) => void
  readonly reply: () => void
  readonly redraw: () => void
}

/** What a stage is called; a stage of the provider's own by its phase. */
export function stageTitle({ words, standing }: Pick<TrackerView, 'words' | 'standing'>): string {
  const { stage, phase } = standing
  return stage !== null && words.has(`stage.${stage}`)
    ? words.wording(undefined, `stage.${stage}`)
    : words.say(`phase.${phase}`)
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
