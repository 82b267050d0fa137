import { recordOrNone, textOrNone } from '../record.js'
import type { Fields } from '../record.js'
import type { FiledQuote } from '../../src/index.js'
import { parse } from '../../src/parse.js'
import * as schema from '../../src/request/schema.js'

/** What the filing said: its codes, and the customer's own words as typed. */
export interface FiledFacts {
  readonly serviceId: string | undefined
  readonly serverType: string | undefined
  readonly operatingSystem: string | undefined
  /** The customer's language, BCP 47. */
  readonly language: string | undefined
  readonly tasks: readonly string[]
  readonly extras: readonly string[]
  readonly problem: string | undefined
  readonly action: string | undefined
  readonly errors: string | undefined
  /** The way in, as far as it isn't sealed. */
  readonly access: Fields
}

/** Reads the filing from the JSON that the backend stored. */
export function filedFacts(json: string): FiledFacts {
  const facts = fieldsIn(json)
  return {
    serviceId: textOrNone(facts, 'serviceId'),
    serverType: textOrNone(facts, 'serverType'),
    operatingSystem: textOrNone(facts, 'operatingSystem'),
    language: textOrNone(facts, 'language'),
    tasks: texts(facts['tasks']),
    extras: texts(facts['extras']),
    problem: textOrNone(facts, 'problem'),
    action: textOrNone(facts, 'action'),
    errors: textOrNone(facts, 'errors'),
    access: recordOrNone(facts['access']) ?? {},
  }
}

/** The price that came with a filing, from the same JSON; nothing where none did, or where it is broken. */
export function filedQuote(json: string): FiledQuote | undefined {
  const parsed = parse(schema.filedQuote, fieldsIn(json)['quote'])
  return parsed.ok ? parsed.value : undefined
}

/** What a stored JSON text holds; nothing where somebody broke it in the file: it must not hide the rest. */
export function fieldsIn(json: string): Fields {
  try {
    return recordOrNone(JSON.parse(json)) ?? {}
  } catch {
    return {}
  }
}

function texts(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter(item => typeof item === 'string') : []
}
