import { html, type TemplateResult } from 'lit'
import { allowedMethods, offersFor, type Offer } from '../../../src/index.js'
import { fold } from '../../shared/fold.js'
import type { FormView } from '../form-view.js'

/** Every access method, whether this server has it and the customer allows it, and why: the engineer chooses. */
export function waysIn({ words, draft, facts }: FormView): TemplateResult {
  const offers = offersFor(draft, facts)
  const allowed = allowedMethods(draft, facts)
  const isOpen = ({ offered, method }: Offer): boolean => offered !== 'no' && allowed.includes(method.id)
  const title = ({ method }: Offer): string => words.wording(method.label, `method.${method.id}.title`)
  const first = offers.find(isOpen)
  return fold({
    title: words.say('offer.title'),
    line: first && words.say('offer.line', { first: title(first) }),
    content: html`<ol class="ways">
      ${[...offers.filter(isOpen), ...offers.filter(offer => !isOpen(offer))].map(
        offer =>
          html`<li class=${isOpen(offer) ? 'open' : 'closed'}>
            <span class="strong">${title(offer)}</span>
            <span class="hint"
              >${words.say(
                offer.offered !== 'no' && !isOpen(offer) ? 'offer.not-allowed' : `offer.${offer.reason}`,
              )}</span
            >
          </li>`,
      )}
    </ol>`,
  })
}
