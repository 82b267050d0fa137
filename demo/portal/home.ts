import { html } from 'lit'
import type { Service } from '../../src/index.js'
import { arrive, frame, into } from './frame.js'
import { icon } from './icons.js'
import { table } from './table.js'
import { adapter, tickets } from './tickets.js'
import type { Words } from './words.js'

void frame({
  name: 'home',
  show(say) {
    into('tickets', tickets(say.tickets, 20))
    void adapter.context().then(
      ({ services }) => {
        into('services', listed(say, services))
        arrive()
        goToTickets()
      },
      () => into('notice', html`<p class="notice" role="alert">${say.failed}</p>`),
    )
  },
})

let gone = false

/** The browser went to the list before anything stood above it; later it goes there by itself. */
function goToTickets(): void {
  if (!gone && location.hash === '#tickets') document.getElementById('tickets')?.scrollIntoView()
  gone = true
}

function listed(say: Words, services: readonly Service[]) {
  const { heading, name, type, address, state, act } = say.services
  return html`
    <h1 id="services-heading" tabindex="-1">${heading}</h1>
    <div class="help">
      ${icon('help')}
      <div>
        <h2>${say.help.heading}</h2>
        <p>${say.help.text}</p>
      </div>
      <a class="button" href="/portal/new">${say.nav.new}</a>
    </div>
    ${table(
      'services-heading',
      [name, type, address, state, act],
      services.map(service => row(say, service)),
    )}
  `
}

function row({ services: say }: Words, service: Service) {
  const { serverType, operatingSystem = say.noSystem, options, checks } = service
  const active = checks?.active ?? 'unknown'
  return [
    html`<span class="service"
      >${icon(serverType)}<span>${service.name}<small>${service.id}</small></span></span
    >`,
    html`${say[serverType]}<small
        >${[operatingSystem, ...(options?.ipKvm ? [say.kvm] : [])].join(' · ')}</small
      >`,
    html`${service.addresses.map(one => html`<span class="line">${one}</span>`)}`,
    html`<span class="chip" data-is=${active}>${say.active[active]}</span>`,
    html`<a class="quiet" href="/portal/new"
      >${say.ask}<span class="unseen"> ${say.for.replace('{{name}}', service.name)}</span></a
    >`,
  ]
}
