import { html } from 'lit'
import type { TemplateResult } from 'lit'
import '../../components/intervention-list/define.js'
import type { InterventionPickedEvent } from '../../components/index.js'
import { restAdapter } from '../../src/index.js'
import type { Words } from './words.js'

/** The provider's backend, as every page of the client area asks it. */
export const adapter = restAdapter({ endpoint: '/api' })

/** The customer's interventions, some at a time; a press on one leads to its page. */
export function tickets(say: Words['tickets'], atATime: number): TemplateResult {
  return html`
    <os-intervention-list endpoint="/api" page-size=${atATime} @os-intervention-picked=${open}>
      <p>${say.failed}</p>
      <p slot="empty"><a href="/portal/new">${say.first}</a></p>
    </os-intervention-list>
  `
}

function open({ id }: InterventionPickedEvent): void {
  location.assign(`/portal/ticket?${new URLSearchParams({ id }).toString()}`)
}
