import { allowedMethods, checkScope, chosenServer } from '../src/index.js'
import type { Draft, Facts, PolicyItem, ShownStatement, Wording } from '../src/index.js'
import type { Words } from './translator.js'

/**
 * The whole authorization in the first person, narrowed to what the draft allows, with the language that it is in: the
 * same text for the screen and for the record. Paragraphs are apart by a blank line. Empty while the draft names no
 * server.
 *
 * A provider's own statement (`policy.authorization.text`) stands instead of ours. It has the same places to fill:
 * `{{provider}}`, `{{server}}`, `{{signer}}`, `{{account}}`, `{{version}}`, and each of our paragraphs by its name
 * (`{{tasks}}`, `{{extras}}`, `{{methods}}`, `{{access}}`, `{{restart}}`, `{{mounting}}`, `{{window}}`, `{{limits}}`);
 * any other becomes `…`. Where the provider hasn't got it in the language of `words`, it is told in the one that it has,
 * and our paragraphs in it too, where we speak that: nobody agrees to half a sentence of one and half of another.
 */
export function shownStatement(words: Words, draft: Draft, facts: Facts): ShownStatement {
  const { text } = facts.policy.authorization
  const own = text && Object.keys(text).length > 0 ? text : undefined
  return {
    language: words.languageOf(own),
    text: textOf(words.in(words.languageOf(own)), draft, facts, own),
  }
}

/** The text of the authorization alone, see `shownStatement`. */
export function statementText(words: Words, draft: Draft, facts: Facts): string {
  return shownStatement(words, draft, facts).text
}

function textOf(words: Words, draft: Draft, facts: Facts, own: Wording | undefined): string {
  const { policy, context } = facts
  const server = chosenServer(draft, context, policy)
  if (!server.ok) return ''
  const values = {
    provider: policy.provider.name,
    server: server.value.reference.value,
    signer: draft.signer.trim() || '…',
    account: context.account.id,
    version: policy.authorization.version,
  }
  const parts = paragraphs(words, draft, facts, values)
  if (own) return words.wording(own, 'statement.title', { ...parts, ...values })
  return Object.values(parts)
    .filter(paragraph => paragraph !== '')
    .join('\n\n')
}

/** The paragraphs in their order; one that doesn't apply is empty. */
function paragraphs(words: Words, draft: Draft, facts: Facts, values: Record<string, string>) {
  const { policy, context } = facts
  const { hoursAfterDone, mounting } = policy.authorization
  const scope = checkScope(draft.tasks, draft.extras, policy)
  const named = (room: string, all: readonly PolicyItem[], ids: readonly string[], suffix = '.title') =>
    all
      .filter(({ id }) => ids.includes(id))
      .map(({ id, label }) => `– ${words.wording(label, `${room}.${id}${suffix}`, values)}`)
  const tasks = named('task', policy.tasks, scope.tasks)
  const extras = named('extra', policy.extras, scope.extras)
  const limits = named(
    'limit',
    policy.limits,
    policy.limits.map(({ id }) => id),
    '',
  )
  // Without login details the consent to rescue mode or a console says all about restart and mounting.
  const withoutLogin = draft.access === 'none'
  return {
    who: words.say('statement.who', values),
    declared: context.account.owner === 'unknown' ? words.say('statement.declared') : '',
    tasks: tasks.length > 0 ? sheet(words.say('statement.tasks'), tasks) : words.say('statement.tasksNone'),
    extras:
      extras.length > 0
        ? `${sheet(words.say('statement.extras'), extras)}\n${words.say('statement.extrasNote')}`
        : '',
    methods: sheet(
      words.say('statement.methods'),
      named('method', policy.methods, allowedMethods(draft, facts)),
    ),
    access: access(words, draft),
    restart: withoutLogin ? '' : words.say(draft.reboot ? 'statement.reboot' : 'statement.noReboot'),
    mounting: withoutLogin ? '' : words.say(mounting ? 'statement.mounting' : 'statement.noMounting'),
    window: words.say(`statement.${draft.timeWindow}`, { count: hoursAfterDone }),
    limits: limits.length > 0 ? sheet(words.say('statement.limits'), limits) : '',
    withdrawal: words.say('statement.withdrawal'),
    explicit: words.say('statement.explicit'),
    version: words.say('statement.version', values),
  }
}

function access(words: Words, draft: Draft): string {
  switch (draft.access) {
    case 'account':
      return words.say('statement.account')
    case 'ssh-key':
      return words.say('statement.sshKey', { username: draft.username.trim() || '…' })
    case 'none':
      return words.say('statement.none')
    case '':
      return ''
  }
}

function sheet(heading: string, lines: readonly string[]): string {
  return [heading, ...lines].join('\n')
}
