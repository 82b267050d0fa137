import { html, nothing, type TemplateResult } from 'lit'
import { ifDefined } from 'lit/directives/if-defined.js'
import { live } from 'lit/directives/live.js'
import type { Words } from '../../locales/index.js'
import { postcodeMatters, type QuoteReason } from '../../src/index.js'
import { radio } from '../shared/choice.js'
import { controlId, describedBy, groupQuestion, questionFrame, type Question } from '../shared/field.js'
import { fold } from '../shared/fold.js'
import { countryCodes } from './countries.js'
import { asksVatId, vatIdFault, type CustomerAnswers } from './offer.js'

/** What the questions about the customer are drawn from, and what they can do. */
export interface TaxDetails {
  readonly words: Words
  readonly customer: CustomerAnswers
  /** Why the price is as it is: what is wrong with a VAT ID stands at its field. */
  readonly reasons: readonly QuoteReason[]
  /** Are the questions in sight from the beginning? */
  readonly open: boolean
  readonly edit: (changes: Partial<CustomerAnswers>) => void
}

/** On whom the tax depends: folded, with what is known in sight. */
export function taxDetails(details: TaxDetails): TemplateResult {
  const { words, customer, open } = details
  const { country, postcode, kind, vatId } = customer
  const known = [
    words.country(country),
    postcodeMatters(country) ? postcode : '',
    words.say(`quote.kind.${kind}`),
    asksVatId(customer) ? vatId : '',
  ]
  return fold({
    title: words.say('quote.details.title'),
    line: country === '' ? words.say('quote.details.open') : known.filter(Boolean).join(' · '),
    content: questions(details),
    open,
  })
}

function questions(details: TaxDetails): TemplateResult {
  const { words, customer, edit } = details
  const kinds = ['consumer', 'business'] as const
  return html`${countryQuestion(details)}
  ${
    postcodeMatters(customer.country)
      ? line({ ...asked(words, 'postcode'), optional: words.say('form.optional') }, customer.postcode, {
          autocomplete: 'postal-code',
          onChange: postcode => {
            edit({ postcode })
          },
        })
      : nothing
  }
  ${groupQuestion(
    asked(words, 'customerType'),
    kinds.map((kind, index) =>
      radio({
        id: index === 0 ? 'customerType' : `customerType-${kind}`,
        name: 'customerType',
        title: words.say(`quote.kind.${kind}`),
        checked: customer.kind === kind,
        onChange: () => {
          edit({ kind })
        },
      }),
    ),
  )}
  ${
    asksVatId(customer)
      ? line(
          {
            ...asked(words, 'vatId'),
            optional: words.say('form.optional'),
            error: vatIdError(details),
          },
          customer.vatId,
          {
            autocomplete: 'off',
            onChange: vatId => {
              edit({ vatId })
            },
          },
        )
      : nothing
  }`
}

type AskedKey = 'country' | 'postcode' | 'customerType' | 'vatId'

function asked(words: Words, key: AskedKey): Question & { readonly key: AskedKey } {
  return { key, label: words.say(`field.${key}.label`), hint: words.say(`field.${key}.hint`) }
}

function vatIdError({ words, customer, reasons }: TaxDetails): string | undefined {
  const fault = reasons.includes('vat-id-invalid') ? 'vat-id-invalid' : vatIdFault(customer)
  return fault && words.say(`quote.reason.${fault}`)
}

function countryQuestion({ words, customer: { country }, edit }: TaxDetails): TemplateResult {
  const question = asked(words, 'country')
  const names = countriesIn(words)
  const all =
    country === '' || names.some(([code]) => code === country)
      ? names
      : [[country, country] as const, ...names]
  return questionFrame(
    question,
    html`<select
      id="country"
      autocomplete="country"
      aria-describedby=${ifDefined(describedBy(question))}
      @change=${({ target }: Event) => {
        if (target instanceof HTMLSelectElement) edit({ country: target.value })
      }}
    >
      <option value="" .selected=${live(country === '')}>${words.say('quote.countryMissing')}</option>
      ${all.map(
        ([code, name]) => html`<option value=${code} .selected=${live(code === country)}>${name}</option>`,
      )}
    </select>`,
  )
}

const sorted = new Map<string, readonly (readonly [code: string, name: string])[]>()

/** In the order of the alphabet, once a language. */
function countriesIn(words: Words): readonly (readonly [code: string, name: string])[] {
  const { language } = words
  const { compare } = new Intl.Collator(language)
  const names =
    sorted.get(language) ??
    countryCodes
      .map(code => [code, words.country(code)] as const)
      .sort(([, one], [, other]) => compare(one, other))
  sorted.set(language, names)
  return names
}

/** A line of text that counts once it is left: half a VAT ID is asked about nowhere. */
function line(
  question: Question,
  value: string,
  {
    autocomplete,
    onChange,
  }: { readonly autocomplete: 'off' | 'postal-code'; readonly onChange: (value: string) => void },
): TemplateResult {
  return questionFrame(
    question,
    html`<input
      id=${controlId(question)}
      type="text"
      .value=${value}
      autocomplete=${autocomplete}
      autocapitalize="characters"
      spellcheck="false"
      translate="no"
      aria-invalid=${question.error ? 'true' : 'false'}
      aria-describedby=${ifDefined(describedBy(question))}
      @change=${({ target }: Event) => {
        if (target instanceof HTMLInputElement) onChange(target.value)
      }}
    />`,
  )
}
