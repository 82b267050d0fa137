import { html, type TemplateResult } from 'lit'
import type { Words } from '../../locales/index.js'
import type { FlowState } from '../../src/index.js'
import { notice } from '../shared/notice.js'
import { elsewhereText } from './announcement.js'

/** The request has gone already, from another tab, or the customer found it among the tickets: nothing is left to send. */
export function elsewhereBody(
  state: Extract<FlowState, { at: 'elsewhere' }>,
  words: Words,
  again: () => void,
): TemplateResult {
  return html`<div class="step">
    <h2 id="step-heading" tabindex="-1">${words.say('step.sent')}</h2>
    ${notice(
      'info',
      elsewhereText(state, words),
      words.say('elsewhere.text'),
      html`<button type="button" @click=${again}>${words.say('sent.new')}</button>`,
    )}
  </div>`
}
