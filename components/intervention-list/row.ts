import { html, nothing, type TemplateResult } from 'lit'
import type { Words } from '../../locales/index.js'
import { customerTurn, type AccessState, type Intervention } from '../../src/index.js'
import { icon } from '../shared/icons.js'
import { phaseSigns } from '../shared/phase-signs.js'
import { stageWords } from '../shared/stage-words.js'

/** How one request is drawn, and what a press on it does. */
export interface RowView {
  readonly words: Words
  /** The server's clock, epoch milliseconds. */
  readonly now: number
  readonly pick: (id: string) => void
}

/** One request as one press: which it is, how it stands, since when, and what it needs. */
export function row({ words, now, pick }: RowView, intervention: Intervention): TemplateResult {
  const { id, number, phase, stage, server, changedAt, promise, access } = intervention
  const turn = customerTurn(intervention)
  const answerBy = phase === 'received' ? promise?.firstResponseBy : undefined
  return html`<li>
    <button
      type="button"
      class="request ${turn ? 'turn' : ''}"
      data-id=${id}
      @click=${() => {
        pick(id)
      }}
    >
      <span class="which">
        <span class="strong"><bdi>${words.say('sent.number', { number })}</bdi></span>
        <bdi>${server.value}</bdi>
      </span>
      <span class="how">
        ${
          turn
            ? html`<span class="mark">${icon('warning')}<span>${words.say(`list.turn.${turn}`)}</span></span>`
            : nothing
        }
        <span class="state ${phase}"
          >${icon(phaseSigns[phase])}<span>${stageWords(words, phase, stage)}</span></span
        >
        <span class="hint">
          <time datetime=${new Date(changedAt).toISOString()}
            >${words.say('list.changed', { time: words.clock(changedAt, now) })}</time
          >
        </span>
        ${
          answerBy !== undefined && answerBy > now
            ? html`<span class="hint"
                >${words.say('sent.firstResponse', { time: words.clock(answerBy, now) })}</span
              >`
            : nothing
        }
        ${access ? accessLine(words, access, now) : nothing}
      </span>
    </button>
  </li>`
}

/** What has become of the login details: the customer reads who has opened them. */
function accessLine(words: Words, { event, at, role }: AccessState, now: number): TemplateResult {
  return html`<span class="hint">
    ${words.say(`list.access.${event}`, { time: words.clock(at, now) })}${
      role === undefined ? nothing : html` · <bdi>${role}</bdi>`
    }
  </span>`
}
