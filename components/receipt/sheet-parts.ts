import type { Words } from '../../locales/index.js'
import type { AnyReceipt } from '../../src/index.js'

/** Makes an element of the document that the sheet is for. */
export type Make = (
  tag: string,
  content: Content,
  attributes?: Readonly<Record<string, string>>,
) => HTMLElement
/** What an element holds. */
export type Content = string | readonly (string | Node)[]

/** What makes the elements of a document. */
export function makerFor(into: Document): Make {
  return (tag, content, attributes = {}) => {
    const element = into.createElement(tag)
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value)
    element.append(...(typeof content === 'string' ? [content] : content))
    return element
  }
}

/** Whose sheet it is, and of which ticket. */
export function titlePart(make: Make, { authorization, ticket }: AnyReceipt, words: Words): Node {
  return make('header', [
    make('p', authorization.record.provider, { class: 'provider' }),
    make('h1', [
      make('small', words.say('receipt.title')),
      words.say('sent.number', { number: ticket.number }),
    ]),
  ])
}

/** Which server it is about. */
export function serverRow({ authorization }: AnyReceipt, words: Words): readonly [string, Content] {
  const { kind, value } = authorization.record.server
  return [words.say('ticket.server'), `${value} (${words.say(`ticket.kind.${kind}`)})`]
}

/** The words that were agreed to stay in the language in which they were agreed to. */
export function authorizationPart(
  make: Make,
  { authorization }: AnyReceipt,
  words: Words,
  note?: string,
): readonly Node[] {
  const { statement, duties, signer, serverTime } = authorization.record
  const lang = statement.language
  const owner = signer.owner === 'known' ? 'ticket.ownerKnown' : 'ticket.ownerDeclared'
  return [
    make('h2', words.in(lang).say('statement.title'), { lang }),
    ...(note === undefined ? [] : [make('p', note)]),
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

/** How anyone can check that nothing was changed. */
export function checkPart(
  make: Make,
  digests: readonly (readonly [name: string, digest: string])[],
  words: Words,
): readonly Node[] {
  return [
    make('section', [
      make('h2', words.say('receipt.check')),
      make('p', words.say('receipt.anyone')),
      make('p', words.say('receipt.noProof')),
      rows(
        make,
        digests.map(([name, digest]) => [name, [make('code', digest)]]),
      ),
    ]),
  ]
}

/** Names and what stands beside them. */
export function rows(make: Make, all: readonly (readonly [name: string, value: Content])[]): Node {
  return make(
    'dl',
    all.map(([name, value]) => make('div', [make('dt', name), make('dd', value)])),
  )
}

/** Several things, one below the other. */
export function list(make: Make, items: readonly Content[], lang?: string): Node {
  return make(
    'ul',
    items.map(item => make('li', item)),
    lang === undefined ? {} : { lang },
  )
}

/** A moment, readable by machines too. */
export function time(make: Make, at: number, words: Words): Node {
  return make('time', words.moment(at), { datetime: new Date(at).toISOString() })
}
