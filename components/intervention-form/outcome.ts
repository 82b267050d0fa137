import { html, nothing, type TemplateResult } from 'lit'
import { ifDefined } from 'lit/directives/if-defined.js'
import type { FlowState } from '../../src/index.js'
import { byHand, isOutOfReach, reasonText } from '../shared/by-hand.js'
import { notice } from '../shared/notice.js'
import { progress } from '../shared/progress.js'
import type { FormView } from './form-view.js'

type Sent = Extract<FlowState, { at: 'sending' }>
type Unknown = Extract<FlowState, { at: 'unknown' }>

/** What can be done about a request that isn't through. */
export interface OutcomeActions {
  readonly send: () => void
  readonly look: () => void
  readonly edit: () => void
  /** The customer has looked through the tickets. */
  readonly settle: (isThere: boolean) => void
}

/** How it stands with the sending, in words that are never mixed: not sent, not known, under way. */
export function outcome(
  state: FlowState,
  view: FormView,
  actions: OutcomeActions,
): TemplateResult | typeof nothing {
  const { words, retryAt } = view
  switch (state.at) {
    case 'sealing':
      return notice('info', words.say('form.sealing'))
    case 'sending':
      return underway(state, view)
    case 'not-sent':
      return html`${notice(
        'danger',
        words.say('outcome.notSent.title'),
        html`<p>${reasonText(state.reason, words, retryAt)}</p>
          <p>${words.say('outcome.notSent.text')}</p>`,
        html`<div class="row">
          ${button(words.say('form.tryAgain'), actions.send)} ${button(words.say('form.edit'), actions.edit)}
        </div>`,
      )}
      ${isOutOfReach(state.reason) ? wayByHand(view, false) : nothing}`
    case 'unknown':
      return html`${unknown(state, view, actions)} ${state.checking ? nothing : wayByHand(view, true)}`
    default:
      return nothing
  }
}

/** Where the request can't be taken along, at least the way is told. */
function wayByHand(view: FormView, isThere: boolean): TemplateResult {
  const { taken, words, facts, later } = view
  return (taken && later.parts?.byHandWithText(view, taken, isThere)) ?? byHand(words, facts.policy, isThere)
}

/** It is on its way, or waits to be. */
function underway(state: Sent, { words, sending, retryAt }: FormView): TemplateResult {
  const { underway: way } = sending
  const ways = html`<div class="row">
    ${button(words.say('form.tryNow'), () => {
      sending.now()
    })}
    ${button(words.say('form.cancel'), () => {
      sending.stop()
    })}
  </div>`
  if (state.wait === null)
    return notice('warning', words.say('outcome.offline.title'), words.say('outcome.offline.text'), ways)
  if (state.wait !== undefined)
    return notice(
      'info',
      words.say('outcome.stillTrying'),
      html`<p>${words.say('outcome.waiting')}</p>
        ${retryAt ? html`<p>${words.say('outcome.retryAt', { time: retryAt })}</p>` : nothing}`,
      ways,
    )
  if (state.behind) return notice('info', words.say('outcome.behind.title'), words.say('outcome.behind.text'))
  if (way) return progress(words, way, words.say(state.slow ? 'outcome.stillTrying' : 'form.sending'))
  return state.slow
    ? notice('info', words.say('outcome.stillTrying'), words.say('outcome.slow'))
    : notice('info', words.say('form.sending'))
}

/** Nobody can tell: it is looked into, by the system or by the customer. */
function unknown(state: Unknown, view: FormView, actions: OutcomeActions): TemplateResult {
  const { words, sending } = view
  const { checking, attempt, code, isAbsent } = state
  const canLook = sending.canLook && code !== 'unsupported'
  const asksByHand = !canLook || (isAbsent === true && !checking)
  const why = whyUnknown(state, view)
  return notice(
    'warning',
    words.say('outcome.unknown.title'),
    html`<p>${words.say('outcome.unknown.text')}</p>
      ${why ? html`<p>${why}</p>` : nothing}
      ${asksByHand ? html`<p>${words.say('outcome.unknown.look')}</p>` : nothing}
      <p class="hint">${words.say('outcome.unknown.reference')} <code class="wrap">${attempt.key}</code></p>`,
    html`<div class="row">
      ${
        canLook
          ? button(
              words.say(checking ? 'outcome.unknown.checking' : 'outcome.unknown.check'),
              actions.look,
              checking,
            )
          : nothing
      }
      ${
        asksByHand
          ? html`${button(words.say('outcome.unknown.there'), () => {
              actions.settle(true)
            })}
            ${button(words.say('outcome.unknown.notThere'), () => {
              actions.settle(false)
            })}`
          : nothing
      }
    </div>`,
  )
}

/** Why the last look told nothing, and until when the system is let alone. */
function whyUnknown({ checking, code }: Unknown, { words, retryAt }: FormView): string | undefined {
  if (retryAt) return words.say(checking ? 'tracker.wait.goesOn' : 'tracker.wait.until', { time: retryAt })
  return code && code !== 'unsupported' ? words.say(`fault.${code}`) : undefined
}

function button(label: string, onClick: () => void, busy = false): TemplateResult {
  return html`<button type="button" aria-disabled=${ifDefined(busy ? 'true' : undefined)} @click=${onClick}>
    ${label}
  </button>`
}
