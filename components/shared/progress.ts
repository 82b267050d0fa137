import { html, nothing, type TemplateResult } from 'lit'
import type { Words } from '../../locales/index.js'
import { notice } from './notice.js'
import type { Underway } from './underway.js'

/**
 * How far a sending is, for the eye and for those who ask: nobody is told of every step. `onCancel`: before it is taken
 * back, and the button is gone.
 */
export function progress(
  words: Words,
  underway: Underway,
  title: string,
  onCancel?: (event: Event) => void,
): TemplateResult {
  const { fraction, canBeCancelled } = underway
  // A bar that tells nothing would only move, for as long as it takes.
  if (fraction === undefined) return notice('info', title, words.say('form.patience'))
  const percent = words.percent(Math.floor(fraction * 100).toString())
  return notice(
    'info',
    title,
    html`<progress aria-label=${title} max="1" value=${fraction}></progress>
      <p class="hint">${words.say('form.sent', { percent })}</p>`,
    canBeCancelled
      ? html`<button
          type="button"
          @click=${(event: Event) => {
            onCancel?.(event)
            underway.cancel()
          }}
        >
          ${words.say('form.cancel')}
        </button>`
      : nothing,
  )
}
