import type { Words } from '../../locales/index.js'
import { faultText } from '../shared/by-hand.js'
import { fieldNames } from '../shared/field-names.js'
import type { Tried, Trouble } from './act-state.js'

/** Something that isn't simply done, in words for eye and ear. */
export function troubleWords(
  words: Words,
  state: Trouble,
): { readonly title: string; readonly text: string } {
  switch (state.at) {
    case 'cancelled':
      return { title: words.say('tracker.notSent.title'), text: words.say('outcome.notSent.cancelled') }
    case 'failed':
      return {
        title: words.say('tracker.notSent.title'),
        text: withWait(refusal(words, state), words, state),
      }
    case 'unknown':
      return {
        title: words.say('tracker.unknown.title'),
        text: withWait(
          words.say(state.isSafe ? 'tracker.unknown.again' : 'tracker.unknown.text'),
          words,
          state,
        ),
      }
    case 'unstored':
      return {
        title: words.say('tracker.unstored.title'),
        text: words.say('tracker.unstored.text', { fields: fieldNames(words, state.fields) }),
      }
  }
}

/** The same for the ear. */
export function troubleSentence(words: Words, state: Trouble): string {
  const { title, text } = troubleWords(words, state)
  return state.at === 'cancelled' ? text : `${title}. ${text}`
}

/** The system has asked for a wait: until when, and what happens then. What goes by itself needs no advice to try again. */
function withWait(
  text: string,
  words: Words,
  { at, wait }: Extract<Tried, { at: 'failed' | 'unknown' }>,
): string {
  if (!wait) return text
  const time = words.clock(wait.until, Date.now())
  const sentence = words.say(wait.goesOn ? 'tracker.wait.goesOn' : 'tracker.wait.until', { time })
  return at === 'failed' && wait.goesOn ? sentence : `${text} ${sentence}`
}

/** What exactly the ticket system didn't take, where it has said so. */
function refusal(words: Words, { action, code, fields }: Extract<Tried, { at: 'failed' }>): string {
  const isDecision = action === 'approve-quote' || action === 'decline-quote'
  if (isDecision && ['forbidden', 'conflict', 'invalid'].includes(code))
    return words.say('tracker.quote.refused')
  if (fields.length === 0 || (code !== 'too-large' && code !== 'invalid')) return faultText(code, words)
  return words.say(code === 'too-large' ? 'issue.too-large' : 'issue.refused', {
    field: fieldNames(words, fields),
  })
}
