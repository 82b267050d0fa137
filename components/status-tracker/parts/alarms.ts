import { html, nothing, type TemplateResult } from 'lit'
import { authorizedUntil, isEnded } from '../../../src/index.js'
import { notice } from '../../shared/notice.js'
import { titleIn, type TrackerView } from '../tracker-view.js'

/** What is not as the customer allowed it: beside where the request stands, since nobody looks for it further down. */
export function alarmsPart(view: TrackerView): TemplateResult {
  const { words, standing } = view
  return html`${
    standing.access.openedAfterWithdrawal
      ? html`<div role="alert">
          ${notice('danger', words.say('tracker.access.alert.title'), words.say('tracker.access.alert.text'))}
        </div>`
      : nothing
  }
  ${standing.conflicts.map(({ method }) =>
    notice(
      'danger',
      words.say('tracker.authorization.conflict.title', { method: titleIn(view, 'method', method) }),
      words.say('tracker.authorization.conflict.text'),
    ),
  )}
  ${hasRunOut(view)}`
}

/** Once the work has ended, nobody needs it any longer. */
function hasRunOut({ words, standing, policy, now }: TrackerView): TemplateResult | typeof nothing {
  const until = authorizedUntil(standing, policy)
  if (isEnded(standing.phase) || until?.kind !== 'at' || until.at > now) return nothing
  return notice(
    'warning',
    words.say('tracker.authorization.ended.title', { time: words.moment(until.at) }),
    words.say('tracker.authorization.ended.text'),
  )
}
