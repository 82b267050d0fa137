/** Which version of the elements this is: the package's. */
export const version = '0.1.0'

/** What an integrator should know and a customer need not: fixed texts, so that nothing typed can get in. */
const texts = {
  'no-policy':
    'os-intervention: no policy is set, so the INTROSERV preset is used: its times and duties are promised in that name. Set the "policy" property, or let the adapter\'s context name one.',
  'no-adapter': 'os-intervention: neither "endpoint" nor "adapter" is set, so the fallback content is shown.',
  'bad-policy': 'os-intervention: the "policy" property is not a service policy, so it is ignored.',
  'bad-endpoint':
    'os-intervention: the "endpoint" attribute is not a URL of this site, so the fallback content is shown.',
  'nothing-pinned':
    'os-intervention: "pinned-recipients" is empty, so no key is trusted and nothing can be sealed. Name the keys, or leave the attribute out.',
  'no-seller':
    'os-intervention: there are prices, but no seller\'s country, so no tax is quoted: set "tax" in the adapter\'s context, or "provider.sellerCountry" in the policy.',
  'bad-lines':
    'os-intervention: the "lines" property is not a list of extras with quantities, so nothing is quoted.',
  'insecure-quote':
    'os-intervention: the page is not a secure context (https), so a quote can be shown and not approved.',
  'no-language':
    'os-intervention: the words of a language could not be loaded, so another language is spoken; without any, the fallback content is shown.',
  'not-started':
    'os-intervention: the elements could not start, so the fallback content stays. If the page has a Content-Security-Policy with "trusted-types", it has to list lit-html (and \'allow-duplicates\' where another copy of Lit is on the page).',
} as const

/** Which warning. */
export type Warning = keyof typeof texts

const said = new Set<Warning>()
let othersSaid = false

/** Says it in the console, once a page. */
export function warn(warning: Warning): void {
  if (said.has(warning)) return
  said.add(warning)
  console.warn(texts[warning])
}

/** Says it where the elements that the page has already are of another version: they stay, and these aren't used. */
export function warnOfOther(first: CustomElementConstructor): void {
  const theirs: unknown = Reflect.get(first, 'version')
  if (theirs === version || othersSaid) return
  othersSaid = true
  const known = typeof theirs === 'string' && /^[\d.]{1,20}$/.test(theirs) ? theirs : 'an unknown one'
  console.warn(`os-intervention: two versions are on this page, ${known} stays and ${version} is not used.`)
}

let tablesSaid = false

/** Says it where a provider's VAT table is not what the dated rates are today: countries by their codes, once a page. */
export function warnOfTable(countries: readonly string[]): void {
  if (tablesSaid) return
  tablesSaid = true
  const known = countries.filter(code => /^[A-Z]{2}$/.test(code)).join(', ')
  console.warn(
    `os-intervention: the provider's VAT table differs from today's rates, or is blank, for: ${known}. Correct it, override these countries in "tax", or use the dated rates.`,
  )
}
