import { html, type TemplateResult } from 'lit'
import { offersFor } from '../../../src/index.js'
import { fold } from '../../shared/fold.js'
import type { FormView } from '../form-view.js'

/** Every access method, whether this server has it, and why: it informs, the engineer chooses. */
export function waysIn({ words, draft, facts }: FormView): TemplateResult {
  const offers = offersFor(draft, facts)
  const title = (offer: (typeof offers)[number]): string =>
    words.wording(offer.method.label, `method.${offer.method.id}.title`)
  const [first] = offers
  return fold({
    title: words.say('offer.title'),
    line: first && words.say('offer.line', { first: title(first) }),
    content: html`<ol class="ways">
      ${offers.map(
        offer =>
          html`<li class=${offer.offered}>
            <span class="strong">${title(offer)}</span>
            <span class="hint">${words.say(`offer.${offer.reason}`)}</span>
          </li>`,
      )}
    </ol>`,
  })
}
