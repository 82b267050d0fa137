import { html, nothing, type TemplateResult } from 'lit'
import { aftercareOf, isEnded, plainText, type Aftercare, type PolicyItem } from '../../../src/index.js'
import { checkbox } from '../../shared/choice.js'
import { definition } from '../../shared/definition.js'
import { titleIn, type TrackerView } from '../tracker-view.js'
import { actNotice } from './act-notice.js'
import { reopenPart } from './reopen.js'

/** What was done, what the customer does now, and the way back in. */
export function afterwardsPart(view: TrackerView): TemplateResult | typeof nothing {
  const { standing, policy, madeAccount } = view
  if (!isEnded(standing.phase)) return nothing
  madeAccount.begin()
  const after = aftercareOf(standing, policy)
  return html`${summary(view)} ${after ? aftercare(view, after) : nothing} ${madeAccount.part?.(view)}
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
  const said = (room: 'fact' | 'toDo', { id, label }: PolicyItem) => {
    // What hangs on the engineer's advice is said by it, where there is one.
    const byAdvice = `aftercare.${changePasswords}.${id}`
    const key = room === 'toDo' && words.has(byAdvice) ? byAdvice : `aftercare.${room}.${id}`
    return words.wording(label, key, { page })
  }
  return html`<section class="group" aria-labelledby="aftercare-heading">
    <h3 id="aftercare-heading">${words.say('aftercare.title')}</h3>
    <ul>
      ${facts.map(item => html`<li>${said('fact', item)}</li>`)}
    </ul>
    ${changePasswords === 'advised' ? html`<p class="strong">${words.say('tracker.aftercare.passwords')}</p>` : nothing}
    ${
      policy.duties.some(({ id }) => id === 'change-passwords')
        ? html`<p>${words.say('tracker.aftercare.duty')}</p>`
        : nothing
    }
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
