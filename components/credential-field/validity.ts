import type { Words } from '../../locales/index.js'
import { reasonText } from '../shared/by-hand.js'
import { issueWords, type Question } from '../shared/field.js'
import type { Sealing } from './sealing.controller.js'

/** Why the field is not valid now. */
export interface Problem {
  readonly flags: ValidityStateFlags
  readonly message: string
}

/** What keeps the form from being sent; `undefined` where nothing does. */
export function problemOf(sealing: Sealing, isRequired: boolean, words: Words): Problem | undefined {
  const { state, issues, isEmpty } = sealing
  if (state.at === 'sealed' || (isEmpty && !isRequired)) return undefined
  if (state.at === 'failed') return { flags: { customError: true }, message: reasonText(state.reason, words) }
  const [issue] = issues
  return issue
    ? { flags: { valueMissing: true }, message: issueWords(issue, words) }
    : { flags: { customError: true }, message: words.say('form.sealing') }
}

/** A question of the field, with what is to be corrected at it once that is to be shown. */
export function questionOf(
  key: 'username' | 'password' | 'privateKey' | 'secondFactor',
  { issues }: Sealing,
  words: Words,
  isRequired: boolean,
  showsErrors: boolean,
): Question {
  const issue = issues.find(({ field }) => field === key)
  // A customer who comes back to an emptied field is told why it is empty.
  const isShown = showsErrors || issue?.code === 'password-wiped'
  return {
    key,
    label: words.say(`field.${key}.label`),
    hint: words.say(`field.${key}.hint`),
    error: issue && isShown ? issueWords(issue, words) : undefined,
    optional: isRequired ? undefined : words.say('form.optional'),
  }
}

/** The control at which the browser shows what is wrong. */
export function anchorOf(root: ParentNode | null, { issues, answers }: Sealing): HTMLElement | undefined {
  const id = issues[0]?.field ?? (answers.credentialKind === 'password' ? 'password' : 'privateKey')
  const anchor = root?.querySelector(`#${id}`) ?? root?.querySelector('button, input')
  return anchor instanceof HTMLElement ? anchor : undefined
}
