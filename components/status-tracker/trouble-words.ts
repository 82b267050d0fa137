import type { Words } from '../../locales/index.js'
import type { FieldKey } from '../../src/index.js'
import { faultText } from '../shared/by-hand.js'
import type { Tried, Trouble } from './acts.controller.js'

/** Something that isn't simply done, in words for eye and ear. */
export function troubleWords(
  words: Words,
  state: Trouble,
): { readonly title: string; readonly text: string } {
  switch (state.at) {
    case 'cancelled':
      return { title: words.say('tracker.notSent.title'), text: words.say('outcome.notSent.cancelled') }
    case 'failed':
      return { title: words.say('tracker.notSent.title'), text: refusal(words, state) }
    case 'unknown':
      return {
        title: words.say('tracker.unknown.title'),
        text: words.say(state.isSafe ? 'tracker.unknown.again' : 'tracker.unknown.text'),
      }
    case 'unstored':
      return {
        title: words.say('tracker.unstored.title'),
        text: words.say('tracker.unstored.text', { fields: named(words, state.fields) }),
      }
  }
}

/** What exactly the ticket system didn't take, where it has said so. */
function refusal(words: Words, { action, code, fields }: Extract<Tried, { at: 'failed' }>): string {
  const isDecision = action === 'approve-quote' || action === 'decline-quote'
  if (isDecision && ['forbidden', 'conflict', 'invalid'].includes(code))
    return words.say('tracker.quote.refused')
  if (fields.length === 0 || (code !== 'too-large' && code !== 'invalid')) return faultText(code, words)
  return words.say(code === 'too-large' ? 'issue.too-large' : 'issue.refused', {
    field: named(words, fields),
  })
}

function named(words: Words, keys: readonly FieldKey[]): string {
  return words.list(keys.map(key => words.wording(undefined, `field.${key}.label`)))
}
