import { html, nothing, type TemplateResult } from 'lit'
import type { Words } from '../../../locales/index.js'
import type { Filed, FlowState, ServicePolicy } from '../../../src/index.js'
import { icon } from '../../shared/icons.js'
import { notice } from '../../shared/notice.js'

/** The ticket's number, and what happens now: nothing is left to guess. */
export function sentPart(
  words: Words,
  { filed, differs }: Extract<FlowState, { at: 'accepted' }>,
  policy: ServicePolicy,
  firstResponseBy: number,
  again: () => void,
): TemplateResult {
  const { number } = filed.intervention
  const page = words.wording(policy.provider.accountPage, 'sent.afterTitle')
  return html`<div class="sent">
    <h2 class="number" id="step-heading" tabindex="-1">
      ${icon('done')}
      <span><small>${words.say('step.sent')}</small>${words.say('sent.number', { number })}</span>
    </h2>
    <p class="strong">
      ${words.say('sent.firstResponse', { time: words.clock(firstResponseBy, filed.intervention.now) })}
    </p>
    ${filed.unstored.length > 0 ? unstored(words, filed) : nothing}
    ${differs ? notice('warning', words.say('sent.differsTitle'), words.say('sent.differs')) : nothing}
    <h3>${words.say('sent.nextTitle')}</h3>
    <p>${words.say('sent.next')}</p>
    <h3>${words.say('sent.doTitle')}</h3>
    <ul>
      <li>${words.say('sent.doReachable')}</li>
      <li>${words.say('sent.doBackups')}</li>
    </ul>
    <h3>${words.say('sent.dontTitle')}</h3>
    <p>${words.say('sent.dont')}</p>
    <h3>${words.say('sent.afterTitle')}</h3>
    <ul>
      ${policy.aftercare.facts.map(({ id, label }) => html`<li>${words.wording(label, `aftercare.fact.${id}`, { page })}</li>`)}
      ${policy.aftercare.toDo.map(({ id, label }) => html`<li>${words.wording(label, `aftercare.toDo.${id}`)}</li>`)}
      <li>${words.say('sent.passwords')}</li>
    </ul>
    <div class="row">
      <button type="button" @click=${again}>${words.say('sent.new')}</button>
    </div>
  </div>`
}

function unstored(words: Words, filed: Filed): TemplateResult {
  const fields = filed.unstored.map(key => words.wording(undefined, `field.${key}.label`))
  return notice(
    'warning',
    words.say('sent.unstoredTitle'),
    words.say('sent.unstored', { fields: words.list(fields) }),
  )
}
