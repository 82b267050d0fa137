import type { Words } from '../../locales/index.js'
import type { FaultCode } from '../../src/index.js'
import type { News, Ticket } from './ticket.controller.js'
import { stageTitle } from './tracker-view.js'

/** What is new, as one sentence for the ear, whatever came at once; nothing where only small things happened. */
export function newsSentence({ ticket, isMoved, entries }: News, words: Words): string | undefined {
  const kinds = entries.map(({ fact }) => fact.kind)
  const count = kinds.filter(kind => kind === 'message' || kind === 'summary').length
  const sentences = [
    isMoved
      ? words.say('tracker.news.stage', { stage: stageTitle({ words, standing: ticket.standing }) })
      : '',
    kinds.includes('question') ? words.say('tracker.news.question') : '',
    entries.some(({ fact }) => fact.kind === 'quote' && fact.state === 'offered')
      ? words.say('tracker.news.quote')
      : '',
    count > 0 ? words.say('tracker.news.messages', { count }) : '',
  ].filter(Boolean)
  return sentences.length > 0 ? sentences.join(' ') : undefined
}

/** That the request can't be heard of, or can again, as one sentence for the ear. */
export function connectionSentence(
  words: Words,
  fault: FaultCode | undefined,
  ticket: Ticket | undefined,
): string {
  if (fault === undefined) return words.say('tracker.stale.over')
  if (!ticket) return words.say(fault === 'not-found' ? 'tracker.notFound.title' : 'tracker.loadFailed')
  const time = words.clock(ticket.heardAt + ticket.clockAhead, Date.now() + ticket.clockAhead)
  const text = words.say(fault === 'unauthenticated' ? 'tracker.stale.signIn' : 'tracker.stale.text')
  return `${words.say('tracker.stale.title', { time })}. ${text}`
}
