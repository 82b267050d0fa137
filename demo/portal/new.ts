import { html } from 'lit'
import '../../components/define.js'
import { arrive, frame, into } from './frame.js'
import { language } from './language.js'
import { showTickets } from './tickets.js'
import { words } from './words.js'

document.addEventListener('os-request-filed', () => void showTickets(words[language()], 'brief'))

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
    void showTickets(say, 'brief')
  },
})
