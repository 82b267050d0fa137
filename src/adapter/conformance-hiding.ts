import { holds, isRefused } from './conformance-assert.js'
import { sampleFor } from './conformance-filing.js'
import { allEntries, foundOr } from './conformance-reading.js'
import type { Check, ConformanceSubject } from './conformance-subject.js'

async function hidesFromStrangers({ adapter, stranger }: ConformanceSubject): Promise<void> {
  if (!stranger) return
  const files = adapter.capabilities.files ? [new File(['secret'], 'secret.txt', { type: 'text/plain' })] : []
  const { key, filing } = await sampleFor(adapter, files)
  const { id } = (await adapter.submit(filing, { key })).intervention
  const entries = await allEntries(adapter, id)
  const hidden = ['not-found', 'forbidden'] as const
  await isRefused(stranger.get(id), hidden, 'get by a stranger')
  await isRefused(stranger.entries(id), hidden, 'entries by a stranger')
  for (const { fact } of entries)
    for (const ref of 'files' in fact ? fact.files : [])
      await isRefused(stranger.open(ref), hidden, 'open by a stranger')
  holds(
    (await stranger.list({})).items.every(item => item.id !== id),
    'list: a stranger sees the request',
  )
  const found = stranger.find ? await foundOr(stranger.find(key)) : null
  holds(found === null || found === 'unsupported', 'find: a stranger sees the request')
}

/** What the contract promises of two customers. */
export const hiding: readonly Check[] = [['shows a customer nothing of another one', hidesFromStrangers]]
