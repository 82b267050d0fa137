import { html } from 'lit'
import type { TemplateResult } from 'lit'
import { untilWhen } from './authorization-view.js'
import type { Checked } from './authorization-view.js'
import type { DeskRequest } from './desk-data.js'
import { copy } from './status.js'
import type { FiledFacts } from './stored.js'
import { machineTime, moment } from './times.js'
import { visible } from './visible.js'
import { inWords, kindInWords, serverTypeInWords } from './words.js'

const VERDICTS = {
  intact: 'Record intact',
  changed: 'Record changed: don’t start',
  foreign: 'Of another request: don’t start',
} as const satisfies Readonly<Record<Checked['is'], string>>

/** What an engineer has to know before anything else: which server, what is asked for, may I, and until when. */
export function headView(
  request: DeskRequest,
  facts: FiledFacts,
  checked: Checked | undefined,
): TemplateResult {
  const { server, openedAt, firstResponseBy } = request
  const { reopened } = request.standing
  const { serviceId, serverType, operatingSystem, language } = facts
  const service = serviceId === undefined || serviceId === server.value ? undefined : `service ${serviceId}`
  const system = [serverTypeInWords(serverType), operatingSystem ?? 'system not given']
  return html`
    <div class="title">
      <h2>Request ${String(request.number)}</h2>
      <span>${request.phase} (${request.stage})</span>
    </div>
    <dl class="head">
      ${reopened === null ? '' : item('Reopened because', html`<strong class="typed">${visible(reopened)}</strong>`)}
      ${item(
        'Server',
        html`
          <strong class="address">${visible(server.value)}</strong>
          <button type="button" aria-keyshortcuts="c" @click=${() => void copyServer(request)}>
            Copy <span class="said">server</span> <kbd aria-hidden="true">c</kbd>
          </button>
          <span class="line">
            ${kindInWords(server.kind)}${service === undefined ? '' : html` · ${visible(service)}`}
          </span>
          ${request.isAmongServices ? '' : html`<span class="tell bad">Not among this account’s services</span>`}
        `,
      )}
      ${item('System', visible(system.join(', ')))} ${item('Tasks', visible(inWords('task', facts.tasks)))}
      ${item('Additional services', visible(inWords('extra', facts.extras)))}
      ${item('Received', time(openedAt))}
      ${item(
        'First response due',
        firstResponseBy === undefined ? 'none' : html`<strong>${time(firstResponseBy)}</strong>`,
      )}
      ${item('Authorization', may(checked))} ${item('Login details', wayIn(request))}
      ${item('Customer', html`${visible(request.person)}, writes in “${visible(language ?? 'not given')}”`)}
    </dl>
  `
}

/** Copies what the server was called by. */
export async function copyServer({ server }: DeskRequest): Promise<void> {
  await copy('server', server.value)
}

function may(checked: Checked | undefined): TemplateResult {
  if (checked === undefined) return html`<span class="tell bad">None came: don’t start</span>`
  const { is } = checked
  return html`
    <span class="tell ${is === 'intact' ? 'good' : 'bad'}">${VERDICTS[is]}</span>
    ${is === 'intact' ? html`<span class="line">until ${untilWhen(checked)}</span>` : ''}
  `
}

function wayIn({ access, sealed, standing: { isWithdrawn } }: DeskRequest): string {
  if (access === undefined) return sealed === undefined ? 'none handed over' : 'sealed'
  const event = isWithdrawn ? 'withdrawn by the customer, and destroyed' : access.event
  return [`${event} ${moment(access.at)}`, ...(access.role === undefined ? [] : [access.role])].join(', ')
}

function item(label: string, value: unknown): TemplateResult {
  return html`<div>
    <dt>${label}</dt>
    <dd>${value}</dd>
  </div>`
}

function time(at: number): TemplateResult {
  return html`<time datetime=${machineTime(at)}>${moment(at)}</time>`
}
