import type { Words } from '../../locales/index.js'
import { wordsBeforeNarrowing, type Authorization, type TicketReceipt } from '../../src/index.js'
import {
  authorizationPart,
  checkPart,
  list,
  makerFor,
  rows,
  serverRow,
  time,
  titlePart,
  type Content,
  type Make,
} from './sheet-parts.js'

/** The receipt that a ticket allows, as a sheet of paper: the authorization in force, and those before it. */
export function ticketSheet(into: Document, receipt: TicketReceipt, words: Words): HTMLElement {
  const make = makerFor(into)
  const parts = [head, request, statement, allowed, check]
  return make(
    'main',
    parts.flatMap(part => part(make, receipt, words)),
  )
}

function head(make: Make, receipt: TicketReceipt, words: Words): readonly Node[] {
  return [
    titlePart(make, receipt, words),
    rows(make, [
      serverRow(receipt, words),
      [words.say('receipt.filed'), [time(make, receipt.filedAt, words)]],
    ]),
    make('p', words.say('receipt.ofTicket')),
  ]
}

function request(make: Make, { labels, request }: TicketReceipt, words: Words): readonly Node[] {
  const told: readonly (readonly [string, Content] | false)[] = [
    labels.tasks.length > 0 && [words.say('field.tasks.label'), [list(make, labels.tasks)]],
    labels.extras.length > 0 && [words.say('field.extras.label'), [list(make, labels.extras)]],
    request !== '' && [words.say('receipt.text'), [make('p', request, { class: 'typed' })]],
  ]
  return [
    make('h2', words.say('receipt.request')),
    rows(
      make,
      told.filter(row => row !== false),
    ),
  ]
}

/** The words that were agreed to; where less is allowed by now than they say, that stands before them. */
function statement(make: Make, receipt: TicketReceipt, words: Words): readonly Node[] {
  const at = wordsBeforeNarrowing([...receipt.earlier, receipt.authorization])
  const note = at === null ? undefined : words.say('receipt.narrowedSince', { time: words.moment(at) })
  return authorizationPart(make, receipt, words, note)
}

/** What may be used, and what could be before: an authorization that was narrowed says less than its own text. */
function allowed(make: Make, receipt: TicketReceipt, words: Words): readonly Node[] {
  const { authorization, earlier, labels } = receipt
  const may = ({ record }: Authorization): readonly (readonly [string, Content])[] => [
    [
      words.say('field.methods.label'),
      [
        list(
          make,
          record.methods.map(id => labels.methods[id] ?? id),
        ),
      ],
    ],
    [words.say('check.restart'), words.say(record.reboot ? 'check.allowed' : 'check.notAllowed')],
    [words.say('ticket.mounting'), words.say(record.mounting ? 'ticket.yes' : 'ticket.no')],
  ]
  return [
    make('h2', words.say('receipt.allowed')),
    rows(make, may(authorization)),
    ...[...earlier]
      .reverse()
      .flatMap(one => [
        make('h2', words.say('receipt.before', { time: words.moment(one.record.serverTime) })),
        rows(make, may(one)),
      ]),
  ]
}

function check(make: Make, { authorization, earlier, digest }: TicketReceipt, words: Words): readonly Node[] {
  const before = [...earlier]
    .reverse()
    .map(
      one =>
        [
          words.say('receipt.digestBefore', { time: words.moment(one.record.serverTime) }),
          one.digest,
        ] as const,
    )
  return checkPart(
    make,
    [
      [words.say('receipt.digest'), digest],
      [words.say('receipt.recordDigest'), authorization.digest],
      ...before,
    ],
    words,
  )
}
