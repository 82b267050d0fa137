import { html, nothing, type TemplateResult } from 'lit'
import type { Words } from '../../../locales/index.js'
import { longestText } from '../../../src/index.js'
import { notice } from '../../shared/notice.js'
import type { TextGuard } from '../text-guard.js'

/** Something in a text looks like a secret: it goes nowhere before the customer has decided. */
export function suspicion(
  words: Words,
  guard: TextGuard,
  /** Shows the protected fields, where the ticket takes login details. */
  protect: (() => void) | undefined,
): TemplateResult | typeof nothing {
  const { suspected, key } = guard
  if (!suspected) return nothing
  const isRenewed = suspected.kind === 'renewed'
  const isTyped = isRenewed && suspected.isTyped
  const way = (action: 'masked' | 'kept', press: () => void) =>
    html`<button type="button" id="${key}-${action}" @click=${press}>
      ${words.say(`guard.action.${action}`)}
    </button>`
  return html`<div id="${key}-guard" tabindex="-1">
    ${notice(
      'warning',
      words.say(`guard.found.${suspected.kind}`),
      words.say('guard.text'),
      html`<div class="row">
        ${
          protect && !isRenewed
            ? html`<button
                type="button"
                @click=${() => {
                  guard.mask()
                  protect()
                }}
              >
                ${words.say('tracker.reply.protect')}
              </button>`
            : nothing
        }
        ${way('masked', () => {
          guard.mask()
        })}
        ${
          isTyped
            ? nothing
            : way('kept', () => {
                guard.keep()
              })
        }
      </div>`,
    )}
  </div>`
}

/** What keeps a text from being sent, in words; `missing`: what is said where there is none. */
export function flawWords(words: Words, { flaw }: TextGuard, missing: string): string | undefined {
  switch (flaw) {
    case undefined:
      return undefined
    case 'missing':
      return missing
    case 'too-long':
      return words.say('tracker.tooLong', { limit: longestText })
    case 'broken':
      return words.say('issue.text-broken')
  }
}

/** What keeps the files of an answer from being sent. */
export type FileFlaw = 'renewed' | 'suspect'

/** The same of its files. */
export function fileFlawWords(words: Words, flaw: FileFlaw | undefined): string | undefined {
  switch (flaw) {
    case undefined:
      return undefined
    case 'renewed':
      return words.say('tracker.reply.loginInFile')
    case 'suspect':
      return words.say('issue.file-suspect')
  }
}
