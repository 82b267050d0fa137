import { accessMethods, type Offer } from '../access.js'
import type { Context } from '../adapter/adapter.js'
import { sshPublicKeys } from '../credentials/ssh-key.js'
import type { ServicePolicy } from '../policy/policy.js'
import { mayMissCredentials } from '../scope/scope.js'
import type { AccessChoice, Draft } from './draft.js'
import type { FieldKey } from './field.js'
import type { Issue, IssueCode } from './issue.js'
import { namedPrice, parseQuantity, typedQuantity } from './quantity.js'
import { chosenServer } from './server.js'
import { steps, type StepId } from './step.js'

/** How it stands with the secret, without the secret: `wiped` was there and is gone, `broken` can't be sealed. */
export type SecretState = 'missing' | 'given' | 'broken' | 'wiped' | 'sealed'

/** The texts that lie open in the ticket, for all its readers to see. */
export const openTexts = ['problem', 'action', 'errors'] as const

/** The texts in which a secret may slip out while it is nowhere else yet. */
export const guardedTexts = [...openTexts, 'noAccessReason'] as const

/** A text in which a secret may slip out. */
export type GuardedText = (typeof guardedTexts)[number]

/** Answers in which the secret, and nothing else, was typed by mistake: each field with its place in the draft. */
export const shortAnswers = [
  ['server', 'serverText'],
  ['operatingSystem', 'operatingSystem'],
  ['signer', 'signer'],
] as const

/** What a draft is checked against. */
export interface Facts {
  readonly context: Context
  readonly policy: ServicePolicy
  readonly secret: SecretState
  /** The fields in which the secret stands too: in the midst of a text, or as the whole of a short answer. */
  readonly repeated?: readonly FieldKey[]
  /** The texts in which something looks like a secret, and the customer hasn't decided yet what becomes of it. */
  readonly undecided?: readonly GuardedText[]
  /** Does an attached file hold something like a secret, and the customer hasn't decided yet what becomes of it? */
  readonly hasSuspectFile?: boolean
  /** Does the price that was approved no longer hold, and the customer hasn't seen so yet? */
  readonly isQuoteLapsed?: boolean
}

/** How long a text of the customer's may be, in UTF-16 code units: room for a pasted log. */
export const longestText = 20_000

/** How long a name may be: the signer's, or that of an account on the server. */
export const longestName = 200

/** The ways in that this request may choose: `none` only where a chosen task yields the login details. */
export function accessChoices(draft: Draft, { context, policy }: Facts): readonly AccessChoice[] {
  const choices: AccessChoice[] = ['account']
  if (sshPublicKeys(context.sshKeys ?? []).length > 0) choices.push('ssh-key')
  if (mayMissCredentials(draft.tasks, policy)) choices.push('none')
  return choices
}

/** The access methods as they fit this server and this way in. */
export function offersFor(draft: Draft, { context, policy }: Facts): readonly Offer[] {
  const server = chosenServer(draft, context, policy)
  const credentials = draft.access === 'none' ? 'missing' : draft.access === 'ssh-key' ? 'ssh-key' : 'given'
  const asked = { credentials, tasks: draft.tasks } as const
  return server.ok
    ? accessMethods(server.value.serverType, { ipKvm: server.value.ipKvm }, asked, policy)
    : accessMethods('unknown', { ipKvm: 'unknown' }, asked, policy)
}

/** The methods that the draft allows: those that fit, until the customer narrows them. */
export function allowedMethods(draft: Draft, facts: Facts): readonly string[] {
  const fitting = offersFor(draft, facts).filter(offer => offer.offered !== 'no')
  const ids = fitting.map(offer => offer.method.id)
  return draft.methods === 'by-fit' ? ids : ids.filter(id => draft.methods.includes(id))
}

/** What is to be corrected in one step; `check` looks at them all. */
export function checkStep(step: StepId, draft: Draft, facts: Facts): readonly Issue[] {
  switch (step) {
    case 'server':
      return checkServer(draft, facts)
    case 'problem':
      return checkProblem(draft, facts)
    case 'access':
      return checkAccess(draft, facts)
    case 'authorization':
      return checkAuthorization(draft, facts)
    case 'check':
      return steps.slice(0, -1).flatMap(earlier => checkStep(earlier, draft, facts))
  }
}

/** The first step that has something to correct. */
export function firstStepWithIssues(draft: Draft, facts: Facts): StepId | undefined {
  return steps.slice(0, -1).find(step => checkStep(step, draft, facts).length > 0)
}

function checkServer(draft: Draft, facts: Facts): Issue[] {
  const { context, policy } = facts
  const server = chosenServer(draft, context, policy)
  return [
    ...issueIf(!server.ok, 'server', server.ok ? 'server-missing' : server.error),
    ...checkText('operatingSystem', draft.operatingSystem),
    ...checkRepeated(facts, ['server', 'operatingSystem']),
  ]
}

function checkProblem(draft: Draft, facts: Facts): Issue[] {
  return [
    ...issueIf(draft.problem.trim() === '', 'problem', 'problem-missing'),
    ...checkText('problem', draft.problem),
    ...issueIf(draft.action.trim() === '', 'action', 'action-missing'),
    ...checkText('action', draft.action),
    ...checkText('errors', draft.errors),
    ...checkQuantities(draft, facts),
    ...issueIf(facts.isQuoteLapsed === true, 'quoteApproval', 'quote-lapsed'),
    ...issueIf(facts.hasSuspectFile === true, 'attachments', 'file-suspect'),
    ...checkRepeated(facts, [...openTexts, 'attachments']),
    ...checkUndecided(facts, openTexts),
  ]
}

