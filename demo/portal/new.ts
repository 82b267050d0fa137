import { html } from 'lit'
import '../../components/define.js'
import { arrive, frame, into } from './frame.js'
import { language } from './language.js'
import { adapter, tickets } from './tickets.js'
import { words } from './words.js'
import type { Words } from './words.js'

document.addEventListener('os-request-filed', () => {
  const list = document.querySelector('os-intervention-list')
  if (list) void list.refresh()
  else showTickets(words[language()])
})

void frame({
  name: 'new',
  show(say) {
    into(
      'heading',
      html`
        <h1 tabindex="-1">${say.fresh.heading}</h1>
        <p class="hint">${say.fresh.lead}</p>
      `,
    )
    arrive()
    void adapter.list({ limit: 1 }).then(
      ({ items }) => {
        if (items.length > 0) showTickets(say)
      },
      // Whoever files a request need not hear of a list that can't be read.
      () => undefined,
    )
  },
})

/** Below the form, and short; who has no interventions sees no list. */
function showTickets(say: Words): void {
  into('tickets', tickets(say.tickets, 3))
}
