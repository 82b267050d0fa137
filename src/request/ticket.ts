import type { Context } from '../adapter/adapter.js'
import type { PolicyItem, ServicePolicy } from '../policy/policy.js'
import { checkScope } from '../scope/scope.js'
import type { FiledAccess, Filing } from './filing.js'
import { serverListing, type ServerListing } from './server-listing.js'
import { heading, item, line, marked, type TicketWords } from './ticket-lines.js'
import { priceLines } from './ticket-quote.js'

export type { TicketWords }

/** How the engineers get in; an account's login details may be given in another place, later. */
export type TicketAccess = FiledAccess | { readonly kind: 'account'; readonly sealed?: undefined }

/** What a ticket's text is made of. */
export type TicketContents = Omit<Filing, 'text' | 'access'> & { readonly access: TicketAccess }

/**
 * A request as plain text that any ticket system can hold: a fixed block, then the customer's own words as typed.
 *
 * The block is written in the language of `words`, codes beside their words; an engineer can work from it without our
 * interface. It holds no secret and no sealed text: an adapter whose system has no field for that adds it itself.
 *
 * @param context - What is known of the account: its services tell whether the server is one of them. Without it, or where
 * it lists none, nothing is said of that.
 */
export function ticketText(
  filing: TicketContents,
  words: TicketWords,
  policy: ServicePolicy,
  { services }: Pick<Context, 'services'> = { services: [] },
): string {
  const blocks = [
    [words.say('ticket.heading')],
    origin(filing, words, policy),
    server(filing, words, serverListing(filing.server, services)),
    work(filing, words, policy),
    ...(filing.quote ? [priceLines(filing.quote, words)] : []),
    access(filing, words, policy),
    authorization(filing, words),
    ...(filing.files ? [files(filing.files, words)] : []),
    ownWords(filing, words),
    [words.say('ticket.wordsEnd')],
  ]
  return blocks.map(lines => lines.join('\n')).join('\n\n')
}

function origin(filing: TicketContents, words: TicketWords, policy: ServicePolicy): string[] {
  return [
    line(words, 'department', words.wording(policy.provider.department, 'ticket.department')),
    line(words, 'requestKey', filing.authorization.record.requestKey),
    line(words, 'language', filing.language),
  ]
}

function server(filing: TicketContents, words: TicketWords, listing: ServerListing): string[] {
  const { kind, value } = filing.server
  const type = filing.serverType === 'unknown' ? 'ticket.typeUnknown' : `serverType.${filing.serverType}`
  return [
    line(words, 'server', `${value} (${words.say(`ticket.kind.${kind}`)})`),
    ...(listing === 'unlisted' ? [line(words, 'serverUnlisted', words.say('ticket.checkWhose'))] : []),
    ...(filing.serviceId === undefined ? [] : [line(words, 'serviceId', filing.serviceId)]),
    line(words, 'serverType', `${filing.serverType} – ${words.say(type)}`),
    ...(filing.operatingSystem === undefined ? [] : [line(words, 'operatingSystem', filing.operatingSystem)]),
  ]
}

function work(filing: TicketContents, words: TicketWords, policy: ServicePolicy): string[] {
  const { tasks, extras } = filing
  const { kind } = checkScope(tasks, extras, policy)
  const note = ` (${words.say('ticket.extraNote')})`
  return [
    ...(tasks.length === 0
      ? [line(words, 'tasks', words.say('ticket.noTasks'))]
      : [heading(words, 'tasks'), ...items(words, 'task', tasks, policy.tasks)]),
    ...(extras.length === 0
      ? []
      : [heading(words, 'extras'), ...items(words, 'extra', extras, policy.extras, note)]),
    line(words, 'scope', `${kind} – ${words.say(`scope.${kind}.title`)}`),
  ]
}

