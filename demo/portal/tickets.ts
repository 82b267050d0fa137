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

/** Reads the customer's interventions and lists them in `#tickets`; `brief` says nothing where there are none. */
export async function showTickets(say: Words, how: 'whole' | 'brief'): Promise<void> {
  const content = await adapter.list({ limit: how === 'whole' ? 20 : 3 }).then(
    ({ items }) => {
      if (items.length > 0) return listed(say, items, how)
      return how === 'whole' ? html`<p class="hint">${say.tickets.none}</p>` : undefined
    },
    () => html`
      <p>${say.tickets.failed}</p>
      <p><button type="button" @click=${() => void showTickets(say, how)}>${say.tickets.again}</button></p>
    `,
  )
  into('tickets', html`${content && html`<h2 id="tickets-heading">${say.tickets.heading}</h2>`} ${content}`)
}

function listed({ tickets: say }: Words, items: readonly Intervention[], how: 'whole' | 'brief') {
  const labels = [say.number, say.server, say.state, say.opened]
  return table(
    'tickets-heading',
    how === 'whole' ? [...labels, say.access] : labels,
    items.map(item => (how === 'whole' ? [...row(say, item), wayIn(say, item)] : row(say, item))),
  )
}

function row(say: Words['tickets'], { number, server, phase, promise, openedAt, now }: Intervention) {
  const spoken = wordsFor(language())
  const answer = phase === 'received' ? promise?.firstResponseBy : undefined
  return [
    number,
    html`<bdi class="whole">${server.value}</bdi>`,
    html`<span class="chip" data-is=${phase}>${spoken.say(`phase.${phase}`)}</span>${
        answer !== undefined && answer > now
          ? html`<small>${say.answer.replace('{{time}}', spoken.clock(answer, now))}</small>`
          : ''
      }`,
    html`<time datetime=${new Date(openedAt).toISOString()}>${spoken.clock(openedAt, now)}</time>`,
  ]
}

/** What has become of the login details: the customer reads who has opened them. */
function wayIn(say: Words['tickets'], { access, now }: Intervention) {
  if (access === undefined) return say.accessIs.none
  const { event, at, role } = access
  const sentence = say.accessIs[event].replace('{{time}}', wordsFor(language()).clock(at, now))
  return html`${sentence}${role === undefined ? '' : html`<small><bdi>${role}</bdi></small>`}`
}
