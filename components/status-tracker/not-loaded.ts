import { html, type TemplateResult } from 'lit'
import type { Words } from '../../locales/index.js'
import type { FaultCode } from '../../src/index.js'
import { faultText } from '../shared/by-hand.js'
import { notice } from '../shared/notice.js'

/** The request couldn't be loaded: why, and what to do about it. */
export function notLoaded(words: Words, code: FaultCode, tryAgain: () => void): TemplateResult {
  const isMissing = code === 'not-found'
  return html`<div class="stack" tabindex="-1">
    ${notice(
      'danger',
      words.say(isMissing ? 'tracker.notFound.title' : 'tracker.loadFailed'),
      isMissing ? words.say('tracker.notFound.text') : faultText(code, words),
      html`<button type="button" @click=${tryAgain}>${words.say('form.tryAgain')}</button>`,
    )}
    <slot></slot>
  </div>`
}
