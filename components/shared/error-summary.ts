import { html, nothing, type TemplateResult } from 'lit'
import type { FieldKey } from '../../src/index.js'
import { icon } from './icons.js'

/** One thing to correct, in the same words as at its field. */
export interface SummaryLine {
  readonly key: FieldKey
  readonly text: string
}

/** All that is to be corrected, with a link to each field; takes the focus when it appears. */
export function errorSummary(
  title: string,
  lines: readonly SummaryLine[],
  goTo: (key: FieldKey) => void,
): TemplateResult | typeof nothing {
  if (lines.length === 0) return nothing
  return html`<div
    class="notice danger"
    id="error-summary"
    tabindex="-1"
    role="group"
    aria-labelledby="error-summary-title"
  >
    ${icon('error')}
    <h3 id="error-summary-title">${title}</h3>
    <ul>
      ${lines.map(
        ({ key, text }) =>
          html`<li>
            <a
              href="#${key}"
              @click=${(event: Event) => {
                // The fields stand in a shadow root, where a fragment finds nothing.
                event.preventDefault()
                goTo(key)
              }}
              >${text}</a
            >
          </li>`,
      )}
    </ul>
  </div>`
}
