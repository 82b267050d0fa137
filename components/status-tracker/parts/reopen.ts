import { html, nothing, type TemplateResult } from 'lit'
import { checkbox } from '../../shared/choice.js'
import { issueWords, textQuestion, tickQuestion } from '../../shared/field.js'
import type { TrackerView } from '../tracker-view.js'
import { loginFields } from './access.js'
import { actButton, actNotice } from './act-notice.js'
import { statementFold } from './authorization.js'
import { writtenNote } from './written-note.js'
import { flawWords, suspicion } from './suspicion.js'

/** The way back in: a reason, the authorization once more, and new login details where they are needed. */
export function reopenPart(view: TrackerView): TemplateResult | typeof nothing {
  const { words, may, reopening, keeping, renewal, standing, now } = view
  const { authorization } = standing
  if (!may('reopen') || !authorization) return nothing
  const { record } = authorization
  const { reason, issue } = reopening
  if (!reopening.isOpen)
    return html`<section class="group">
      <p>${words.say(standing.phase === 'done' ? 'tracker.reopen.text' : 'tracker.reopen.stillNeeded')}</p>
      <div class="row">
        <button
          id="open-reopening"
          type="button"
          @click=${() => {
            reopening.show(true)
          }}
        >
          ${words.say('tracker.reopen.open')}
        </button>
      </div>
    </section>`
  return html`<section class="group step" aria-labelledby="reopen-heading">
    <h3 id="reopen-heading" tabindex="-1">${words.say('tracker.reopen.title')}</h3>
    ${writtenNote(words, keeping.reason, () => {
      keeping.reason.discard()
    })}
    ${textQuestion({
      key: 'reopenReason',
      label: words.say('field.reopenReason.label'),
      hint: words.say('field.reopenReason.hint'),
      error: flawWords(words, reason, words.say('issue.reopen-reason-missing')),
      value: reason.text,
      rows: 3,
      onInput: text => {
        reason.type(text)
      },
    })}
    ${suspicion(words, reason, renewal.isPossible ? renewal.open.bind(renewal) : undefined)} ${newLogin(view)}
    ${statementFold(view, record)}
    ${tickQuestion(
      {
        key: 'authorization',
        label: words.say('tracker.reopen.authorize', { signer: record.signer.name }),
        error: issue && issueWords(issue, words),
      },
      reopening.isAgreed,
      isAgreed => {
        reopening.agree(isAgreed)
      },
    )}
    ${actNotice(view, 'reopen')}
    <div class="row">
      ${actButton(
        view,
        'reopen',
        words.say('tracker.reopen.send'),
        () => {
          void reopening.send(authorization, now)
        },
        { look: 'primary' },
      )}
      <button
        type="button"
        class="plain"
        @click=${() => {
          reopening.show(false)
        }}
      >
        ${words.say('tracker.cancelEdit')}
      </button>
    </div>
  </section>`
}

/** The engineers don't have those of before: who wants the work to go on at once gives others. */
function newLogin(view: TrackerView): TemplateResult | typeof nothing {
  const { words, renewal } = view
  if (!renewal.isPossible) return nothing
  return html`<div class="question">
      ${checkbox({
        id: 'reopen-login',
        name: 'reopen-login',
        title: words.say('tracker.reopen.login.title'),
        hint: words.say(`tracker.reopen.login.${loginHeld(view)}`),
        checked: renewal.isOpen,
        onChange: ticked => {
          if (ticked) renewal.open()
          else renewal.close()
        },
      })}
    </div>
    ${renewal.isOpen ? html`<div class="step renewal">${loginFields(view)}</div>` : nothing}`
}

/** What the engineers still have of the login details that were given before. */
function loginHeld({ standing: { access } }: TrackerView): 'none' | 'gone' | 'held' {
  if (!access.current) return 'none'
  return access.current.event === 'destroyed' || access.withdrawn ? 'gone' : 'held'
}
