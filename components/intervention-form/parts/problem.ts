import { html, nothing, type TemplateResult } from 'lit'
import { guard } from 'lit/directives/guard.js'
import { attachmentsFold } from '../../shared/attachments.js'
import { checkbox } from '../../shared/choice.js'
import { groupQuestion, textQuestion } from '../../shared/field.js'
import { fold } from '../../shared/fold.js'
import { errorAt, hintFor, question, titlesOf, toggled, type FormView } from '../form-view.js'
import { leakGuard } from './leak-guard.js'
import { pricePart } from './price.js'
import { scopeVerdict } from './scope.js'
import { suggestions } from './suggestions.js'

/**
 * What is wrong, what should be done, and what is in the standard service.
 *
 * An answer to one of these draws the others anew only where they depend on it: a price is worked out while texts stand here.
 */
export function problemPart(view: FormView): TemplateResult {
  const { words, draft, facts } = view
  const { tasks, extras } = facts.policy
  return html`${ownWords(view, 'problem', { rows: 4 })} ${leakGuard(view, 'problem')} ${suggestions(view)}
  ${ownWords(view, 'action', { rows: 2 })} ${leakGuard(view, 'action')}
  ${ownWords(view, 'errors', { rows: 2, optional: true })} ${leakGuard(view, 'errors')} ${files(view)}
  ${
    tasks.length > 0
      ? guard([words, draft.tasks, errorAt(view, 'tasks'), tasks], () => tasksGroup(view))
      : nothing
  }
  ${extras.length > 0 ? extrasFold(view) : nothing} ${scopeVerdict(view)} ${pricePart(view)}`
}

function ownWords(
  view: FormView,
  key: 'problem' | 'action' | 'errors',
  { rows, optional = false }: { readonly rows: number; readonly optional?: boolean },
): unknown {
  const { words, draft, type } = view
  return guard([words, draft[key], errorAt(view, key)], () =>
    textQuestion({
      ...question(view, key, { optional }),
      value: draft[key],
      rows,
      onInput: text => {
        type({ [key]: text })
      },
    }),
  )
}

function files(view: FormView): TemplateResult | typeof nothing {
  const { words, attachments, secrets, draft } = view
  return attachmentsFold(words.say('field.attachments.fold'), {
    ...question(view, 'attachments', { optional: true }),
    ...{ words, attachments },
    known: {
      isIn: text => secrets.spanIn(text, draft.credentialKind) !== undefined,
      sentence: words.say('attachments.suspect.known'),
    },
  })
}

function tasksGroup(view: FormView): TemplateResult {
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
