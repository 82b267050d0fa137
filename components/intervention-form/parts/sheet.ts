import { html, type TemplateResult } from 'lit'
import { icon } from '../../shared/icons.js'
import type { FormView } from '../form-view.js'

/**
 * The authorization as a sheet of paper: the full text, in the language in which it was or will be ticked, and at its
 * foot who authorizes and when.
 */
export function sheet({ words, statement, draft }: FormView): TemplateResult {
  return html`<section class="sheet" aria-labelledby="sheet-title">
    <h3 id="sheet-title">${icon('pen')}<span>${words.say('statement.title')}</span></h3>
    <div lang=${statement.language} class="statement">
      ${statement.text
        .split('\n\n')
        .map(
          paragraph =>
            html`<p>
              ${paragraph
                .split('\n')
                .map(line => html`<span class=${line.startsWith('– ') ? 'item' : 'line'}>${line}</span>`)}
            </p>`,
        )}
    </div>
    <dl>
      <div>
        <dt>${words.say('field.signer.label')}</dt>
        <dd>${draft.signer.trim() || '…'}</dd>
      </div>
      <div>
        <dt>${words.say('statement.time')}</dt>
        <dd>${words.say('statement.timeAtSending')}</dd>
      </div>
    </dl>
  </section>`
}
