import { html, nothing, type TemplateResult } from 'lit'
import { notice } from './notice.js'
import type { SecretFields } from './secret-fields.controller.js'

/**
 * That nobody seems to be there, and what goes then: stays in sight, wherever the customer has scrolled.
 *
 * Any key or press on the element keeps it. The button is for who can make neither: a screen reader takes the keys for
 * itself.
 */
export function idleNotice(secrets: SecretFields): TemplateResult | typeof nothing {
  const { words, idle } = secrets
  if (!idle.isEnding) return nothing
  const stay = (): void => {
    secrets.stay()
  }
  return html`<div class="idle">
    ${notice(
      'warning',
      words.say('idle.title'),
      words.say('idle.text'),
      html`<button type="button" @click=${stay}>${words.say('idle.action')}</button>`,
    )}
  </div>`
}
