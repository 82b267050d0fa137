import type { Words } from '../../locales/index.js'
import { receiptOf, type Filed, type Filing, type PolicyItem, type ServicePolicy } from '../../src/index.js'
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
  const called = (room: 'task' | 'extra', ids: readonly string[], items: readonly PolicyItem[]) =>
    ids.map(id => words.wording(items.find(item => item.id === id)?.label, `${room}.${id}.title`))
  const { record } = filing.authorization
  const receipt = await receiptOf(filing, filed, {
    language: words.language,
    tasks: called('task', record.tasks, policy.tasks),
    extras: called('extra', record.extras, policy.extras),
  })
  const name = fileName(record.provider, filed.intervention.number, words.say('receipt.file'))
  if (way === 'print') {
    printReceipt(receipt, words, name)
    return undefined
  }
  const file = `${name}.${way}`
  download(file, way === 'html' ? await receiptHtml(receipt, words, name) : receiptJson(receipt))
  return file
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
