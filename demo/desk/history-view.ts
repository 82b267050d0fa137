import { html, nothing } from 'lit'
import type { TemplateResult } from 'lit'
import { text, textOrNone, whole } from '../record.js'
import type { Fields } from '../record.js'
import { parse } from '../../src/parse.js'
import * as schema from '../../src/quote/schema.js'
import type { DeskEntry, DeskRequest } from './desk-data.js'
import { fieldsIn } from './stored.js'
import { machineTime, moment } from './times.js'
import { filesOf } from './typed-view.js'
import { visible } from './visible.js'
import { amount, inWords } from './words.js'

const WHO: Readonly<Record<string, string>> = { customer: 'Customer', engineer: 'Desk', system: 'System' }

/** What happened, in order; what came after `seen` is marked. The request's own text stands elsewhere. */
export function historyView(
  { entries, earlier }: DeskRequest,
  seen: number,
  showEarlier: () => void,
): TemplateResult {
  return html`
    ${
      earlier === 0
        ? nothing
        : html`<p>
            ${earlier} earlier entries aren’t shown.
            <button type="button" @click=${showEarlier}>Show more of them</button>
          </p>`
    }
    <ol class="history">
      ${entries.map(
        entry =>
          html`<li class=${entry.party}>
            <span class="by">
              <strong>${WHO[entry.party] ?? entry.party}</strong>
              <time datetime=${machineTime(entry.at)}>${moment(entry.at)}</time>
              ${entry.seq > seen ? html`<mark>new</mark>` : nothing}
            </span>
            ${entry.seq === 1 ? 'the request, as it stands below' : told(entry)}
          </li>`,
      )}
    </ol>
  `
}

function told({ fact: stored }: DeskEntry): TemplateResult | string {
  const fact = fieldsIn(stored)
  try {
    return inOwnWords(fact)
  } catch {
    // Somebody broke it in the file: the others are still told.
    return 'something that can’t be read'
  }
}

function inOwnWords(fact: Fields): TemplateResult | string {
  const because = textOrNone(fact, 'reason')
  switch (fact['kind']) {
    case 'message':
      return said('message', fact)
    case 'question':
      return said('question', fact)
    case 'summary':
      return html`${said('summary', fact)} ${changesIn(fact)}`
    case 'stage':
      return reasoned(`stage ${text(fact, 'stage')}`, because)
    case 'method':
      return reasoned(`method ${inWords('method', [text(fact, 'method')])}`, because)
    case 'effort':
      return reasoned(`${text(fact, 'effort')} work`, because)
    case 'extra':
      return reasoned(`not available: ${inWords('extra', [text(fact, 'extra')])}`, because)
    case 'access': {
      const role = textOrNone(fact, 'role')
      const event = text(fact, 'event')
      const by = role ?? (event === 'withdrawn' ? 'the customer' : undefined)
      return `login details ${event}${by === undefined ? '' : ` by ${by}`}`
    }
    case 'promise':
      return `next update by ${moment(whole(fact, 'until'))}`
    case 'quote':
      return priced(fact)
    case 'authorization':
      return 'authorization'
    case 'check-off':
      return `done by the customer: ${text(fact, 'item')}`
    default:
      return 'something else'
  }
}

function said(what: string, fact: Fields): TemplateResult {
  return html`${what}
    <pre class="typed">${visible(text(fact, 'text'))}</pre>
    ${filesOf(fact) ?? nothing}`
}

function reasoned(what: string, reason: string | undefined): TemplateResult {
  return html`${visible(what)}${reason === undefined ? nothing : html`: <q>${visible(reason)}</q>`}`
}

function changesIn(fact: Fields): TemplateResult {
  const changes = textOrNone(fact, 'changes')
  const told = [
    ...(fact['newCredentials'] === true ? ['new login details were made'] : []),
    ...(fact['changePasswords'] === true ? ['change of passwords advised'] : []),
  ]
  return html`${changes === undefined ? nothing : html`<pre class="typed">${visible(`Changed: ${changes}`)}</pre>`}
  ${told.join(', ')}`
}

function priced(fact: Fields): string {
  const parsed = parse(schema.quote, fact['quote'])
  const state = `price ${text(fact, 'state')}`
  if (!parsed.ok) return state
  const quote = parsed.value
  const extras = inWords(
    'extra',
    quote.lines.map(({ extra }) => extra),
  )
  if (quote.kind === 'on-request') return `${state}: ${extras}`
  const gross = quote.kind === 'tax-unknown' ? undefined : quote.gross
  return `${state}: ${extras}, ${gross ? `${amount(gross)} with VAT` : `${amount(quote.net)} net`}`
}
