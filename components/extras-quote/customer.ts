import { hasHalfCharacter, type Account, type ChosenExtra } from '../../src/index.js'
import type { CustomerAnswers } from './offer.js'

/** What is known of the customer from three sides. */
export interface CustomerSources {
  /** What the customer has changed. */
  readonly edits: Partial<CustomerAnswers>
  /** What the page says; empty where it says nothing. */
  readonly given: {
    readonly country: string
    readonly postcode: string
    readonly kind: string
    readonly vatId: string
  }
  /** What the client area knows. */
  readonly account: Account
}

/** The customer's own word, else the page's, else the client area's. Who is nothing else is a private person. */
export function customerFrom({ edits, given, account }: CustomerSources): CustomerAnswers {
  return {
    country: countryFrom(edits.country ?? (given.country || account.country)),
    postcode: plain(edits.postcode ?? given.postcode, 40),
    kind: edits.kind ?? kindFrom(given.kind) ?? account.kind ?? 'consumer',
    vatId: plain(edits.vatId ?? (given.vatId || account.vatId), 100),
  }
}

/** Does nobody know yet where the customer is, or whether it is a business? Then that is asked openly. */
export function isUnknown({ given, account }: Omit<CustomerSources, 'edits'>): boolean {
  return countryFrom(given.country || account.country) === '' || !(kindFrom(given.kind) ?? account.kind)
}

/** The extras of a property that may hold anything; nothing where it holds something else. */
export function chosenFrom(lines: unknown): readonly ChosenExtra[] | undefined {
  if (!Array.isArray(lines)) return undefined
  const chosen = lines.flatMap((line: unknown): readonly ChosenExtra[] => {
    if (typeof line !== 'object' || line === null || !('extra' in line)) return []
    const { extra } = line
    const quantity = 'quantity' in line ? line.quantity : undefined
    if (typeof extra !== 'string') return []
    if (quantity === undefined) return [{ extra }]
    return typeof quantity === 'string' ? [{ extra, quantity }] : []
  })
  return chosen.length === lines.length ? chosen : undefined
}

function kindFrom(kind: string): CustomerAnswers['kind'] | undefined {
  return kind === 'consumer' || kind === 'business' ? kind : undefined
}

/** What is no code is not known. `EL` and `UK` are what two countries are called elsewhere. */
function countryFrom(value: unknown): string {
  const code = plain(value, 10).toUpperCase()
  if (!/^[A-Z]{2}$/.test(code)) return ''
  return code === 'EL' ? 'GR' : code === 'UK' ? 'GB' : code
}

/** An attribute is a text, whatever a page without types sets. */
function plain(value: unknown, longest: number): string {
  const text = typeof value === 'string' ? value.trim().slice(0, longest) : ''
  return hasHalfCharacter(text) ? '' : text
}
