import { standingOf } from '../../src/index.js'
import type { Entry, Standing } from '../../src/index.js'
import { parse } from '../../src/parse.js'
import * as schema from '../../src/tracking/schema.js'
import { nordhost } from '../policy.js'
import type { DeskEntry, DeskRequest } from './desk-data.js'
import { fieldsIn } from './stored.js'

/** Where a request stands, by those of its entries that nobody broke in the file. */
export function standingOfRequest({ entries }: DeskRequest): Standing {
  return standingOf(entries.flatMap(readable), nordhost)
}

function readable({ seq, at, party, fact }: DeskEntry): readonly Entry[] {
  const parsed = parse(schema.entry, { id: String(seq), seq, rev: 1, at, by: party, fact: fieldsIn(fact) })
  return parsed.ok ? [parsed.value] : []
}
