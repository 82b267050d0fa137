import { html, nothing } from 'lit'
import { authorizationChange, type Entry, type Fact, type Quote, type Writing } from '../../../src/index.js'
import { stageName } from '../../shared/stage-words.js'
import { titleIn, type TrackerView } from '../tracker-view.js'

type Event = Exclude<Fact, Writing>
type Offer = Extract<Fact, { kind: 'quote' }>

/** What an entry's line says besides the entry itself, by what stands elsewhere; nothing where it says all by itself. */
export function toldBefore({ entries, quotes }: TrackerView, entry: Entry): string | undefined {
  const { fact } = entry
  switch (fact.kind) {
    case 'quote':
      return quotes.check(fact)
    case 'authorization': {
      const before = entries.findLast(one => one.seq < entry.seq && one.fact.kind === 'authorization')
      return before?.fact.kind === 'authorization'
        ? authorizationChange(fact.record, before.fact.record)
        : undefined
    }
    case 'access':
      return fact.event === 'sealed' && entries.some(one => one.seq < entry.seq && isSealing(one))
        ? 'again'
        : undefined
    default:
      return undefined
  }
}

function isSealing({ fact }: Entry): boolean {
  return fact.kind === 'access' && fact.event === 'sealed'
}

/** Something that was done, as one line. */
export function eventLine(view: TrackerView, entry: Entry, fact: Event): unknown {
  const { words, now } = view
  const because = 'reason' in fact ? html` – <bdi class="typed">${fact.reason}</bdi>` : nothing
  switch (fact.kind) {
    case 'stage': {
      const title = stageName(words, fact.stage) ?? fact.stage
      return html`${words.say('tracker.event.stage', { stage: title })}${because}`
    }
    case 'effort':
      return html`${words.say(`tracker.event.effort.${fact.effort}`)}${because}`
    case 'extra':
      return html`${words.say('tracker.event.extra', { extra: titleIn(view, 'extra', fact.extra) })}${because}`
    case 'method':
      return html`${words.say('tracker.event.method', { method: titleIn(view, 'method', fact.method) })}${because}`
    case 'access':
      return toldBefore(view, entry) === 'again'
        ? words.say('tracker.event.sealedAgain')
        : words.say(`tracker.event.access.${fact.event}`, {
            role: fact.role ?? words.say('tracker.by.engineer'),
          })
    case 'quote':
      return words.say(`tracker.event.quote.${fact.state}`, { what: priced(view, fact) })
    case 'promise':
      return words.say('tracker.event.promise', { time: words.clock(fact.until, now) })
    case 'authorization': {
      const change = toldBefore(view, entry)
      return words.say(
        change === 'again' || change === 'narrowed'
          ? `tracker.event.authorization.${change}`
          : 'tracker.event.authorization.given',
      )
    }
    case 'check-off':
      return words.say('tracker.event.checkOff', {
        item: words.has(`aftercare.toDo.${fact.item}`)
          ? words.wording(undefined, `aftercare.toDo.${fact.item}`)
          : fact.item,
      })
  }
}

/** Which services, and what they cost together; only services where the price doesn't add up. */
function priced(view: TrackerView, { quote, digest }: Offer): string {
  const { words, quotes } = view
  const services = words.list(quote.lines.map(({ extra }) => titleIn(view, 'extra', extra)))
  if (quote.kind === 'on-request' || quotes.check({ quote, digest }) !== 'sound') return services
  const amount = [amountOf(view, quote), ...(quote.kind === 'partial' ? [words.say('ticket.partial')] : [])]
  return `${services} (${amount.join('; ')})`
}

function amountOf({ words }: TrackerView, quote: Exclude<Quote, { kind: 'on-request' }>): string {
  const gross = quote.kind === 'tax-unknown' ? undefined : quote.gross
  return gross && gross.amount !== quote.net.amount
    ? words.say('ticket.gross', { gross: words.money(gross) })
    : words.say('ticket.net', { net: words.money(quote.net) })
}
