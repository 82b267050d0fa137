import * as z from 'zod/mini'
import { parse } from '../parse.js'
import type { FieldKey } from '../request/field.js'
import { fieldKey } from '../request/schema.js'
import { id } from '../text-schema.js'
import type { Filed, InterventionAdapter } from './adapter.js'
import { AdapterFault } from './fault.js'

/** What was not kept of a reply. */
export interface Replied {
  readonly unstored: readonly FieldKey[]
}

const unstored = z.array(fieldKey)
const filedOutcome = z.object({ ticket: id, unstored })
const repliedOutcome = z.object({ unstored })

/** What is kept of a request that was filed. */
export function outcomeOfFiled({ intervention, unstored }: Filed): string {
  return JSON.stringify({ ticket: intervention.id, unstored })
}

/** The request by what was kept, as its ticket stands now. */
export async function recallFiled(adapter: InterventionAdapter, outcome: string): Promise<Filed> {
  const { ticket, unstored } = outcomeIn(outcome, filedOutcome)
  const intervention = await adapter.get(ticket)
  if (!intervention) throw new AdapterFault('unavailable', { uncertain: true })
  return { intervention, unstored }
}

/** What is kept of a reply that was made. */
export function outcomeOfReply({ unstored }: Replied): string {
  return JSON.stringify({ unstored })
}

/** The reply by what was kept. */
export function recallReply(outcome: string): Replied {
  return outcomeIn(outcome, repliedOutcome)
}

function outcomeIn<T>(outcome: string, schema: z.ZodMiniType<T>): T {
  const parsed = parse(schema, JSON.parse(outcome))
  if (!parsed.ok) throw new TypeError('an outcome that is none')
  return parsed.value
}
