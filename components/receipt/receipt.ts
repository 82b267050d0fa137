import { languageFor, loadLanguage, type Words } from '../../locales/index.js'
import {
  authorizationsIn,
  receiptOf,
  ticketReceiptOf,
  type AnyReceipt,
  type Authorization,
  type Entry,
  type Filed,
  type Filing,
  type Intervention,
  type PolicyItem,
  type Result,
  type ServicePolicy,
  type ShownLabels,
} from '../../src/index.js'
import { download } from '../shared/download.js'
import { receiptHtml, receiptJson } from './download.js'
import { printReceipt } from './print.js'

/** The ways in which a customer takes a receipt along. */
export type ReceiptWay = 'print' | 'html' | 'json'

/** Makes the receipt of a request in these words, and hands it over; answers the file's name where there is one. */
export async function handOver(
  way: ReceiptWay,
  { filing, filed }: { readonly filing: Filing; readonly filed: Filed },
  words: Words,
  policy: ServicePolicy,
): Promise<string | undefined> {
  const labels = labelsOf(filing.authorization, words, policy)
  return handed(way, await receiptOf(filing, filed, labels), words)
}

/** The same from what its ticket holds; `changed`: there is none, because an authorization there isn't what it was. */
export async function handOverFromTicket(
  way: ReceiptWay,
  { intervention, entries }: { readonly intervention: Intervention; readonly entries: readonly Entry[] },
  words: Words,
  policy: ServicePolicy,
): Promise<Result<string | undefined, 'none' | 'changed'>> {
  const given = authorizationsIn(entries)
  const inForce = given.at(-1)
  if (!inForce) return { ok: false, error: 'none' }
  const ids = new Set(given.flatMap(({ record }) => record.methods))
  const methods = [...ids].map(id => [id, titleOf('method', id, policy.methods, words)] as const)
  const receipt = await ticketReceiptOf(intervention, entries, {
    ...labelsOf(inForce, words, policy),
    methods: Object.fromEntries(methods),
  })
  return receipt.ok ? { ok: true, value: await handed(way, receipt.value, words) } : receipt
}

async function handed(way: ReceiptWay, receipt: AnyReceipt, words: Words): Promise<string | undefined> {
  const { record } = receipt.authorization
  // What was agreed to is headed in the language that it was agreed to in.
  await loadLanguage(languageFor(record.statement.language))
  const name = fileName(record.provider, receipt.ticket.number, words.say('receipt.file'))
  if (way === 'print') {
    printReceipt(receipt, words, name)
    return undefined
  }
  const file = `${name}.${way}`
  download(file, way === 'html' ? await receiptHtml(receipt, words, name) : receiptJson(receipt))
  return file
}

function labelsOf({ record }: Authorization, words: Words, { tasks, extras }: ServicePolicy): ShownLabels {
  return {
    language: words.language,
    tasks: record.tasks.map(id => titleOf('task', id, tasks, words)),
    extras: record.extras.map(id => titleOf('extra', id, extras, words)),
  }
}

function titleOf(
  room: 'task' | 'extra' | 'method',
  id: string,
  items: readonly PolicyItem[],
  words: Words,
): string {
  return words.wording(items.find(item => item.id === id)?.label, `${room}.${id}.title`)
}

/** `nordhost-48210-receipt`: letters and digits of ASCII, which every file system takes. */
function fileName(...parts: readonly string[]): string {
  return parts
    .join('-')
    .toLowerCase()
    .replaceAll('ł', 'l')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z\d]+/gu, '-')
    .replace(/^-|-$/gu, '')
    .slice(0, 100)
}
