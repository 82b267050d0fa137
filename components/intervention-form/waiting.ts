import { html, nothing, type TemplateResult } from 'lit'
import type { Words } from '../../locales/index.js'
import type { FaultCode, ServicePolicy } from '../../src/index.js'
import { byHand, faultText } from '../shared/by-hand.js'
import { notice } from '../shared/notice.js'
import type { FormView } from './form-view.js'

/** While the client area is asked what it knows. */
export function loading(words: Words): TemplateResult {
  return html`<p tabindex="-1">${words.say('form.loading')}</p>`
}

/** The client area couldn't be asked: try again, or the way by hand. */
export function notLoaded(words: Words, code: FaultCode, tryAgain: () => void): TemplateResult {
  return html`<div class="stack" tabindex="-1">
    ${notice(
      'danger',
      words.say('form.loadFailed'),
      faultText(code, words),
      html`<div class="row">
        <button type="button" @click=${tryAgain}>${words.say('form.tryAgain')}</button>
      </div>`,
    )}
    <slot></slot>
  </div>`
}

/** The ticket system can take no sealed text: said loudly, and never sent without or in plain. */
export function noSealing(words: Words, policy: ServicePolicy): TemplateResult {
  return html`<div class="stack">
    ${notice('danger', words.say('access.noSealingTitle'), words.say('access.noSealing'))}
    <slot>${byHand(words, policy)}</slot>
  </div>`
}

/** A step that isn't loaded yet, or couldn't be: what was typed before it stays; `way`: what can be done without it. */
export function onItsWay({ words, later }: FormView, way: unknown = nothing): TemplateResult {
  if (!later.hasFailed) return html`<p tabindex="-1">${words.say('form.stepLoading')}</p>`
  return html`${notice(
    'danger',
    words.say('form.stepFailed.title'),
    words.say('form.stepFailed.text'),
    html`<div class="row">
      <button
        type="button"
        @click=${() => {
          later.tryAgain()
        }}
      >
        ${words.say('form.tryAgain')}
      </button>
    </div>`,
  )}
  ${way}`
}
