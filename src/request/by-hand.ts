import type { Context } from '../adapter/adapter.js'
import type { ServicePolicy } from '../policy/policy.js'
import { marked } from './ticket-lines.js'
import { ticketText, type TicketContents, type TicketWords } from './ticket.js'

/**
 * A request as a text that the customer files as a ticket by hand, where the form can't: in the provider's language, with
 * the key by which it is told from a second request, and with the whole authorization.
 *
 * Without the login details, sealed ones too: a copy in a ticket's text could be neither withdrawn nor destroyed.
 */
export function byHandText(
  request: TicketContents,
  words: TicketWords,
  policy: ServicePolicy,
  context?: Pick<Context, 'services'>,
): string {
  const { access, authorization } = request
  const open: TicketContents =
    access.kind === 'account' ? { ...request, access: { kind: 'account' } } : request
  return [
    words.say('ticket.byHand'),
    ticketText(open, words, policy, context),
    [words.say('ticket.statement'), marked(authorization.record.statement.text)].join('\n'),
  ].join('\n\n')
}
