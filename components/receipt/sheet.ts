import type { Words } from '../../locales/index.js'
import type { Receipt } from '../../src/index.js'
import { fieldName } from '../shared/field-names.js'
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

/** The receipt of what was handed over, as a sheet of paper. */
export function receiptSheet(into: Document, receipt: Receipt, words: Words): HTMLElement {
  const make = makerFor(into)
  const parts = [head, request, authorizationPart, check]
  return make(
    'main',
    parts.flatMap(part => part(make, receipt, words)),
  )
}

function head(make: Make, receipt: Receipt, words: Words): readonly Node[] {
  return [
    titlePart(make, receipt, words),
    rows(make, [
      serverRow(receipt, words),
      [words.say('receipt.filed'), [time(make, receipt.filedAt, words)]],
      [words.say('ticket.access'), access(make, receipt, words)],
    ]),
  ]
}

function access(make: Make, receipt: Receipt, words: Words): Content {
  switch (receipt.access.kind) {
    case 'account':
      return [
        words.say('receipt.sealed'),
        list(
          make,
          receipt.access.sealedTo.map(({ label, fingerprint }) => [
            `${label} – ${words.say('receipt.fingerprint')} `,
            make('code', fingerprint),
          ]),
        ),
      ]
    case 'ssh-key':
      return words.say('ticket.accessSshKey')
    case 'none':
      return words.say('ticket.accessNone')
  }
}

function request(make: Make, receipt: Receipt, words: Words): readonly Node[] {
  const { labels, problem, action, errors, access, unstored } = receipt
  const reason = access.kind === 'none' ? access.reason : undefined
  const named = (items: readonly string[]): Content => [list(make, items)]
  const typed = (text = ''): Content => [make('p', text, { class: 'typed' })]
  const fields = unstored.map(key => fieldName(words, key))
  const asked: readonly (readonly [string, Content] | false)[] = [
    labels.tasks.length > 0 && [words.say('field.tasks.label'), named(labels.tasks)],
    labels.extras.length > 0 && [words.say('field.extras.label'), named(labels.extras)],
    [words.say('ticket.problem'), typed(problem)],
    [words.say('ticket.action'), typed(action)],
    errors !== undefined && [words.say('ticket.errors'), typed(errors)],
    reason !== undefined && [words.say('field.noAccessReason.label'), typed(reason)],
    fields.length > 0 && [words.say('sent.unstoredTitle'), named(fields)],
  ]
  return [
    make('h2', words.say('receipt.request')),
    rows(
      make,
      asked.filter(row => row !== false),
    ),
  ]
}

function check(make: Make, { authorization, digest }: Receipt, words: Words): readonly Node[] {
  return checkPart(
    make,
    [
      [words.say('receipt.digest'), digest],
      [words.say('receipt.recordDigest'), authorization.digest],
    ],
    words,
  )
}
