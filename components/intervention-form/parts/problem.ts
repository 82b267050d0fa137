import { html, nothing, type TemplateResult } from 'lit'
import { checkbox } from '../../shared/choice.js'
import { groupQuestion, textQuestion } from '../../shared/field.js'
import { fold } from '../../shared/fold.js'
import { hintFor, question, titlesOf, toggled, type FormView } from '../form-view.js'
import { leakGuard } from './leak-guard.js'
import { scopeVerdict } from './scope.js'
import { suggestions } from './suggestions.js'

/** What is wrong, what should be done, and what is in the standard service. */
export function problemPart(view: FormView): TemplateResult {
  const { draft, facts } = view
  return html`${textQuestion({
    ...question(view, 'problem'),
    value: draft.problem,
    rows: 4,
    onInput: problem => {
      view.type({ problem })
    },
  })}
  ${leakGuard(view, 'problem')} ${suggestions(view)}
  ${textQuestion({
    ...question(view, 'action'),
    value: draft.action,
    rows: 2,
    onInput: action => {
      view.type({ action })
    },
  })}
  ${leakGuard(view, 'action')}
  ${textQuestion({
    ...question(view, 'errors', { optional: true }),
    value: draft.errors,
    rows: 2,
    onInput: errors => {
      view.type({ errors })
    },
  })}
  ${leakGuard(view, 'errors')} ${facts.policy.tasks.length > 0 ? tasks(view) : nothing}
  ${facts.policy.extras.length > 0 ? extrasFold(view) : nothing} ${scopeVerdict(view)}`
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
          view.choose(now => ({ tasks: toggled(now.tasks, id, ticked) }))
        },
      }),
    ),
  )
}

/** Few requests need them: folded, and what was chosen stays in sight. */
function extrasFold(view: FormView): TemplateResult {
  const { words, draft, facts } = view
  const chosen = titlesOf(words, 'extra', facts.policy.extras, draft.extras)
  return fold({
    title: words.say('field.extras.fold'),
    line: chosen.length > 0 ? words.list(chosen) : words.say('field.extras.foldHint'),
    content: extras(view),
  })
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
          view.choose(now => ({ extras: toggled(now.extras, id, ticked) }))
        },
      }),
    ),
  )
}
