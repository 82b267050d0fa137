import { html, nothing, type TemplateResult } from 'lit'
import { ifDefined } from 'lit/directives/if-defined.js'
import { namedPrice, parseQuantity, typedQuantity } from '../../../src/index.js'
import { controlId, describedBy, questionFrame, type Question } from '../../shared/field.js'
import { fold } from '../../shared/fold.js'
import { notice } from '../../shared/notice.js'
import type { FormView } from '../form-view.js'

/** What the chosen extras cost, and the customer's word on it: where they have a price, or may be given one. */
export function pricePart(view: FormView): TemplateResult | typeof nothing {
  const { words, price } = view
  if (!price.state) return nothing
  return html`<section class="quote group" aria-label=${words.say('quote.title')}>
    ${quantitiesFold(view)} ${amounts(view)}
  </section>`
}

function amounts({ words, price, choose }: FormView): unknown {
  switch (price.state?.at) {
    case 'priced':
      return price.draw(changes => {
        choose(now => ({ buyer: { ...now.buyer, ...changes } }))
      })
    case 'failed':
      return notice(
        'info',
        words.say('quote.noPrice'),
        undefined,
        html`<button
          type="button"
          @click=${() => {
            price.again()
          }}
        >
          ${words.say('form.tryAgain')}
        </button>`,
      )
    default:
      return html`<p>${words.say('quote.loading')}</p>`
  }
}

/** Few customers know how much they need: folded, and what was typed stays in sight. */
function quantitiesFold(view: FormView): TemplateResult | typeof nothing {
  const { words, draft, facts } = view
  const asked = draft.extras.filter(extra => namedPrice(facts.context.prices, extra))
  if (asked.length === 0) return nothing
  const typed = asked.map(extra => typedQuantity(draft, extra).trim()).filter(Boolean)
  return fold({
    title: words.say('quantity.fold'),
    line: typed.length > 0 ? typed.join(' · ') : words.say('quantity.foldHint'),
    content: quantities(view),
  })
}

/** How much of each: asked for where one has a price, and never needed. */
function quantities(view: FormView): readonly (TemplateResult | typeof nothing)[] {
  const { words, draft, facts, choose } = view
  return draft.extras.map(extra => {
    const price = namedPrice(facts.context.prices, extra)
    if (!price) return nothing
    const { label } = facts.policy.extras.find(({ id }) => id === extra) ?? {}
    const title = words.wording(label, `extra.${extra}.title`)
    const value = typedQuantity(draft, extra)
    const unit = price.kind === 'fixed' ? 'piece' : price.unit
    const read = parseQuantity(value, price.kind)
    return quantity(
      {
        key: 'quantities',
        id: `quantity-${extra}`,
        label: words.say(`quantity.${unit}`, { title }),
        hint: words.say(price.kind === 'fixed' ? 'quantity.hint.piece' : 'quantity.hint.time'),
        optional: words.say('form.optional'),
        error: read.ok ? undefined : words.say(`issue.${read.error}`),
      },
      value,
      typed => {
        choose(now => ({ quantities: { ...now.quantities, [extra]: typed } }))
      },
    )
  })
}

/** Counts once it is left: half a number is priced nowhere, and stands through whatever is drawn anew. */
function quantity(question: Question, value: string, onChange: (value: string) => void): TemplateResult {
  return questionFrame(
    question,
    html`<input
      id=${controlId(question)}
      class="short"
      type="text"
      inputmode="decimal"
      autocomplete="off"
      .value=${value}
      aria-invalid=${question.error ? 'true' : 'false'}
      aria-describedby=${ifDefined(describedBy(question))}
      @change=${({ target }: Event) => {
        if (target instanceof HTMLInputElement) onChange(target.value)
      }}
    />`,
  )
}
