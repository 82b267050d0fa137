import { AdapterFault } from '../../../src/adapter/fault.js'
import type { Fact, FileRef } from '../../../src/index.js'
import type { FoundOut } from '../../support/kit.js'
import { factual, kept, saying, swallowing } from './ways.js'

const files = 'keeps a reply’s files as they were'
const tooMuch = 'refuses more and bigger files than it takes'

/** Adapters that take files wrongly. */
export const attaching: readonly FoundOut[] = [
  ['loses the files', saying(({ files: _, ...message }) => message), files],
  ['names a file anew', factual(withFiles(file => ({ ...file, name: 'plik.log' }))), files],
  ['tells another size', factual(withFiles(file => ({ ...file, bytes: file.bytes + 1 }))), files],
  ['forgets the type of a file', factual(withFiles(file => ({ ...file, type: '' }))), files],
  [
    'breaks the last byte of a file',
    memory => ({
      async open(file, call) {
        const bytes = new Uint8Array(await (await memory.open(file, call)).arrayBuffer())
        return new Blob([bytes.slice(0, -1), new Uint8Array([0])])
      },
    }),
    files,
  ],
  [
    'hands out a path',
    factual(withFiles(file => ({ ...file, name: `../${file.name}` }))),
    'keeps no path in the name of a file',
  ],
  ['drops what is too big in silence', swallowing('too-large', () => kept), tooMuch],
  [
    'says the words of what it refuses',
    swallowing('too-large', reply => async (id, { text = '' }, write) => {
      await reply(id, { text }, write)
      throw new AdapterFault('too-large', { fields: ['replyFiles'] })
    }),
    tooMuch,
  ],
  [
    'gives a file without a name one of its own',
    saying(({ files: sent = [], ...message }) => ({
      ...message,
      files: sent.map(file => (file.name === '..' ? new File([file], 'x') : file)),
    })),
    tooMuch,
  ],
]

function withFiles(other: (file: FileRef) => FileRef): (fact: Fact) => Fact {
  return fact => ('files' in fact ? { ...fact, files: fact.files.map(other) } : fact)
}
