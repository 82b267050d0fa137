import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'

import {
  error,
  whmcsTickets,
  type Answer,
  type Ask,
  type StandInOptions,
  type StandInTicket,
} from './stand-in-tickets.js'

/** A WHMCS that answers on loopback. */
export interface StandIn {
  readonly url: string
  readonly tickets: StandInTicket[]
  /** What was asked of it, in order. */
  readonly asked: Ask[]
  /** The next answers are these, in order: to be out of order with. `drop` does it, and says nothing. */
  readonly next: ((() => { status: number; body: string }) | 'drop')[]
  /** Asks it something, as an engineer's browser or another tool would. */
  ask(action: string, values?: Ask): Promise<Answer>
  close(): void
}

/** The only ones that it knows. */
export const credentials = { identifier: 'D4j1dKYE3g40', secret: 'F1CKGXRIpylM' }

/**
 * WHMCS's API, written from its documentation at developers.whmcs.com (whose source is the repository
 * WHMCS/developer-docs), as a server of HTTP: nobody has tried it beside a WHMCS.
 */
export async function whmcsStandIn(options: StandInOptions = {}): Promise<StandIn> {
  const { addresses = ['127.0.0.1', '::ffff:127.0.0.1'] } = options
  const { tickets, actions } = whmcsTickets(options)
  const asked: Ask[] = []
  const next: StandIn['next'] = []

  /** developers.whmcs.com/api/authentication and /access-control. M: 403, and the words. */
  function answerTo(ask: Ask, address: string): { status: number; body: string } {
    asked.push(ask)
    const say = (status: number, answer: Answer) => ({ status, body: JSON.stringify(answer) })
    if (!addresses.includes(address)) return say(403, error(`Invalid IP ${address}`))
    if (ask['identifier'] !== credentials.identifier || ask['secret'] !== credentials.secret)
      return say(403, error('Authentication Failed'))
    const run = actions[ask['action'] ?? '']
    return say(200, run ? run(ask) : error('Command Not Found'))
  }

  const server = createServer((request, response) => {
    void askOf(request).then(ask => {
      const instead = next.shift()
      const { status, body } =
        typeof instead === 'function' ? instead() : answerTo(ask, request.socket.remoteAddress ?? '')
      if (instead === 'drop') return response.destroy()
      return response.writeHead(status, { 'content-type': 'application/json' }).end(body)
    })
  })
  const url = await listening(server)
  return {
    url,
    tickets,
    asked,
    next,
    ask: (action, values = {}) =>
      Promise.resolve(
        JSON.parse(answerTo({ ...values, ...credentials, action }, '127.0.0.1').body) as Answer,
      ),
    close() {
      server.closeAllConnections()
      server.close()
    },
  }
}

/** developers.whmcs.com/api/getting-started: everything is posted to one address, as a form. */
async function askOf(request: IncomingMessage): Promise<Ask> {
  if (request.method !== 'POST' || request.url !== '/includes/api.php') return {}
  return Object.fromEntries(new URLSearchParams(await text(request)))
}

async function listening(server: Server): Promise<string> {
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}
