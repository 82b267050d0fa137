import { html, nothing } from 'lit'
import type { TemplateResult } from 'lit'
import { keyed } from 'lit/directives/keyed.js'
import { repeat } from 'lit/directives/repeat.js'
import type { DeskStanding } from '../server/desk-ticket.js'
import { actForms } from './act-forms.js'
import type { ActForm } from './act-forms.js'
import type { Act, Acting } from './acting.js'
import type { Checked } from './authorization-view.js'
import { moment } from './times.js'
import { visible } from './visible.js'
import { nameOf } from './words.js'

/** What the panel can have done. */
export interface Panel {
  readonly number: number
  readonly standing: DeskStanding
  readonly checked: Checked | undefined
  readonly acting: Acting
  /** A form was begun: the request that is on the desk then is what its sender has seen. */
  readonly begin: (form: string) => void
  readonly send: (form: string, act: Act, from: HTMLElement) => void
}

/** The step that comes next on the straight path. */
interface NextStep {
  readonly label: string
  readonly stage: string
}

const NEXT = 'next'

/** What is told where no single press is next. */
const HINTS = {
  unmet: 'Next: choose the access method, with the reason.',
  begun: 'The work has begun. It ends with the summary.',
  ended: 'This request has ended.',
} as const

/** What an engineer can do with a request now: the next step first, all else folded below it. */
export function actView(panel: Panel): TemplateResult {
  const { number, standing } = panel
  return html`
    ${tellStanding(standing)} ${nextView(panel)}
    ${keyed(
      number,
      html`<div class="acts">
        ${repeat(
          actForms(standing),
          // What was typed into one form must not slip into another when a form comes or goes.
          ({ id }) => id,
          form => formView(form, panel),
        )}
      </div>`,
    )}
  `
}

function tellStanding({ method, conflicts, effort, nextUpdate, asked, phase }: DeskStanding): TemplateResult {
  const isBeyond = conflicts.some(one => one.method === method?.method)
  const lines = [
    ...(method
      ? [
          html`<dt>Method</dt>
            <dd>
              ${nameOf('method', method.method)}${method.reason === undefined ? '' : html`: ${visible(method.reason)}`}
            </dd>`,
        ]
      : []),
    ...(effort
      ? [
          html`<dt>Work</dt>
            <dd>${effort.effort}</dd>`,
        ]
      : []),
    ...(nextUpdate.kind === 'promised'
      ? [
          html`<dt>Next update by</dt>
            <dd>${moment(nextUpdate.by)}</dd>`,
        ]
      : []),
    ...(asked !== null
      ? [
          html`<dt>Asked</dt>
            <dd>${visible(asked)}</dd>`,
        ]
      : []),
  ]
  return html`
    ${lines.length === 0 ? nothing : html`<dl>${lines}</dl>`}
    ${
      isBeyond
        ? html`<p class="verdict warn">
            <strong>Beyond the authorization:</strong> the customer didn’t allow this method. Ask before you
            use it.
          </p>`
        : nothing
    }
    ${phase === 'waiting' ? html`<p class="verdict warn"><strong>Waiting for the customer.</strong></p>` : nothing}
  `
}

function nextView({ standing, checked, acting, send }: Panel): TemplateResult {
  const step = nextStepOf(standing)
  if (typeof step === 'string') return html`<p class="hint">${HINTS[step]}</p>`
  // The digest fits the record, or nobody begins.
  if (step.stage === 'assessment' && checked?.is !== 'intact')
    return html`<p class="verdict loud">
      <strong>Don’t begin:</strong> the authorization isn’t intact. Ask for it again, or decline.
    </p>`
  return html`
    <p class="buttons">
      <button
        class="main"
        type="button"
        data-next
        aria-disabled=${acting.at === 'sending' ? 'true' : 'false'}
        @click=${(event: Event) => {
          if (event.currentTarget instanceof HTMLElement)
            send(NEXT, { say: [{ kind: 'stage', stage: step.stage }] }, event.currentTarget)
        }}
      >
        ${step.label}
      </button>
    </p>
    ${failure(NEXT, acting)}
  `
}

function nextStepOf(standing: DeskStanding): NextStep | keyof typeof HINTS {
  const { phase, stage, method, waitedIn } = standing
  switch (phase) {
    case 'received':
      return stage === 'verification'
        ? { label: 'Ownership and authorization verified', stage: 'assessment' }
        : { label: 'Take it', stage: 'verification' }
    case 'working':
      if (stage === 'in-progress') return 'begun'
      return method ? { label: 'Begin work', stage: 'in-progress' } : 'unmet'
    case 'waiting': {
      if (waitedIn?.phase !== 'working') return { label: 'Go on without the answer', stage: 'verification' }
      const back = method ? 'in-progress' : 'assessment'
      return { label: 'Go on without the answer', stage: back }
    }
    case 'done':
    case 'declined':
      return 'ended'
  }
}

function formView({ id, label, button, fields, act }: ActForm, panel: Panel): TemplateResult {
  const { acting, begin, send } = panel
  return html`
    <details name="act" id="act-${id}">
      <summary>${label}</summary>
      <form
        @input=${() => begin(id)}
        @submit=${(event: SubmitEvent) => {
          event.preventDefault()
          const form = event.currentTarget
          if (!(form instanceof HTMLFormElement)) return
          const data = new FormData(form)
          const typed = (name: string) => {
            const value = data.get(name)
            return typeof value === 'string' ? value : ''
          }
          send(id, act(typed), form)
        }}
      >
        ${fields} ${failure(id, acting)}
        <p class="buttons">
          <button class="main" type="submit" aria-disabled=${acting.at === 'sending' ? 'true' : 'false'}>
            ${button}
          </button>
        </p>
      </form>
    </details>
  `
}

function failure(form: string, acting: Acting): TemplateResult | typeof nothing {
  return acting.at === 'failed' && acting.form === form
    ? html`<p class="verdict loud" role="alert"><strong>Not written.</strong> ${acting.why}</p>`
    : nothing
}
