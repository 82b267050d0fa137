import { html } from 'lit'
import type { TemplateResult } from 'lit'
import { text } from '../record.js'
import { accessView } from './access-view.js'
import type { AccessActs, Opening } from './access-view.js'
import { actView } from './act-view.js'
import type { Panel } from './act-view.js'
import { authorizationView, recordView } from './authorization-view.js'
import type { Checked } from './authorization-view.js'
import { priceView } from './price-view.js'
import type { CheckedPrice } from './price-view.js'
import type { DeskRequest } from './desk-data.js'
import { headView } from './head-view.js'
import { historyView } from './history-view.js'
import { fieldsIn, filedFacts } from './stored.js'
import { typedView } from './typed-view.js'
import { visible } from './visible.js'

/** One request in full, in the order in which an engineer asks: what, with which words, how to get in, may I, what now. */
export function requestView(
  request: DeskRequest,
  checked: Checked | undefined,
  price: CheckedPrice | undefined,
  opening: Opening,
  acts: AccessActs,
  panel: Panel,
  seen: number,
  showEarlier: () => void,
): TemplateResult {
  const facts = filedFacts(request.facts)
  const asked = fieldsIn(request.request ?? '')
  const first = asked['kind'] === 'message' ? asked : undefined
  return html`
    ${headView(request, facts, checked)}
    <div class="parts">
      ${typedView(facts, first)}
      <div class="side">
        <section id="access" tabindex="-1" aria-labelledby="access-heading">
          <h3 id="access-heading">Access</h3>
          ${accessView(request, facts.access, opening, acts)}
        </section>
        ${
          price
            ? html`<section aria-labelledby="price-heading">
                <h3 id="price-heading">Price of the additional services</h3>
                ${priceView(price)}
              </section>`
            : ''
        }
        <section aria-labelledby="authorization-heading">
          <h3 id="authorization-heading">Authorization</h3>
          ${authorizationView(checked, request)}
        </section>
      </div>
      <div>
        <section id="act" tabindex="-1" aria-labelledby="act-heading">
          <h3 id="act-heading">Act</h3>
          ${actView(panel)}
        </section>
        <section aria-labelledby="history-heading">
          <h3 id="history-heading">History</h3>
          ${historyView(request, seen, showEarlier)}
        </section>
        <section aria-labelledby="text-heading">
          <h3 id="text-heading">The ticket's text, as it arrived</h3>
          <pre class="body" tabindex="0" role="region" aria-label="Text">
${visible(first ? text(first, 'text') : '')}</pre>
        </section>
        <section aria-labelledby="record-heading">
          <h3 id="record-heading">Digest, keys and clocks</h3>
          ${recordView(request, checked)}
        </section>
      </div>
    </div>
  `
}
