import { html, type TemplateResult } from 'lit'
import type { FormView } from '../form-view.js'

/** The authorization as a sheet of paper: the full text, in the language in which it was or will be ticked. */
export function sheet({ words, statement }: FormView): TemplateResult {
  return html`<section class="sheet" aria-labelledby="sheet-title">
    <h3 id="sheet-title">${words.say('statement.title')}</h3>
    <div lang=${statement.language} class="typed">${statement.text}</div>
  </section>`
}
