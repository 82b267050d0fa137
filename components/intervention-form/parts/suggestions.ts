import { html, nothing, type TemplateResult } from 'lit'
import { repeat } from 'lit/directives/repeat.js'
import { icon } from '../../shared/icons.js'
import type { FormView } from '../form-view.js'
import { offered } from '../offered.js'

/** What the customer's own words speak of: one press takes it, another one takes it back. */
export function suggestions({
  words,
  draft,
  facts,
  judgement,
  choose,
}: FormView): TemplateResult | typeof nothing {
  const offers = offered(judgement.spoken, words, draft, facts)
  if (offers.length === 0) return nothing
  return html`<div class="suggestions" role="group" aria-labelledby="suggestions-title">
    <p class="strong" id="suggestions-title">${words.say('suggestion.title')}</p>
    <div class="chips">
      ${repeat(
        offers,
        // Each keeps its own button: what has the focus never turns into something else.
        ({ id }) => id,
        ({ id, title, isTaken, toggle }) =>
          html`<button
            type="button"
            class="chip"
            id="suggestion-${id}"
            aria-pressed=${isTaken ? 'true' : 'false'}
            @click=${() => {
              choose(toggle)
            }}
          >
            ${icon(isTaken ? 'done' : 'add')}<span>${title}</span>
          </button>`,
      )}
    </div>
    <p class="hint">${words.say('suggestion.hint')}</p>
  </div>`
}
