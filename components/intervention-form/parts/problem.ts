import { html, nothing, type TemplateResult } from 'lit'
import { checkScope } from '../../../src/index.js'
import { checkbox } from '../../shared/choice.js'
import { groupQuestion, textQuestion } from '../../shared/field.js'
import { notice } from '../../shared/notice.js'
import { hintFor, question, toggled, type FormView } from '../form-view.js'

/** What is wrong, what should be done, and what is in the standard service. */
export function problemPart(view: FormView): TemplateResult {
  const { words, draft, facts } = view
  const { kind } = checkScope(draft.tasks, draft.extras, facts.policy)
  return html`${textQuestion({
      ...question(view, 'problem'),
      value: draft.problem,
      rows: 5,
      onInput: problem => {
        view.type({ problem })
      },
    })}
    ${textQuestion({
      ...question(view, 'action'),
      value: draft.action,
      rows: 3,
      onInput: action => {
        view.type({ action })
      },
    })}
    ${textQuestion({
      ...question(view, 'errors', { optional: true }),
      value: draft.errors,
      rows: 3,
      onInput: errors => {
        view.type({ errors })
      },
    })}
    ${tasks(view)} ${facts.policy.extras.length > 0 ? extras(view) : nothing}
    <div aria-live="off">
      ${notice(
        kind === 'included' ? 'success' : 'info',
        words.say(`scope.${kind}.title`),
        words.say(`scope.${kind}.text`),
      )}
    </div>`
}

function tasks(view: FormView): TemplateResult {
  const { words, draft, facts } = view
  return groupQuestion(
    question(view, 'tasks', { optional: true }),
    facts.policy.tasks.map(({ id, label }, index) =>
      checkbox({
        id: index === 0 ? 'tasks' : `tasks-${id}`,
        name: 'tasks',
        title: words.wording(label, `task.${id}.title`),
        hint: hintFor(words, `task.${id}.hint`),
        checked: draft.tasks.includes(id),
        onChange: ticked => {
          view.choose({ tasks: toggled(draft.tasks, id, ticked) })
        },
      }),
    ),
  )
}

function extras(view: FormView): TemplateResult {
  const { words, draft, facts } = view
  return groupQuestion(
    question(view, 'extras', { optional: true }),
    facts.policy.extras.map(({ id, label }, index) =>
      checkbox({
        id: index === 0 ? 'extras' : `extras-${id}`,
        name: 'extras',
        title: words.wording(label, `extra.${id}.title`),
        hint: [hintFor(words, `extra.${id}.hint`), draft.extras.includes(id) ? words.say('extra.note') : '']
          .filter(Boolean)
          .join(' '),
        checked: draft.extras.includes(id),
        onChange: ticked => {
          view.choose({ extras: toggled(draft.extras, id, ticked) })
        },
      }),
    ),
  )
}
