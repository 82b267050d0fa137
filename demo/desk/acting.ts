import type { Fact } from '../../src/index.js'
import type { DeskRefusal } from '../server/desk-rules.js'
import { offerExtra, sayFacts } from './desk-data.js'
import type { Acted, DeskRequest, Offer } from './desk-data.js'
import { REFUSALS } from './refusals.js'

/** What has become of the act that was pressed last; `form` names where the engineer looks. */
export type Acting =
  | { readonly at: 'idle' }
  | { readonly at: 'sending'; readonly form: string }
  | { readonly at: 'failed'; readonly form: string; readonly why: string }

/** What an engineer wants to write on a ticket. */
export type Act = { readonly say: readonly Fact[] } | { readonly offer: Offer }

/** Which state of a request an engineer had before them when they began to type in a form. */
export interface Begun {
  readonly version: number
  /** The place of the last entry then. */
  readonly last: number
}

/** Sends an act about a request as it was seen. */
export async function send(number: number, act: Act, begun: Begun): Promise<Acted> {
  return 'say' in act
    ? sayFacts(number, begun.version, act.say)
    : offerExtra(number, begun.version, act.offer)
}

/** What went wrong, in words; `latest` is the request as it stands now. */
export function failureOf(
  acted: Exclude<Acted, { is: 'done' }>,
  latest: DeskRequest | undefined,
  begun: Begun,
): string {
  switch (acted.is) {
    case 'conflict': {
      const news = latest?.entries.filter(({ seq }) => seq > begun.last) ?? []
      const who = news.some(({ party }) => party === 'customer') ? 'The customer' : 'Another desk'
      return `${who} changed this request: look again. What you typed is still here.`
    }
    case 'refused':
      return isRefusal(acted.why)
        ? REFUSALS[acted.why]
        : 'The backend did not take this. Check what you typed.'
    case 'unreachable':
      return 'The backend can’t be reached. Nothing was written: try again.'
  }
}

function isRefusal(why: string): why is DeskRefusal {
  return Object.hasOwn(REFUSALS, why)
}
