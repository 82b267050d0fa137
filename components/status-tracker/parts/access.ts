import { html, nothing, type TemplateResult } from 'lit'
import { issueWords, type Question } from '../../shared/field.js'
import { assurance, secondFactorTick, secretEntry, usernameQuestion } from '../../shared/login-entry.js'
import { closeFold, fold } from '../../shared/fold.js'
import { notice } from '../../shared/notice.js'
import { reasonText } from '../../shared/by-hand.js'
import type { TrackerView } from '../tracker-view.js'
import { actButton, actNotice } from './act-notice.js'

/** The life of the login details: sealed, opened by whom and when, destroyed; and the customer's hold on it. */
export function accessPart(view: TrackerView): TemplateResult | typeof nothing {
  const { words, standing, now, may, renewal } = view
  const mayRenew = may('renew-credentials') && renewal.isPossible
  const { events, current } = standing.access
  if (!current) return nothing
  return html`<section class="group" aria-labelledby="access-heading">
    <h3 id="access-heading" tabindex="-1">${words.say('tracker.access.title')}</h3>
    <ol class="life">
      ${events.map(
        ({ event, at, role }) =>
          html`<li>
            <bdi
              >${words.say(`tracker.event.access.${event}`, { role: role ?? words.say('tracker.by.engineer') })}</bdi
            >
            <span class="hint"
              ><time datetime=${new Date(at).toISOString()}>${words.clock(at, now)}</time></span
            >
          </li>`,
      )}
    </ol>
    ${current.event === 'kept' ? html`<p>${words.say('tracker.access.kept')}</p>` : nothing}
    ${actNotice(view, 'withdraw-access')}
    <div class="row">
      ${
        mayRenew && !renewal.isOpen
          ? html`<button
              id="open-renewal"
              type="button"
              @click=${() => {
                renewal.open()
              }}
            >
              ${words.say('tracker.access.renew')}
            </button>`
          : nothing
      }
    </div>
    ${may('withdraw-access') ? withdrawal(view) : nothing}
    ${renewal.isOpen && mayRenew && current.event !== 'refused' ? renewalPart(view) : nothing}
  </section>`
}

/** What can't be taken back is asked about once more, in its place. Nobody is promised that something is destroyed that stays. */
function withdrawal(view: TrackerView): TemplateResult {
  const { words, acts, isErasable } = view
  return fold({
    title: words.say('tracker.access.withdraw'),
    line: words.say(isErasable ? 'tracker.access.withdrawHint' : 'tracker.access.withdrawHintKept'),
    content: html`<p class="strong">${words.say('tracker.access.withdrawSure')}</p>
      <div class="row">
        ${actButton(view, 'withdraw-access', words.say('tracker.access.withdraw'), () => {
          void acts.do('withdraw-access', {})
        })}
        <button type="button" class="plain" @click=${closeFold}>${words.say('tracker.cancelEdit')}</button>
      </div>`,
  })
}

/** New login details, and the way to send them. */
export function renewalPart(view: TrackerView): TemplateResult {
  const { words, renewal } = view
  return html`<div class="step renewal">
    ${loginFields(view)} ${actNotice(view, 'renew-credentials')}
    <div class="row">
      ${actButton(
        view,
        'renew-credentials',
        words.say('tracker.access.send'),
        () => {
          void renewal.send()
        },
        { look: 'primary' },
      )}
      ${
        renewal.isOpen
          ? html`<button
              type="button"
              class="plain"
              @click=${() => {
                renewal.leave()
              }}
            >
              ${words.say('tracker.cancelEdit')}
            </button>`
          : nothing
      }
    </div>
  </div>`
}

/** The protected fields for new login details, and why they couldn't be sealed. */
export function loginFields({ words, renewal }: TrackerView): TemplateResult {
  const { sealing, secrets, isShowingIssues } = renewal
  const ask = (key: 'username' | 'password' | 'privateKey' | 'secondFactor'): Question => {
    const issue = isShowingIssues ? sealing.issues.find(({ field }) => field === key) : undefined
    return {
      key,
      label: words.say(`field.${key}.label`),
      hint: words.say(`field.${key}.hint`),
      error: issue && issueWords(issue, words),
    }
  }
  const login = {
    draft: sealing.answers,
    secrets,
    ask,
    choose: renewal.edit.bind(renewal),
    type: renewal.edit.bind(renewal),
  }
  const { state } = sealing
  return html`${usernameQuestion(login)} ${secretEntry(login)} ${secondFactorTick(login)} ${assurance(words)}
  ${
    state.at === 'failed'
      ? notice('danger', words.say('credential.failed'), reasonText(state.reason, words))
      : nothing
  }`
}
