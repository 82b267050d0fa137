import type { Phase } from '../../src/index.js'
import type { IconName } from './icons.js'

/** The picture beside a state's words: the same wherever the state is told. */
export const phaseSigns: Readonly<Record<Phase, IconName>> = {
  received: 'clock',
  working: 'work',
  waiting: 'message',
  done: 'done',
  declined: 'closed',
}
