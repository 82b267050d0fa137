import { html } from 'lit'
import type { Service } from '../../src/index.js'
import { frame, into } from './frame.js'
import { table } from './table.js'
import { adapter, showTickets } from './tickets.js'
import type { Words } from './words.js'

void frame({
  name: 'home',
  show(say) {
    void showTickets(say)
    void adapter.context().then(
      ({ services }) => into('services', listed(say, services)),
      () => into('notice', html`<p role="alert">${say.failed}</p>`),
    )
  },
})

function listed(say: Words, services: readonly Service[]) {
  const { id, name, type, address, system } = say.services
  const kind = ({ serverType, options }: Service) =>
    [say.services[serverType], ...(options?.ipKvm ? [say.services.kvm] : [])].join(', ')
  return html`
    <h1 id="services-heading">${say.services.heading}</h1>
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