/** Only where one is asked for: an extra without a price has no quantity either. */
function checkQuantities(draft: Draft, { context }: Facts): Issue[] {
  const codes = draft.extras.flatMap(extra => {
    const price = namedPrice(context.prices, extra)
    const quantity = price && parseQuantity(typedQuantity(draft, extra), price.kind)
    return quantity && !quantity.ok ? quantity.error : []
  })
  return [...new Set(codes)].map(code => ({ field: 'quantities', code }))
}

function checkAccess(draft: Draft, facts: Facts): Issue[] {
  if (draft.access === '') return [{ field: 'access', code: 'access-missing' }]
  if (!accessChoices(draft, facts).includes(draft.access)) {
    return [{ field: 'access', code: 'credentials-required' }]
  }
  if (draft.access === 'none') {
    return [
      ...issueIf(!draft.consoleConsent, 'consoleConsent', 'console-consent-missing'),
      ...checkText('noAccessReason', draft.noAccessReason),
      ...checkUndecided(facts, ['noAccessReason']),
    ]
  }
  const account = [...checkUsername(draft), ...issueIf(!isPort(draft.port), 'port', 'port-malformed')]
  return draft.access === 'account'
    ? [...account, ...checkSecret(draft, facts.secret), ...checkRepeated(facts)]
    : account
}

/** What is missing or wrong in an account's login details, where they are all that is asked for. */
export function checkLogin(
  answers: Pick<Draft, 'username' | 'credentialKind'>,
  secret: SecretState,
): readonly Issue[] {
  return [...checkUsername(answers), ...checkSecret(answers, secret)]
}

function checkUsername({ username }: Pick<Draft, 'username'>): Issue[] {
  return [
    ...issueIf(username.trim() === '', 'username', 'username-missing'),
    ...checkText('username', username, longestName),
  ]
}

function checkRepeated({ repeated = [] }: Facts, among?: readonly FieldKey[]): Issue[] {
  return repeated
    .filter(field => among?.includes(field) ?? true)
    .map(field => ({ field, code: 'secret-in-text' }))
}

function checkUndecided({ undecided = [] }: Facts, among: readonly GuardedText[]): Issue[] {
  return undecided.filter(field => among.includes(field)).map(field => ({ field, code: 'secret-undecided' }))
}

function checkSecret({ credentialKind }: Pick<Draft, 'credentialKind'>, secret: SecretState): Issue[] {
  const field = credentialKind === 'password' ? 'password' : 'privateKey'
  switch (secret) {
    case 'given':
    case 'sealed':
      return []
    case 'wiped':
      return [{ field, code: 'password-wiped' }]
    case 'broken':
      return [{ field, code: 'password-broken' }]
    case 'missing':
      return [{ field, code: field === 'password' ? 'password-missing' : 'private-key-missing' }]
  }
}

function checkAuthorization(draft: Draft, facts: Facts): Issue[] {
  const { owner } = facts.context.account
  if (owner === false) return [{ field: 'signer', code: 'owner-only' }]
  const ticked = new Set(draft.duties.map(({ id }) => id))
  const allowed = allowedMethods(draft, facts)
  const restarts = facts.policy.methods.some(({ id, boots }) => boots && allowed.includes(id))
  return [
    ...issueIf(!facts.policy.duties.every(({ id }) => ticked.has(id)), 'duties', 'duty-missing'),
    ...issueIf(allowed.length === 0, 'methods', 'methods-missing'),
    ...issueIf(restarts && !draft.reboot && draft.access !== 'none', 'reboot', 'reboot-needed'),
    ...issueIf(draft.signer.trim() === '', 'signer', 'signer-missing'),
    ...checkText('signer', draft.signer, longestName),
    ...checkRepeated(facts, ['signer']),
    ...issueIf(owner === 'unknown' && !draft.ownerDeclared, 'ownerDeclared', 'owner-undeclared'),
    ...issueIf(draft.agreed === null, 'authorization', 'authorization-missing'),
  ]
}

/** Half a character (a lone surrogate) has no UTF-8 form: it could neither be sent nor signed as typed. */
const halfCharacter = /\p{Surrogate}/u

/** Does the text hold half a character, as a broken paste leaves behind? */
export function hasHalfCharacter(text: string): boolean {
  return halfCharacter.test(text)
}

function checkText(field: FieldKey, text: string, longest = longestText): Issue[] {
  return [
    ...issueIf(text.length > longest, field, 'text-too-long'),
    ...issueIf(hasHalfCharacter(text), field, 'text-broken'),
  ]
}

function issueIf(wrong: boolean, field: FieldKey, code: IssueCode): Issue[] {
  return wrong ? [{ field, code }] : []
}

/** Empty, or a TCP port: 1–65535. */
function isPort(text: string): boolean {
  const digits = text.trim()
  return digits === '' || (/^\d{1,5}$/.test(digits) && Number(digits) >= 1 && Number(digits) <= 65_535)
}
