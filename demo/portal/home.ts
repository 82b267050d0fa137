import { html } from 'lit'
import type { Service } from '../../src/index.js'
import { arrive, frame, into } from './frame.js'
import { table } from './table.js'
import { adapter, showTickets } from './tickets.js'
import type { Words } from './words.js'

void frame({
  name: 'home',
  show(say) {
    const tickets = showTickets(say)
    void adapter.context().then(
      async ({ services }) => {
        into('services', listed(say, services))
        arrive()
        await tickets
        goToTickets()
      },
      () => into('notice', html`<p role="alert">${say.failed}</p>`),
    )
  },
})

let gone = false

/** The browser went to the list before there was one; later it goes there by itself. */
function goToTickets(): void {
  if (!gone && location.hash === '#tickets') document.getElementById('tickets')?.scrollIntoView()
  gone = true
}

function listed(say: Words, services: readonly Service[]) {
  const { id, name, type, address, system } = say.services
  const kind = ({ serverType, options }: Service) =>
    [
      serverType === 'unknown' ? say.services.server : say.services[serverType],
      ...(options?.ipKvm ? [say.services.kvm] : []),
    ].join(', ')
  return html`
    <h1 id="services-heading" tabindex="-1">${say.services.heading}</h1>
    ${table(
      'services-heading',
      [name, id, type, address, system],
      services.map(service => [
        service.name,
        service.id,
        kind(service),
        html`${service.addresses.map(one => html`<span class="line">${one}</span>`)}`,
        service.operatingSystem ?? say.services.unknown,
      ]),
    )}
    <p><a class="button" href="/portal/new">${say.nav.new}</a></p>
  `
}
