import { html, nothing, type TemplateResult } from 'lit'
import { checkScope } from '../../../src/index.js'
import { notice } from '../../shared/notice.js'
import { titlesOf, type FormView } from '../form-view.js'
import { offered } from '../offered.js'

/** What was chosen, seen from the standard service, once there is anything to say: it informs, and never stops. */
export function scopeVerdict(view: FormView): TemplateResult | typeof nothing {
  const { words, draft, facts } = view
  const offers = offered(view.judgement.spoken, words, draft, facts)
  const more = offers.some(
    ({ id, isTaken }) => !isTaken && facts.policy.extras.some(extra => extra.id === id),
  )
  const { kind, tasks, extras } = checkScope(draft.tasks, draft.extras, facts.policy)
  if (kind === 'unclear' && draft.problem.trim() === '') return nothing
  const split = [
    { key: 'scope.split.included', titles: titlesOf(words, 'task', facts.policy.tasks, tasks) },
    { key: 'scope.split.extra', titles: titlesOf(words, 'extra', facts.policy.extras, extras) },
  ] as const
  return notice(
    kind === 'included' && !more ? 'success' : 'info',
    words.say(`scope.${kind}.title`),
    kind === 'mixed'
      ? html`<dl>
            ${split.map(
              ({ key, titles }) =>
                html`<div>
                  <dt>${words.say(key)}</dt>
                  <dd>${words.list(titles)}</dd>
                </div>`,
            )}
          </dl>
          <p>${words.say('scope.mixed.text')}</p>`
      : html`<p>${words.say(`scope.${kind}.text`)}</p>
          ${kind === 'included' && more ? html`<p>${words.say('scope.more')}</p>` : nothing}`,
  )
}
