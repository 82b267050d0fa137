import { euVatRates } from './eu-rates.js'

/** Where a customer is, as VAT sees it (Directive 2006/112, Art. 5–8). */
export type Place =
  /** In a member state, maybe in a region with a rate of its own. */
  | { readonly kind: 'state'; readonly state: string; readonly region?: string }
  /** Outside the Union's VAT; `of`: the member state that the territory belongs to all the same. */
  | { readonly kind: 'outside'; readonly country: string; readonly of?: string }
  | { readonly kind: 'unknown'; readonly why: 'country-missing' | 'country-unknown' | 'postcode-ambiguous' }

// Art. 6: territories of member states with ISO codes of their own. Monaco counts as France (Art. 7).
const territories = {
  ES: 'IC EA',
  FI: 'AX',
  FR: 'GP MQ RE GF YT MF BL PM NC PF WF TF',
}

type Special = 'outside' | 'ambiguous' | { readonly region: string }

const specialPostcodes: Readonly<Record<string, readonly (readonly [RegExp, Special])[]>> = {
  // Jungholz; Riezlern, Hirschegg, Mittelberg.
  AT: [[/^(?:6691|699[123])$/, { region: 'AT-6' }]],
  // Büsingen; Heligoland.
  DE: [[/^(?:78266|27498)$/, 'outside']],
  // The Canary Islands: Las Palmas, Santa Cruz de Tenerife; Ceuta; Melilla.
  ES: [[/^(?:35|38|51|52)\d{3}$/, 'outside']],
  // Åland.
  FI: [[/^22\d{3}$/, 'outside']],
  // Departments and collectivities overseas, Saint-Barthélemy and Saint-Martin among them. Not Monaco, 980.
  FR: [[/^(?:97\d|98[678])\d{2}$/, 'outside']],
  // Mount Athos.
  GR: [[/^63086$/, 'outside']],
  // Livigno, Campione; what both had before is their neighbours' too, who pay as all of Italy.
  IT: [
    [/^(?:23041|22061)$/, 'outside'],
    [/^(?:23030|22060)$/, 'ambiguous'],
  ],
  // Madeira; the Azores.
  PT: [
    [/^9[0-4]\d{2}(?:\d{3})?$/, { region: 'PT-30' }],
    [/^9[5-9]\d{2}(?:\d{3})?$/, { region: 'PT-20' }],
  ],
}

// ISO 3166-1 leaves these to whoever wants them: no country is meant. Kosovo uses XK.
const userAssigned = /^(?:AA|Q[M-Z]|X[A-JL-Z]|ZZ|EU)$/

/** Does the tax depend on the postcode there? */
export function postcodeMatters(country: string): boolean {
  return Object.hasOwn(specialPostcodes, country)
}

/**
 * Where a country and a postcode are. Postcodes are heuristics, kept as data: without one, or with one that is no
 * postcode, the mainland is meant.
 *
 * `EL` is understood as Greece. Northern Ireland is of the Union for goods alone, so `GB` is outside.
 */
export function placeOf(country: string, postcode = ''): Place {
  if (country === '') return { kind: 'unknown', why: 'country-missing' }
  if (!/^[A-Z]{2}$/.test(country) || userAssigned.test(country))
    return { kind: 'unknown', why: 'country-unknown' }
  const state = { EL: 'GR', MC: 'FR' }[country] ?? country
  if (!(state in euVatRates.states)) {
    const owner = Object.entries(territories).find(([, codes]) => codes.includes(country))
    return { kind: 'outside', country, ...(owner && { of: owner[0] }) }
  }
  const special = specialOf(state, postcode)
  if (special === 'outside') return { kind: 'outside', country: state, of: state }
  if (special === 'ambiguous') return { kind: 'unknown', why: 'postcode-ambiguous' }
  return { kind: 'state', state, ...special }
}

function specialOf(state: string, postcode: string): Special | undefined {
  const digits = postcode
    .slice(0, 40)
    .toUpperCase()
    .replace(/^\s*(?:[A-Z]{1,3}[\s-])?/, '')
    .replace(/[\s-]/g, '')
  return specialPostcodes[state]?.find(([form]) => form.test(digits))?.[1]
}
