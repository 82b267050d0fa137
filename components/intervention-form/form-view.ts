import type { Words } from '../../locales/index.js'
import type { Draft, Facts, FieldKey, Issue, PolicyItem, StepId } from '../../src/index.js'
import { issueWords, type Question } from '../shared/field.js'
import type { Attachments } from '../shared/attachments.controller.js'
import type { DraftKeeping } from './draft-keeping.js'
import type { Judgement } from './judgement.controller.js'
import type { LaterSteps } from './later-steps.js'
import type { RequestPrice } from './request-price.js'
import type { SecretFields } from '../shared/secret-fields.controller.js'
import type { Sending } from './sending.controller.js'
import type { Taken } from './take-along.js'

/**
 * What an answer changes. Where it depends on what is there already, it is told by what is there *now*: two quick presses
 * may come between two drawings.
 */
export type Changes = Partial<Draft> | ((now: Draft) => Partial<Draft>)

/** What a part of the form is drawn from, and what it can do. */
export interface FormView {
  readonly words: Words
  readonly draft: Draft
  readonly facts: Facts
  readonly issues: readonly Issue[]
  /** Grows when the form begins anew: nothing that was drawn before may stay. */
  readonly beginning: number
  /** When the login details were sealed, where they are; epoch milliseconds. */
  readonly sealedAt: number | undefined
  /** The fields of the secret. */
  readonly secrets: SecretFields
  /** What the customer's words speak of. */
  readonly judgement: Judgement
  /** What the customer has attached. */
  readonly attachments: Attachments
  /** The steps after the first. */
  readonly later: LaterSteps
  /** The way out of the page. */
  readonly sending: Sending
  /** Until when the system is let alone, by the server's clock, in words; where that is long. */
  readonly retryAt: string | undefined
  /** What this device keeps of the draft. */
  readonly drafts: DraftKeeping
  /** The request as it can be filed by hand, where there is need to. */
  readonly taken: Taken | undefined
  /** What the extras cost. */
  readonly price: RequestPrice
  /** Did a tick fall, because what it stood under has changed? */
  readonly fell: boolean
  /** May nothing be changed now, because the request is under way? */
  readonly fixed: boolean
  /** Is a press kept until the customer's words can be read? */
  readonly isWaiting: boolean
  /** Takes an answer that may change what else is asked. */
  readonly choose: (changes: Changes) => void
  /** Takes typed text: nothing is drawn anew until the typing pauses and the words are read. */
  readonly type: (changes: Partial<Draft>) => void
  readonly agree: (agreed: boolean) => void
  readonly unseal: () => void
  readonly goTo: (step: StepId) => void
  /** The statement as it stands, or as it stood when it was ticked. */
  readonly statement: { readonly language: string; readonly text: string }
}

/** The words of what is to be corrected at a field. */
export function errorAt({ issues, words, facts }: FormView, key: FieldKey): string | undefined {
  const issue = issues.find(({ field }) => field === key)
  return issue && issueText(issue, words, facts)
}

/** What is to be corrected, in words. */
export function issueText(issue: Issue, words: Words, { policy }: Facts): string {
  const yielding = policy.tasks.filter(({ credentials }) => credentials === 'may-be-missing')
  if (issue.code === 'credentials-required' && yielding.length > 0) {
    const tasks = yielding.map(({ id, label }) => words.wording(label, `task.${id}.title`))
    return words.say('access.noneUnless', { tasks: words.list(tasks) })
  }
  return issueWords(issue, words)
}

/** The words of a field, by its key. */
export function question(
  view: FormView,
  key: AskedKey,
  options: { readonly optional?: boolean; readonly hint?: boolean } = {},
): Question {
  const { words } = view
  return {
    key,
    label: words.say(`field.${key}.label`),
    hint: options.hint === false ? undefined : words.say(`field.${key}.hint`),
    error: errorAt(view, key),
    onChange: () => {
      // Drawn anew where something was wrong, so that a mended answer is not held against anybody.
      if (errorAt(view, key) !== undefined) view.choose({})
    },
    optional: options.optional ? words.say('form.optional') : undefined,
  }
}

/** The fields that the form asks for. */
export type AskedKey = Extract<
  FieldKey,
  | 'server'
  | 'serverType'
  | 'operatingSystem'
  | 'tasks'
  | 'extras'
  | 'problem'
  | 'action'
  | 'errors'
  | 'attachments'
  | 'access'
  | 'username'
  | 'password'
  | 'privateKey'
  | 'port'
  | 'secondFactor'
  | 'noAccessReason'
  | 'consoleConsent'
  | 'duties'
  | 'methods'
  | 'timeWindow'
  | 'reboot'
  | 'signer'
  | 'ownerDeclared'
  | 'authorization'
>

/** The list with this id ticked, or unticked. */
export function toggled(ids: readonly string[], id: string, ticked: boolean): readonly string[] {
  const others = ids.filter(other => other !== id)
  return ticked ? [...others, id] : others
}

/** What the chosen of a policy's items are called, in the policy's order. */
export function titlesOf(
  words: Words,
  room: 'task' | 'extra',
  items: readonly PolicyItem[],
  chosen: readonly string[],
): readonly string[] {
  return items
    .filter(({ id }) => chosen.includes(id))
    .map(({ id, label }) => words.wording(label, `${room}.${id}.title`))
}

/** A sentence that a thing of the policy may have, and another provider's may not. */
export function hintFor(words: Words, key: string): string | undefined {
  return words.has(key) ? words.wording(undefined, key) : undefined
}
