import { wordsFor } from '../../locales/index.js'
import type { Money, PolicyItem, ServicePolicy } from '../../src/index.js'
import { nordhost } from '../policy.js'
import { nordhostSale } from '../server/sale.js'

const english = wordsFor('en')
/** What Nordhost sells beyond its service, and how its engineers get in. */
export const { extras, methods }: ServicePolicy = nordhost
const { tasks }: ServicePolicy = nordhost
const known = { task: tasks, extra: extras, method: methods } as const satisfies Readonly<
  Record<string, readonly PolicyItem[]>
>

/** Codes of a filing in words, each with its code behind it. */
export function inWords(room: keyof typeof known, ids: readonly string[]): string {
  if (ids.length === 0) return 'none'
  return ids.map(id => `${nameOf(room, id)} (${id})`).join('; ')
}

/** What a code is called. */
export function nameOf(room: keyof typeof known, id: string): string {
  return english.wording(known[room].find(item => item.id === id)?.label, `${room}.${id}.title`)
}

/** What the list asks for an additional service, net; nothing where that is agreed on request. */
export function listPrice(extra: string): string | undefined {
  const { currency, prices } = nordhostSale.prices
  const price = prices[extra]
  if (!price || price.kind === 'on-request') return undefined
  const net = `${amount({ amount: price.net, currency })} net`
  return price.kind === 'fixed'
    ? net
    : `${net} for each started ${price.unit === 'hour' ? 'hour' : '15 minutes'}`
}

/** A size in words: "5.1 MB". */
export const size = (bytes: number): string => english.bytes(bytes)

/** How a server was named, in words. */
export function kindInWords(kind: string): string {
  return english.has(`ticket.kind.${kind}`) ? english.wording(undefined, `ticket.kind.${kind}`) : kind
}

/** What kind of server it is, in words. */
export function serverTypeInWords(type: string | undefined): string {
  if (type === 'dedicated' || type === 'vps') return english.say(`serverType.${type}`)
  return 'type not known'
}

/** An amount with its currency. */
export const amount = (money: Money): string => english.money(money)

/** The name of a country by its code. */
export const country = (code: string): string => english.country(code)
