import type { Words } from '../../locales/index.js'
import type { FlowState } from '../../src/index.js'

/** What a screen reader is told when the state changes; nothing where the focus tells it. */
export function announcement(before: FlowState, state: FlowState, words: Words): string | undefined {
  switch (state.at) {
    case 'sealing':
      return words.say('form.sealing')
    case 'sending':
      if (state.wait === null) return words.say('outcome.offline.title')
      if (state.behind) return words.say('outcome.behind.title')
      if (state.slow) return words.say('outcome.stillTrying')
      // Once for all tries: each of them would only be noise.
      return before.at === 'sending' ? undefined : words.say('form.sending')
    case 'not-sent':
      return words.say('outcome.notSent.title')
    case 'unknown':
      return state.checking && before.at === 'unknown' ? undefined : words.say('outcome.unknown.title')
    case 'elsewhere':
      return elsewhereText(state, words)
    case 'accepted':
      return words.say('outcome.sent', { number: state.filed.intervention.number })
    case 'draft':
      return undefined
  }
}

/** That it was sent already, from another place. */
export function elsewhereText({ number }: Extract<FlowState, { at: 'elsewhere' }>, words: Words): string {
  return number === undefined ? words.say('elsewhere.there') : words.say('elsewhere.sent', { number })
}
