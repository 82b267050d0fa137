import type { FileRef } from '../tracking/intervention.js'
import type { Capabilities, InterventionAdapter } from './adapter.js'
import { holds, isRefused, tellsTheSame } from './conformance-assert.js'
import type { Check, ConformanceSubject } from './conformance-subject.js'
import { beginTalk, leavesNothing, type Talk } from './conformance-talk.js'
import { mostFiles } from './wire.js'

/** A file of this size is more than a test should carry about. */
const mostCarried = 20_000_000

const small = (name: string): File => new File(['a'], name, { type: 'text/plain' })

/** A picture by its beginning, as far as a backend looks; then every byte there is, many times. */
export function picture(name: string): File {
  const head = [0x89, ...Array.from('PNG\r\n\x1a\n\0\0\0\rIHDR', sign => sign.charCodeAt(0))]
  const rest = Uint8Array.from({ length: 70_000 }, (_, index) => (index * 29 + (index >> 7)) % 256)
  return new File([Uint8Array.from(head), rest], name, { type: 'image/png' })
}

/** The files that are kept with the customer's last message. */
async function lastFiles({ entries }: Talk): Promise<readonly FileRef[]> {
  const { fact } = (await entries()).findLast(({ by }) => by === 'customer') ?? {}
  return fact?.kind === 'message' ? fact.files : []
}

async function keepsFiles({ adapter }: ConformanceSubject): Promise<void> {
  const { files: limits } = adapter.capabilities
  const talk = limits && (await beginTalk(adapter))
  if (!talk) return
  const sent = [
    new File(['błąd\r\n'], 'dziennik błędów 🖥.log', { type: 'text/plain' }),
    picture('zrzut.png'),
  ].slice(0, limits.maxCount)
  if ((await talk.say({ text: 'Proszę spojrzeć.', files: sent })).includes('replyFiles')) return
  const refs = await lastFiles(talk)
  tellsTheSame(
    refs.map(({ name, type, bytes: size }) => ({ name, type, size })),
    sent.map(({ name, type, size }) => ({ name, type, size })),
    'the files of a reply',
  )
  for (const [index, ref] of refs.entries())
    holds(await isSame(adapter, ref, sent[index]), `open: other bytes than were sent as ${ref.name}`)
}

async function isSame(adapter: InterventionAdapter, ref: FileRef, sent: File | undefined): Promise<boolean> {
  const [opened, expected] = await Promise.all(
    [await adapter.open(ref), sent ?? new Blob()].map(async blob => new Uint8Array(await blob.arrayBuffer())),
  )
  return (
    opened?.length === expected?.length && (opened?.every((byte, at) => byte === expected?.[at]) ?? false)
  )
}

async function keepsNoPath({ adapter }: ConformanceSubject): Promise<void> {
  const talk = adapter.capabilities.files && (await beginTalk(adapter))
  if (!talk) return
  const files = [small('../../etc/passwd')]
  const unstored = await talk.say({ text: 'Proszę spojrzeć.', files })
  if (unstored.includes('replyFiles')) return
  const [ref] = await lastFiles(talk)
  holds(ref !== undefined, 'entries: the file is missing')
  holds(!/[/\\]/.test(ref.name), 'entries: the file has a path in its name')
}

async function refusesFiles({ adapter }: ConformanceSubject): Promise<void> {
  const talk = await beginTalk(adapter)
  if (!talk) return
  const { files: limits } = adapter.capabilities
  const text = 'Proszę spojrzeć.'
  for (const [what, files] of tooMuch(limits))
    await leavesNothing(what, talk, () =>
      isRefused(talk.say({ text, files }), ['too-large', 'invalid', 'unsupported'], what),
    )
  if (!limits) return
  const nameless = { text, files: [small('..')] }
  await leavesNothing('a file without a name', talk, () =>
    isRefused(talk.say(nameless), ['invalid'], 'a file without a name', 'replyFiles'),
  )
}

/** What is more than these limits, as far as a test can carry it. */
function tooMuch(limits: Capabilities['files']): readonly (readonly [string, readonly File[]])[] {
  if (!limits) return [['a file where none is taken', [small('a.log')]]]
  const count = Math.min(limits.maxCount, mostFiles) + 1
  const many = Array.from({ length: count }, (_, index) => small(`${index}.log`))
  const isCarried = limits.maxBytes < mostCarried
  return [
    ['too many files', many],
    ...(isCarried
      ? [['too big a file', [new File([new Uint8Array(limits.maxBytes + 1)], 'a.log')]] as const]
      : []),
  ]
}

/** What the contract promises of the files on a reply. */
export const attaching: readonly Check[] = [
  ['keeps a reply’s files as they were', keepsFiles],
  ['keeps no path in the name of a file', keepsNoPath],
  ['refuses more and bigger files than it takes', refusesFiles],
]