function access(filing: TicketContents, words: TicketWords, policy: ServicePolicy): string[] {
  const { record } = filing.authorization
  const window = words.say(`window.${record.window}`, { count: policy.authorization.hoursAfterDone })
  const allowed = (is: boolean) => words.say(is ? 'ticket.yes' : 'ticket.no')
  const consent = record.withoutCredentials
  return [
    ...wayIn(filing.access, words),
    ...(consent
      ? [
          heading(words, 'consent'),
          item(`${words.say('ticket.console')}: ${allowed(consent.console)}`),
          item(`${words.say('ticket.reboot')}: ${allowed(consent.reboot)}`),
          item(`${words.say('ticket.mounting')}: ${allowed(consent.mounting)}`),
        ]
      : []),
    heading(words, 'methods'),
    ...items(words, 'method', record.methods, policy.methods),
    line(words, 'window', `${record.window} – ${window}`),
    line(words, 'reboot', allowed(record.reboot)),
    line(words, 'mounting', allowed(record.mounting)),
  ]
}

function wayIn(access: TicketAccess, words: TicketWords): string[] {
  switch (access.kind) {
    case 'account':
      if (!access.sealed) return [line(words, 'access', `account – ${words.say('ticket.accessLater')}`)]
      return [
        line(words, 'access', `account – ${words.say('ticket.accessAccount')}`),
        heading(words, 'sealedTo'),
        ...access.sealed.recipients.map(({ label, fingerprint }) => item(`${label}: ${fingerprint}`)),
      ]
    case 'ssh-key':
      return [
        line(words, 'access', `ssh-key – ${words.say('ticket.accessSshKey')}`),
        line(words, 'username', access.username),
        ...(access.port === undefined ? [] : [line(words, 'port', access.port.toString())]),
      ]
    case 'none':
      return [line(words, 'access', `none – ${words.say('ticket.accessNone')}`)]
  }
}

function authorization({ authorization }: TicketContents, words: TicketWords): string[] {
  const { record, digest } = authorization
  const { statement, signer, serverTime, clientTime } = record
  const owner = signer.owner === 'known' ? 'ticket.ownerKnown' : 'ticket.ownerDeclared'
  return [
    line(
      words,
      'authorization',
      `${words.say('ticket.version', { version: statement.version })} (${statement.language})`,
    ),
    line(words, 'signer', signer.name),
    line(words, 'account', signer.account),
    // On a line of its own: a name can't pass for the client area's word on it.
    line(words, 'owner', `${signer.owner} – ${words.say(owner)}`),
    line(words, 'duties', record.duties.map(({ id }) => id).join(', ')),
    line(words, 'serverTime', `${words.moment(serverTime)} (${new Date(serverTime).toISOString()})`),
    line(words, 'clientTime', new Date(clientTime).toISOString()),
    line(words, 'digest', digest),
  ]
}

/** The system that shows the ticket shows them too; where it keeps none, the engineer can ask for them by name. */
function files(attached: readonly File[], words: TicketWords): string[] {
  return [
    heading(words, 'files'),
    ...attached.map(({ name, type, size }) => item(`${name} (${type}, ${size} B)`)),
  ]
}

function ownWords(filing: TicketContents, words: TicketWords): string[] {
  const reason = filing.access.kind === 'none' ? filing.access.reason : undefined
  const texts = [
    ['problem', filing.problem],
    ['action', filing.action],
    ['errors', filing.errors],
    ['noAccessReason', reason],
  ] as const
  return [
    words.say('ticket.wordsBegin'),
    ...texts.flatMap(([key, text]) => (text === undefined ? [] : ['', heading(words, key), marked(text)])),
  ]
}

function items(
  words: TicketWords,
  room: 'task' | 'extra' | 'method',
  ids: readonly string[],
  known: readonly PolicyItem[],
  note = '',
): string[] {
  return ids.map(id => {
    const label = known.find(one => one.id === id)?.label
    return item(`${id} – ${words.wording(label, `${room}.${id}.title`)}${note}`)
  })
}
