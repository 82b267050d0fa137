import type { Words } from '../../locales/index.js'
import {
  asksOperatingSystem,
  asksServerType,
  type Draft,
  type Facts,
  type RecognizedSystem,
} from '../../src/index.js'
import { toggled } from './form-view.js'

/** What the customer's words speak of. */
export interface Spoken {
  /** Ids of tasks and extras. */
  readonly work: readonly string[]
  readonly system: RecognizedSystem
}

/** Something that the form offers to tick or to note. */
export interface Offered {
  readonly id: string
  readonly title: string
  /** Is it the customer's answer already? */
  readonly isTaken: boolean
  /** Takes it, or takes it back. */
  readonly toggle: (now: Draft) => Partial<Draft>
}

/** What the words speak of and the policy sells or the form asks, in the policy's order. */
export function offered(
  { work, system }: Spoken,
  words: Words,
  draft: Draft,
  facts: Facts,
): readonly Offered[] {
  const { tasks, extras } = facts.policy
  return [
    ...tasks
      .filter(({ id }) => work.includes(id))
      .map(({ id, label }) => ({
        id,
        title: words.wording(label, `task.${id}.title`),
        isTaken: draft.tasks.includes(id),
        toggle: (now: Draft) => ({ tasks: toggled(now.tasks, id, !now.tasks.includes(id)) }),
      })),
    ...extras
      .filter(({ id }) => work.includes(id))
      .map(({ id, label }) => ({
        id,
        title: words.say('suggestion.extra', { title: words.wording(label, `extra.${id}.title`) }),
        isTaken: draft.extras.includes(id),
        toggle: (now: Draft) => ({ extras: toggled(now.extras, id, !now.extras.includes(id)) }),
      })),
    ...ofSystem(system, words, draft, facts),
  ]
}

/** Only what is asked for, and not answered otherwise. */
function ofSystem(
  { operatingSystem, serverType }: RecognizedSystem,
  words: Words,
  draft: Draft,
  { context }: Facts,
): readonly Offered[] {
  const offers: Offered[] = []
  const offer = <K extends 'operatingSystem' | 'serverType'>(id: K, value: Draft[K], title: string): void => {
    if (draft[id].trim() !== '' && draft[id] !== value) return
    offers.push({
      id,
      title,
      isTaken: draft[id] === value,
      toggle: now => ({ [id]: now[id] === value ? '' : value }),
    })
  }
  if (operatingSystem && asksOperatingSystem(draft, context)) {
    const { value } = operatingSystem
    offer('operatingSystem', value, words.say('suggestion.operatingSystem', { name: value }))
  }
  if (serverType && asksServerType(draft, context)) {
    const { value } = serverType
    offer('serverType', value, words.say('suggestion.serverType', { type: words.say(`serverType.${value}`) }))
  }
  return offers
}
