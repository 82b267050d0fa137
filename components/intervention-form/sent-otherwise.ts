import { html, nothing, type TemplateResult } from 'lit'
import type { Words } from '../../locales/index.js'
import { fieldNames } from '../shared/field-names.js'
import { notice } from '../shared/notice.js'
import type { Accepted } from './sent.controller.js'

/**
 * What of the ticket is otherwise than the request: answers that weren't kept, or an earlier version of all.
 *
 * @param way - How what wasn't kept gets to the engineers all the same.
 */
export function sentOtherwise(
  words: Words,
  { filed: { unstored }, differs }: Accepted,
  way?: TemplateResult,
): TemplateResult {
  return html`${
    unstored.length > 0
      ? notice(
          'warning',
          words.say('sent.unstoredTitle'),
          words.say('sent.unstored', { fields: fieldNames(words, unstored) }),
          way,
        )
      : nothing
  }
  ${differs ? notice('warning', words.say('sent.differsTitle'), words.say('sent.differs')) : nothing}`
}
