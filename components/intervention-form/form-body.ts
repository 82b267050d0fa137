import { html, noChange, nothing, svg, type TemplateResult } from 'lit'
import { guard } from 'lit/directives/guard.js'
import { ifDefined } from 'lit/directives/if-defined.js'
import { keyed } from 'lit/directives/keyed.js'
import { steps, type FieldKey, type FlowState, type StepId } from '../../src/index.js'
import { byHand } from '../shared/by-hand.js'
import { errorSummary } from '../shared/error-summary.js'
import { fileArrivals, type FileArrivals } from '../shared/file-arrivals.js'
import { idleNotice } from '../shared/idle-notice.js'
import { draftNotice } from './draft-notice.js'
import { issueText, type FormView } from './form-view.js'
import { outcome } from './outcome.js'
import { serverPart } from './parts/server.js'
import { onItsWay } from './waiting.js'

/** What the form as a whole can do. */
export interface FormActions {
  readonly continue: () => void
  readonly send: () => void
  readonly look: () => void
  readonly settle: (isThere: boolean) => void
  readonly focus: (key: FieldKey) => void
}

/** The step that is shown in a state: everything after the draft happens on the check page. */
export function shownStep(state: FlowState): StepId {
  return state.at === 'draft' ? state.step : 'check'
}

/** One step of the form, with its heading, what is to be corrected, and the way on and back. */
export function formBody(view: FormView, state: FlowState, actions: FormActions): TemplateResult {
  const { words, facts, issues } = view
  const step = shownStep(state)
  const inAccess = step === 'access'
  const { dragover, dragleave, drop, paste } = arrivals(view, step)
  return html`<form
    novalidate
    aria-busy=${view.isWaiting ? 'true' : 'false'}
    @dragover=${dragover}
    @dragleave=${dragleave}
    @drop=${drop}
    @paste=${paste}
    @submit=${(event: Event) => {
      event.preventDefault()
      if (step === 'check') actions.send()
      else actions.continue()
    }}
  >
    ${heading(view, step)}
    ${errorSummary(
      words.say('errorSummary.title'),
      issues.map(issue => ({ key: issue.field, text: issueText(issue, words, facts) })),
      actions.focus,
    )}
    <div id="outcome" class="stack" tabindex="-1" ?hidden=${state.at === 'draft'}>
      ${outcome(state, view, {
        ...actions,
        edit: () => {
          view.goTo('server')
        },
      })}
    </div>
    ${state.at === 'draft' ? draftNotice(view) : nothing} ${idleNotice(view.secrets)}
    ${state.at === 'draft' && step === 'check' && !view.drafts.isSentThere ? html`<p>${words.say('check.intro')}</p>` : nothing}
    ${inAccess ? nothing : html`<div class="step">${part(step, view, state)}</div>`}
    ${
      // The secret's fields outlive their step: what stands in them is sealed at Send, and is nowhere else till then.
      // What is moved out of an open text finds them before the step is reached.
      keyed(
        view.beginning,
        html`<div class="step" ?hidden=${!inAccess} ?inert=${!inAccess}>
          ${inAccess ? later(view, state, 'access') : fieldsOutOfSight(view)}
        </div>`,
      )
    }
    ${state.at === 'draft' || state.at === 'sealing' || state.at === 'sending' ? way(view, state) : nothing}
  </form>`
}

/** Only where they are asked for are files taken; elsewhere they are kept from replacing the page. */
function arrivals({ attachments }: FormView, step: StepId): FileArrivals {
  const isAsked = step === 'problem' && attachments.limits !== null
  return fileArrivals(
    isAsked
      ? files => {
          attachments.take(files)
        }
      : undefined,
  )
}

/** Nobody sees them: they are there, the right ones, and drawn no more often than that needs. */
function fieldsOutOfSight(view: FormView): unknown {
  const { access, credentialKind } = view.draft
  const { parts } = view.later
  return access === 'account' && parts
    ? guard([view.words, credentialKind], () => parts.accessPart(view))
    : noChange
}

function heading({ words }: FormView, step: StepId): TemplateResult {
  const index = steps.indexOf(step) + 1
  const count = steps.length
  return html`<div class="stack tight">
    <h2 id="step-heading" tabindex="-1">
      <small>${words.say('form.progress', { index: index.toString(), count: count.toString() })}</small>
      ${words.say(`step.${step}`)}
    </h2>
    <div class="progress" aria-hidden="true">
      <svg viewBox="0 0 ${count} 1" preserveAspectRatio="none">
        ${steps.map(
          (_, at) =>
            svg`<rect x=${at + 0.01} width="0.98" height="1" class=${at < index ? 'done' : 'ahead'} />`,
        )}
      </svg>
    </div>
  </div>`
}

function part(step: Exclude<StepId, 'access'>, view: FormView, state: FlowState): TemplateResult {
  switch (step) {
    case 'server':
      return serverPart(view)
    case 'problem':
    case 'authorization':
    case 'check':
      return later(view, state, step)
  }
}

/** A step that is loaded while the first one is filled in; until then, that it is on its way. */
function later(view: FormView, state: FlowState, step: Exclude<StepId, 'server'>): TemplateResult {
  const { parts } = view.later
  // Once it was sent, what became of that tells whether there is a way by hand.
  const way = state.at === 'draft' ? byHand(view.words, view.facts.policy) : nothing
  return parts ? parts[`${step}Part`](view) : onItsWay(view, way)
}

function way(view: FormView, state: FlowState): TemplateResult {
  const { words, fixed, facts } = view
  const step = shownStep(state)
  const before = steps[steps.indexOf(step) - 1]
  const label =
    state.at === 'sealing' ? 'form.sealing' : state.at === 'sending' ? 'form.sending' : 'form.send'
  const onward = html`<button
    type="submit"
    class="primary"
    aria-disabled=${ifDefined(fixed ? 'true' : undefined)}
  >
    ${words.say(step === 'check' ? label : 'form.continue')}
  </button>`
  return html`<div class="actions">
    ${
      before && !fixed
        ? html`<button
            type="button"
            class="plain"
            @click=${() => {
              view.goTo(before)
            }}
          >
            ${words.say('form.back')}
          </button>`
        : html`<span></span>`
    }
    ${
      // Only the owner can go on from here: there is nothing to press for anybody else.
      step === 'authorization' && facts.context.account.owner === false ? nothing : onward
    }
  </div>`
}
