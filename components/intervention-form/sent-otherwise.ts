import { html, nothing, type TemplateResult } from 'lit'
import type { Words } from '../../locales/index.js'
import type { FieldKey } from '../../src/index.js'
import { notice } from '../shared/notice.js'

/** What of the ticket is otherwise than the request: answers that weren't kept, or an earlier version of all. */
export function sentOtherwise(words: Words, unstored: readonly FieldKey[], differs: boolean): TemplateResult {
  const fields = unstored.map(key => words.wording(undefined, `field.${key}.label`))
  return html`${
    fields.length > 0
      ? notice(
          'warning',
          words.say('sent.unstoredTitle'),
          words.say('sent.unstored', { fields: words.list(fields) }),
        )
      : nothing
  }
  ${differs ? notice('warning', words.say('sent.differsTitle'), words.say('sent.differs')) : nothing}`
}
