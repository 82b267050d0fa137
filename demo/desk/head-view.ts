import { html } from 'lit'
import type { TemplateResult } from 'lit'
import type { DeskRequest } from './desk-data.js'
import type { FiledFacts } from './stored.js'
import { visible } from './visible.js'
import { inWords, kindInWords, moment, serverTypeInWords } from './words.js'

/** What an engineer has to know before anything else: which server, what is asked for, and until when. */
export function headView(request: DeskRequest, facts: FiledFacts): TemplateResult {
  const { server, openedAt, firstResponseBy } = request
  const { serviceId, serverType, operatingSystem, language } = facts
  const service = serviceId === undefined || serviceId === server.value ? undefined : `service ${serviceId}`
  const system = [serverTypeInWords(serverType), operatingSystem ?? 'system not given']
  return html`
    <h2>Request ${String(request.number)}</h2>
    <dl class="head">
      ${item(
        'Server',
        html`
          <strong>${visible(server.value)}</strong> (${kindInWords(server.kind)})
          ${service && html`<span class="line">${visible(service)}</span>`}
        `,
      )}
      ${item('System', visible(system.join(', ')))} ${item('Received', time(openedAt))}
      ${item('First response due', firstResponseBy === undefined ? 'not promised' : html`<strong>${time(firstResponseBy)}</strong>`)}
      ${item('Tasks', visible(inWords('task', facts.tasks)))}
      ${item('Additional services', visible(inWords('extra', facts.extras)))}
      ${item('Customer', html`${visible(request.person)}, writes in “${visible(language ?? 'not given')}”`)}
      ${item('Phase', `${request.phase} (${request.stage})`)}
    </dl>
  `
}

function item(label: string, value: unknown): TemplateResult {
  return html`<div>
    <dt>${label}</dt>
    <dd>${value}</dd>
  </div>`
}

function time(at: number): TemplateResult {
  return html`<time datetime=${new Date(at).toISOString()}>${moment(at)}</time>`
}
