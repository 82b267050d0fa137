import type { Words } from '../../locales/index.js'
import type { Receipt } from '../../src/index.js'

type Make = (tag: string, content: Content, attributes?: Readonly<Record<string, string>>) => HTMLElement
type Content = string | readonly (string | Node)[]

/** The receipt as a sheet of paper, made for this document: nodes and text alone, so that no policy of a page minds. */
export function receiptSheet(into: Document, receipt: Receipt, words: Words): HTMLElement {
  const make: Make = (tag, content, attributes = {}) => {
    const element = into.createElement(tag)
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value)
    element.append(...(typeof content === 'string' ? [content] : content))
    return element
  }
  const parts = [head, request, authorization, check]
  return make(
    'main',
    parts.flatMap(part => part(make, receipt, words)),
  )
}

function head(make: Make, receipt: Receipt, words: Words): readonly Node[] {
  const { record } = receipt.authorization
  const { kind, value } = record.server
  return [
    make('header', [
      make('p', record.provider, { class: 'provider' }),
      make('h1', [
        make('small', words.say('receipt.title')),
        words.say('sent.number', { number: receipt.ticket.number }),
      ]),
    ]),
    rows(make, [
      [words.say('ticket.server'), `${value} (${words.say(`ticket.kind.${kind}`)})`],
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
  const fields = unstored.map(key => words.wording(undefined, `field.${key}.label`))
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

/** The words that were agreed to stay in the language in which they were agreed to. */
function authorization(make: Make, { authorization }: Receipt, words: Words): readonly Node[] {
  const { statement, duties, signer, serverTime } = authorization.record
  const lang = statement.language
  const owner = signer.owner === 'known' ? 'ticket.ownerKnown' : 'ticket.ownerDeclared'
  return [
    make('h2', words.in(lang).say('statement.title'), { lang }),
    make('blockquote', statement.text, { class: 'typed', lang }),
    rows(make, [
      [
        words.say('field.duties.label'),
        [
          list(
            make,
            duties.map(({ text }) => text),
            lang,
          ),
        ],
      ],
      [words.say('ticket.signer'), signer.name],
      [words.say('ticket.account'), signer.account],
      [words.say('ticket.owner'), words.say(owner)],
      [words.say('ticket.serverTime'), [time(make, serverTime, words)]],
    ]),
  ]
}

function check(make: Make, { authorization, digest }: Receipt, words: Words): readonly Node[] {
  return [
    make('section', [
      make('h2', words.say('receipt.check')),
      make('p', words.say('receipt.anyone')),
      make('p', words.say('receipt.noProof')),
      rows(make, [
        [words.say('receipt.digest'), [make('code', digest)]],
        [words.say('receipt.recordDigest'), [make('code', authorization.digest)]],
      ]),
    ]),
  ]
}

function rows(make: Make, all: readonly (readonly [name: string, value: Content])[]): Node {
  return make(
    'dl',
    all.map(([name, value]) => make('div', [make('dt', name), make('dd', value)])),
  )
}

function list(make: Make, items: readonly Content[], lang?: string): Node {
  return make(
    'ul',
    items.map(item => make('li', item)),
    lang === undefined ? {} : { lang },
  )
}

function time(make: Make, at: number, words: Words): Node {
  return make('time', words.moment(at), { datetime: new Date(at).toISOString() })
}
