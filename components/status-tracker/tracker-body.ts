import { html, nothing, type TemplateResult } from 'lit'
import { fileArrivals, type FileArrivals } from '../shared/file-arrivals.js'
import type { Notifier } from './notifier.js'
import { accessPart } from './parts/access.js'
import { afterwardsPart } from './parts/afterwards.js'
import { askedPart } from './parts/asked.js'
import { authorizationPart } from './parts/authorization.js'
import { cancelPart } from './parts/cancel.js'
import { freshness, headPart } from './parts/head.js'
import { talkPart } from './parts/talk.js'
import type { TrackerView } from './tracker-view.js'

/** One request: what it needs of the customer first, then where it stands, then all the rest. */
export function trackerBody(view: TrackerView, notifier: Notifier): TemplateResult {
  const { dragover, dragleave, drop, paste } = arrivals(view)
  return html`<div
    class="stack tracker"
    @dragover=${dragover}
    @dragleave=${dragleave}
    @drop=${drop}
    @paste=${paste}
  >
    ${view.fault === undefined ? nothing : freshness(view)} ${askedPart(view)} ${headPart(view)}
    ${view.fault === undefined ? freshness(view) : nothing} ${afterwardsPart(view)} ${talkPart(view)}
    ${accessPart(view)} ${authorizationPart(view)} ${cancelPart(view)} ${telling(view, notifier)}
  </div>`
}

/** Only where an answer can be written are files taken; elsewhere they are kept from replacing the page. */
function arrivals({ may, reply: { attachments } }: TrackerView): FileArrivals {
  const isAsked = may('reply') && attachments.limits !== null
  return fileArrivals(
    isAsked
      ? files => {
          attachments.take(files)
        }
      : undefined,
  )
}

/** A notification outside the page, for who wants one. */
function telling({ words, standing }: TrackerView, notifier: Notifier): TemplateResult | typeof nothing {
  if (!notifier.isPossible || standing.acts === 'nobody') return nothing
  if (notifier.state === 'refused') return html`<p class="hint">${words.say('tracker.notify.refused')}</p>`
  const isOn = notifier.state === 'on'
  return html`<button
    type="button"
    class="tell"
    aria-pressed=${isOn ? 'true' : 'false'}
    @click=${() => {
      if (isOn) notifier.turnOff()
      else void notifier.turnOn()
    }}
  >
    ${words.say('tracker.notify.label')}
  </button>`
}
