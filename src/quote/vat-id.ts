import { not, ok, type Result } from '../result.js'

/** A VAT ID in the form that VIES takes: `{ id: 'EL123456789', country: 'GR' }`. */
export interface VatId {
  /** Prefix and number, capitals, without blanks. */
  readonly id: string
  /** The member state that gave it, ISO 3166-1 alpha-2. */
  readonly country: string
}

/** Why a text is no VAT ID that counts for services. */
export type VatIdProblem = 'empty' | 'malformed' | 'other-country' | 'northern-ireland'

// Forms as VIES lists them, without the prefix. Greece's is EL.
const forms: Readonly<Record<string, RegExp>> = {
  AT: /^U\d{8}$/,
  BE: /^[01]\d{9}$/,
  BG: /^\d{9,10}$/,
  CY: /^\d{8}[A-Z]$/,
  CZ: /^\d{8,10}$/,
  DE: /^\d{9}$/,
  DK: /^\d{8}$/,
  EE: /^\d{9}$/,
  ES: /^(?:[A-Z]\d{7}[A-Z\d]|\d{8}[A-Z])$/,
  FI: /^\d{8}$/,
  FR: /^[A-HJ-NP-Z\d]{2}\d{9}$/,
  GR: /^\d{9}$/,
  HR: /^\d{11}$/,
  HU: /^\d{8}$/,
  IE: /^(?:\d{7}[A-W][A-I]?|\d[A-Z+*]\d{5}[A-W])$/,
  IT: /^\d{11}$/,
  LT: /^(?:\d{9}|\d{12})$/,
  LU: /^\d{8}$/,
  LV: /^\d{11}$/,
  MT: /^\d{8}$/,
  NL: /^\d{9}B\d{2}$/,
  PL: /^\d{10}$/,
  PT: /^\d{9}$/,
  RO: /^\d{2,10}$/,
  SE: /^\d{12}$/,
  SI: /^\d{8}$/,
  SK: /^\d{10}$/,
}

/**
 * A VAT ID as typed, brought to its form: blanks, dots and dashes left out, the country's prefix put in front where it is
 * missing, `GR` understood as `EL`.
 *
 * Looks at the form alone and at no check digit: whether it stands, the authority says. With a country (ISO 3166-1
 * alpha-2) another state's ID is `other-country`. `XI` stands for goods only, so it counts for nothing here.
 */
export function parseVatId(text: string, country?: string): Result<VatId, VatIdProblem> {
  const typed = text
    .slice(0, 100)
    .toUpperCase()
    .replace(/[\s.\-/]/g, '')
  if (typed === '') return not('empty')
  const state = country === undefined ? undefined : stateOf(country)
  const prefix = stateOf(typed.slice(0, 2))
  const number = typed.slice(2)
  if (prefix === state && matches(prefix, number)) return ok(vatId(prefix, number))
  if (state !== undefined && matches(state, typed)) return ok(vatId(state, typed))
  if (prefix === 'XI') return not('northern-ireland')
  if (prefix === state || !Object.hasOwn(forms, prefix)) return not('malformed')
  if (!matches(prefix, number)) return not('malformed')
  return state === undefined ? ok(vatId(prefix, number)) : not('other-country')
}

function matches(state: string, number: string): boolean {
  return Object.hasOwn(forms, state) && forms[state]?.test(number) === true
}

function vatId(country: string, number: string): VatId {
  return { id: `${country === 'GR' ? 'EL' : country}${number}`, country }
}

/** Greece is EL here, and Monaco has the IDs of France. */
function stateOf(prefix: string): string {
  if (prefix === 'EL') return 'GR'
  return prefix === 'MC' ? 'FR' : prefix
}
