import { html, nothing, type TemplateResult } from 'lit'
import type { Words } from '../../locales/index.js'
import type { ServicePolicy } from '../../src/index.js'
import { byHand, isForGood, reasonText } from '../shared/by-hand.js'
import { hasFocusLeft } from '../shared/focus-left.js'
import { idleNotice } from '../shared/idle-notice.js'
import {
  assurance,
  secondFactorTick,
  secretEntry,
  sealedNotice,
  usernameQuestion,
  type LoginView,
} from '../shared/login-entry.js'
import { notice } from '../shared/notice.js'
import type { SealState } from './sealing.controller.js'

/** What the field is drawn from, and what it can do. */
export interface CredentialView extends LoginView {
  readonly words: Words
  readonly state: SealState
  /** Is what was sealed still in the fields? */
  readonly isTyped: boolean
  readonly policy: ServicePolicy | undefined
  readonly onFocus: () => void
  /** The focus has left the whole field. */
  readonly onLeave: () => void
  readonly typeAnew: () => void
  readonly tryAgain: () => void
}

/** The login details of one account, and how it stands with their seal. */
export function credentialView(view: CredentialView): TemplateResult {
  const { words, state } = view
  return html`<fieldset
    class="entry"
    lang=${words.language}
    @focusin=${view.onFocus}
    @focusout=${(event: FocusEvent) => {
      if (hasFocusLeft(event)) view.onLeave()
    }}
  >
    <legend>${words.say('credential.title')}</legend>
    ${idleNotice(view.secrets)}
    ${
      state.at === 'sealed' && !view.isTyped
        ? sealedNotice(words, state.sealed.at, view.typeAnew)
        : html`${usernameQuestion(view)} ${secretEntry(view)} ${secondFactorTick(view)} ${standing(view)}`
    }
  </fieldset>`
}

function standing({ words, state, policy, tryAgain }: CredentialView): TemplateResult {
  switch (state.at) {
    case 'open':
      return assurance(words)
    case 'sealing':
      return notice('info', words.say('form.sealing'))
    case 'sealed':
      return notice('success', words.say('credential.sealed'))
    case 'failed':
      return notice(
        'danger',
        words.say('credential.failed'),
        html`<p>${reasonText(state.reason, words)}</p>
          ${isForGood(state.reason) ? html`<slot>${policy ? byHand(words, policy) : nothing}</slot>` : nothing}`,
        html`<button type="button" @click=${tryAgain}>${words.say('form.tryAgain')}</button>`,
      )
  }
}
