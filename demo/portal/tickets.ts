import { html } from 'lit'
import { wordsFor } from '../../locales/index.js'
import { restAdapter } from '../../src/index.js'
import type { Intervention } from '../../src/index.js'
import { into } from './frame.js'
import { language } from './language.js'
import { table } from './table.js'
import type { Words } from './words.js'

/** The provider's backend, as every page of the client area asks it. */
export const adapter = restAdapter({ endpoint: '/api' })

/** Reads the customer's interventions and lists them in `#tickets`. */
export async function showTickets(say: Words): Promise<void> {
  const content = await adapter.list({ limit: 20 }).then(
    ({ items }) => (items.length === 0 ? html`<p class="hint">${say.tickets.none}</p>` : listed(say, items)),
    () => html`
      <p>${say.tickets.failed}</p>
      <p><button type="button" @click=${() => void showTickets(say)}>${say.tickets.again}</button></p>
    `,
  )
  into(
    'tickets',
    html`
      <h2 id="tickets-heading">${say.tickets.heading}</h2>
      ${content}
    `,
  )
}

function listed(say: Words, items: readonly Intervention[]) {
  const spoken = wordsFor(language())
  const { number, server, state, opened } = say.tickets
  return table(
    'tickets-heading',
    [number, server, state, opened],
    items.map(item => [
      item.number,
      html`<bdi>${item.server.value}</bdi>`,
      spoken.say(`phase.${item.phase}`),
      html`<time datetime=${new Date(item.openedAt).toISOString()}>${spoken.moment(item.openedAt)}</time>`,
    ]),
  )
}
