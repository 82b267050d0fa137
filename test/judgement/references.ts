import {
  parseServerReference,
  type NoticeCode,
  type ReferenceProblem,
  type ServerReferenceKind,
} from '../../src/index.js'

/** What a label says of a text that is to be understood. */
interface Understood {
  readonly kind: ServerReferenceKind
  readonly value: string
  readonly notices: readonly string[]
  /** Exactly one of these comes on top. */
  readonly oneOf?: readonly string[]
}

/** An item of `test/data/references.*.json`; `test/data/README.md` says what its parts mean. */
export interface LabelledReference {
  readonly id: string
  readonly text: string
  readonly pattern?: string
  readonly expect: Understood | { readonly error: 'missing' | 'malformed' | 'secret' }
}

/** How many references came out as labelled. */
export interface ReferenceScore {
  readonly right: number
  readonly total: number
  /** Labelled malformed, hostile or secret, and still taken as a host's or a service's name. */
  readonly malformedAsName: number
  /** Ids of what came out otherwise: to be printed for the work half only. */
  readonly wrong: readonly string[]
}

const errors: Readonly<Record<ReferenceProblem, string>> = {
  empty: 'missing',
  'malformed-address': 'malformed',
  'not-a-server': 'malformed',
  'too-long': 'malformed',
  'secret-inside': 'secret',
}

/** Codes that take the machine out of a longer text; all others say why an address can't be used. */
const takenOff: readonly NoticeCode[] = ['port-dropped', 'user-dropped', 'url-taken-apart']

/**
 * The labels know two codes for addresses that can't be used. `private-address` stands for itself; every finer code
 * (`loopback-address`, `multicast-address` …) counts as `reserved-address`, as the labels call any other block.
 */
function family(code: NoticeCode): string {
  return takenOff.includes(code) || code === 'private-address' ? code : 'reserved-address'
}

/** Measures `parseServerReference` against labels. */
export function scoreReferences(items: readonly LabelledReference[]): ReferenceScore {
  const wrong: string[] = []
  let malformedAsName = 0
  for (const { id, text, pattern, expect } of items) {
    const parsed = parseServerReference(text, pattern === undefined ? {} : { serviceIdPattern: pattern })
    if ('error' in expect) {
      if (parsed.ok && parsed.value.kind !== 'ip') malformedAsName++
      if (parsed.ok || errors[parsed.error] !== expect.error) wrong.push(id)
    } else if (
      !parsed.ok ||
      parsed.value.kind !== expect.kind ||
      parsed.value.value !== expect.value ||
      !areAsLabelled(parsed.value.notices, expect)
    )
      wrong.push(id)
  }
  return { right: items.length - wrong.length, total: items.length, malformedAsName, wrong }
}

function areAsLabelled(notices: readonly NoticeCode[], { notices: labelled, oneOf }: Understood): boolean {
  const found = notices.map(family)
  const rest = found.filter(code => !labelled.includes(code))
  if (!labelled.every(code => found.includes(code))) return false
  return oneOf ? rest.length === 1 && oneOf.includes(rest[0]!) : rest.length === 0
}
