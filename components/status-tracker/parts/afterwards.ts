import { html, nothing, type TemplateResult } from 'lit'
import { aftercareOf, isEnded, plainText, type Aftercare, type PolicyItem } from '../../../src/index.js'
import { checkbox } from '../../shared/choice.js'
import { definition } from '../../shared/definition.js'
import { issueWords, textQuestion, tickQuestion } from '../../shared/field.js'
import { titleIn, type TrackerView } from '../tracker-view.js'
import { actButton, actNotice } from './act-notice.js'
import { removalPart } from './removal.js'

/** What was done, what the customer does now, and the way back in. */
export function afterwardsPart(view: TrackerView): TemplateResult | typeof nothing {
  const { standing, policy } = view
  if (!isEnded(standing.phase)) return nothing
  const after = aftercareOf(standing, policy)
  return html`${summary(view)} ${after ? aftercare(view, after) : nothing} ${removalPart(view)}
  ${reopenPart(view)}`
}

function summary(view: TrackerView): TemplateResult | typeof nothing {
  const { words, standing, policy } = view
  if (!standing.summary) return nothing
  const { text, format, method, changes, newCredentials } = standing.summary.fact
  const page = words.wording(policy.provider.accountPage, 'tracker.accountPage')
  return html`<section class="group" aria-labelledby="summary-heading">
    <h3 id="summary-heading" tabindex="-1">${words.say('tracker.summary.title')}</h3>
    <p class="typed" dir="auto">${plainText(text, format)}</p>
    <dl>
      ${method === undefined ? nothing : definition(words.say('tracker.summary.method'), titleIn(view, 'method', method))}
      ${changes === undefined ? nothing : definition(words.say('tracker.summary.changes'), html`<span class="typed" dir="auto">${changes}</span>`)}
      ${newCredentials ? definition(words.say('tracker.summary.credentials'), words.say('tracker.summary.inAccount', { page })) : nothing}
    </dl>
  </section>`
}

/** Facts, and to-dos that stay ticked. */
function aftercare(view: TrackerView, { facts, toDo, changePasswords }: Aftercare): TemplateResult {
  const { words, policy, acts, may, now } = view
  const page = words.wording(policy.provider.accountPage, 'tracker.accountPage')
  const said = (room: 'fact' | 'toDo', { id, label }: PolicyItem) =>
    words.wording(label, `aftercare.${room}.${id}`, { page })
  return html`<section class="group" aria-labelledby="aftercare-heading">
    <h3 id="aftercare-heading">${words.say('aftercare.title')}</h3>
    <ul>
      ${facts.map(item => html`<li>${said('fact', item)}</li>`)}
    </ul>
    ${changePasswords === 'advised' ? html`<p class="strong">${words.say('tracker.aftercare.passwords')}</p>` : nothing}
    <fieldset class="question">
      <legend>${words.say('tracker.aftercare.toDo')}</legend>
      <div class="choices">
        ${toDo.map(({ item, doneAt }) =>
          checkbox({
            id: `todo-${item.id}`,
            name: 'todo',
            title: said('toDo', item),
            hint:
              doneAt === null
                ? undefined
                : words.say('tracker.aftercare.done', { time: words.clock(doneAt, now) }),
            checked: doneAt !== null,
            onChange: ticked => {
              if (ticked && may('check-off')) void acts.do('check-off', { item: item.id })
              view.redraw()
            },
          }),
        )}
      </div>
    </fieldset>
    ${actNotice(view, 'check-off')}
  </section>`
}

function reopenPart(view: TrackerView): TemplateResult | typeof nothing {
  const { words, may, reopening, standing, now } = view
  const { authorization } = standing
  if (!may('reopen') || !authorization) return nothing
  const { record } = authorization
  const errorAt = (key: 'reopenReason' | 'authorization') => {
    const issue = reopening.issues.find(({ field }) => field === key)
    return issue && issueWords(issue, words)
  }
  if (!reopening.isOpen)
    return html`<section class="group">
      <p>${words.say('tracker.reopen.text')}</p>
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
    ${textQuestion({
      key: 'reopenReason',
      label: words.say('field.reopenReason.label'),
      hint: words.say('field.reopenReason.hint'),
      error: errorAt('reopenReason'),
      value: reopening.reason,
      rows: 3,
      onInput: reason => {
        reopening.type(reason)
      },
    })}
    <details class="fold">
      <summary><span class="strong">${words.say('tracker.authorization.statement')}</span></summary>
      <p class="typed" lang=${record.statement.language}>${record.statement.text}</p>
    </details>
    ${tickQuestion(
      {
        key: 'authorization',
        label: words.say('tracker.reopen.authorize', { signer: record.signer.name }),
        error: errorAt('authorization'),
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
