import { html } from 'lit'
import '../../components/status-tracker/define.js'
import { arrive, frame, into } from './frame.js'

const id = new URLSearchParams(location.search).get('id') ?? ''

void frame({
  name: 'ticket',
  show(say) {
    into('heading', html`<h1 tabindex="-1">${say.ticket.heading}</h1>`)
    into('back', html`<a href="/portal/#tickets">${say.ticket.back}</a>`)
    arrive()
    document.querySelector('os-status-tracker')?.setAttribute('intervention', id)
  },
})
