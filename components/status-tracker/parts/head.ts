import { html, nothing, type TemplateResult } from 'lit'
import { ifDefined } from 'lit/directives/if-defined.js'
import { offeredQuotes, pathShown, type Phase, type Standing } from '../../../src/index.js'
import { icon, type IconName } from '../../shared/icons.js'
import { notice } from '../../shared/notice.js'
import { phaseSigns } from '../../shared/phase-signs.js'
import { stageName } from '../../shared/stage-words.js'
import { stageTitle, titleIn, type TrackerView } from '../tracker-view.js'
import { alarmsPart } from './alarms.js'
import { clockLine } from './clock.js'

/** The mark of the step where it ended. */
const endSigns: Partial<Record<Phase, IconName>> = { done: 'done', declined: 'closed' }

/** At one look: where it stands, since when, who acts next, and by when there is more. */
export function headPart(view: TrackerView): TemplateResult {
  const { words, intervention, standing, now } = view
  const { since, reason, phase } = standing
  return html`<header class="head ${phase}">
    <h2 id="tracker-heading" tabindex="-1">
      <small class="which">
        <bdi>${words.say('tracker.ticket', { number: intervention.number })}</bdi>
        <bdi>${intervention.server.value}</bdi>
      </small>
      <span class="state">${icon(phaseSigns[phase])}<span>${stageTitle(view)}</span></span>
    </h2>
    ${since === null ? nothing : html`<p class="hint">${words.say('tracker.since', { time: words.clock(since, now) })}</p>`}
    ${reason === null ? nothing : html`<p class="typed" dir="auto">${reason}</p>`}
    <p class="strong">${words.say(`tracker.next.${nextIn(standing)}`)}</p>
    ${alarmsPart(view)} ${nextUpdate(view)} ${clockLine(view)} ${pathPart(view)} ${method(view)}
  </header>`
}

/** Who acts next. Only where the work waits does it go on after the answer: else it goes on now, and the clock with it. */
function nextIn(standing: Standing): 'support' | 'customer' | 'decision' | 'answer' | 'done' | 'closed' {
  const { acts, phase, question } = standing
  if (acts === 'nobody') return phase === 'done' ? 'done' : 'closed'
  if (acts === 'support' || phase === 'waiting') return acts
  const isPriceAlone = question === null && offeredQuotes(standing).length > 0
  return phase === 'working' && isPriceAlone ? 'decision' : 'answer'
}

/** How fresh it is: always in sight, and loud where the server can't be reached. */
export function freshness({ words, heardAt, clockAhead, now, fault, refresh }: TrackerView): TemplateResult {
  const time = words.clock(heardAt + clockAhead, now)
  if (fault === undefined) return html`<p class="hint heard">${words.say('tracker.heard', { time })}</p>`
  return notice(
    'warning',
    words.say('tracker.stale.title', { time }),
    words.say(fault === 'unauthenticated' ? 'tracker.stale.signIn' : 'tracker.stale.text'),
    html`<button type="button" @click=${refresh}>${words.say('tracker.refresh')}</button>`,
  )
}

function nextUpdate({ words, standing: { nextUpdate }, now }: TrackerView): TemplateResult | typeof nothing {
  if (nextUpdate.kind !== 'promised') return nothing
  const time = words.clock(nextUpdate.by, now)
  return html`<p>
    ${words.say(nextUpdate.by < now ? 'tracker.update.late' : 'tracker.update.by', { time })}
  </p>`
}

/** The way in plain steps; what the system can't tell apart isn't drawn. */
function pathPart(view: TrackerView): TemplateResult | typeof nothing {
  const { words, standing, policy, phases, now } = view
  const steps = pathShown(standing, phases, policy)
  if (steps.length < 2) return nothing
  return html`<ol class="path" aria-label=${words.say('tracker.path.label')}>
    ${steps.map(({ stage, state, at }) => {
      const title = stage === standing.stage ? stageTitle(view) : (stageName(words, stage) ?? stage)
      const mark = state === 'passed' ? 'done' : state === 'here' ? endSigns[standing.phase] : undefined
      return html`<li class=${state} aria-current=${ifDefined(state === 'here' ? 'step' : undefined)}>
        <span class="mark" aria-hidden="true">${mark ? icon(mark) : nothing}</span>
        <span>
          ${title} <span class="unseen">(${words.say(`tracker.path.${state}`)})</span>
          ${at === null ? nothing : html`<span class="hint">${words.clock(at, now)}</span>`}
        </span>
      </li>`
    })}
  </ol>`
}

function method(view: TrackerView): TemplateResult | typeof nothing {
  const { words, standing } = view
  if (!standing.method) return nothing
  const { method, reason } = standing.method
  return html`<p>
    ${words.say('tracker.method', { method: titleIn(view, 'method', method) })}
    ${reason === undefined ? nothing : html`<bdi class="typed">${reason}</bdi>`}
  </p>`
}
