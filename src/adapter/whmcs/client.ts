import type * as z from 'zod/mini'
import type { Call } from '../adapter.js'
import { answerOf } from '../answer.js'
import { boundedJson } from '../bounded-body.js'
import { AdapterFault } from '../fault.js'
import { exchanged, longestAnswer } from '../ticket-call.js'
import * as answers from './answers.js'
import type { WhmcsOptions } from './options.js'

/** The calls that change nothing. */
const questions: readonly Action[] = ['GetTicket', 'GetTickets', 'GetTicketAttachment']

/** The calls of WHMCS's API that are made here. */
export type Action = 'GetTicket' | 'GetTickets' | 'GetTicketAttachment' | 'OpenTicket' | 'AddTicketReply'

/** The way to WHMCS, in the admin's name. */
export interface WhmcsClient {
  /** The checked answer. Rejects with an `AdapterFault`, or the signal's reason. */
  ask<T>(
    action: Action,
    schema: z.ZodMiniType<T>,
    values: Readonly<Record<string, string>>,
    call?: Call,
  ): Promise<T>
}

/** WHMCS's API. No redirect is followed, and the credentials stand in no address. */
export function whmcsClient({
  url,
  identifier,
  secret,
  accessKey,
  fetch: send = request => fetch(request),
}: WhmcsOptions): WhmcsClient {
  const address = `${url.replace(/\/+$/, '')}/includes/api.php`

  async function exchange<T>(
    action: Action,
    schema: z.ZodMiniType<T>,
    values: Readonly<Record<string, string>>,
    isWrite: boolean,
    signal: AbortSignal,
  ): Promise<T> {
    const body = new URLSearchParams({
      ...values,
      action,
      identifier,
      secret,
      ...(accessKey !== undefined && { accesskey: accessKey }),
      responsetype: 'json',
    })
    const response = await send(new Request(address, { method: 'POST', redirect: 'manual', signal, body }))
    if (!response.ok) {
      await response.body?.cancel()
      // Whatever it says is about our credentials and our address, never about the customer's session.
      throw new AdapterFault('unavailable', {
        cause: new TypeError(`WHMCS answered ${response.status} to ${action}`),
        uncertain: isWrite && response.status >= 500,
      })
    }
    const answer = await boundedJson(response.body, longestAnswer)
    const { result, message = '' } = answerOf(answers.outcome, answer, isWrite)
    if (result !== 'success') throw refusal(action, message)
    return answerOf(schema, answer, isWrite)
  }

  return {
    async ask(action, schema, values, call = {}) {
      const isWrite = !questions.includes(action)
      return exchanged(isWrite, call, signal => exchange(action, schema, values, isWrite, signal))
    },
  }
}

/** Its own words are for its log: they may tell what was sent. */
function refusal(action: Action, message: string): AdapterFault {
  const isMissing =
    questions.includes(action) && /^(?:ticket|attachment|file)\b.*\bnot found\b/i.test(message)
  const cause = new TypeError(`WHMCS refused ${action}`)
  return new AdapterFault(isMissing ? 'not-found' : 'unavailable', { cause })
}
