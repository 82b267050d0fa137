import { html, nothing, type TemplateResult } from 'lit'
import type { Words } from '../../../locales/index.js'
import { secretMark } from '../../../src/index.js'
import { notice } from '../../shared/notice.js'
import type { WrittenKeeping, WrittenNote } from '../written-keeping.js'

/** That what stands in the field comes from an earlier visit, or that another tab has another version, and what can be done. */
export function writtenNote(
  words: Words,
  keeping: WrittenKeeping,
  discard: () => void,
): TemplateResult | typeof nothing {
  switch (keeping.note?.is) {
    case 'restored':
      return restored(words, keeping.note, discard)
    case 'changed':
      return changed(words, keeping, keeping.note)
    case undefined:
      return nothing
  }
}

function restored(
  words: Words,
  { at, isMasked, files }: Extract<WrittenNote, { is: 'restored' }>,
  discard: () => void,
): TemplateResult {
  return notice(
    'info',
    words.say('tracker.reply.back.title'),
    html`<p>${words.say('draft.kept', { time: words.clock(at, Date.now()) })}</p>
      ${isMasked ? html`<p>${words.say('draft.masked', { mark: secretMark })}</p>` : nothing}
      ${files.length > 0 ? html`<p>${words.say('draft.files', { names: words.list(files) })}</p>` : nothing}`,
    html`<button type="button" @click=${discard}>${words.say('tracker.reply.back.discard')}</button>`,
  )
}

function changed(
  words: Words,
  keeping: WrittenKeeping,
  { other }: Extract<WrittenNote, { is: 'changed' }>,
): TemplateResult {
  const time = other && words.clock(other.at, Date.now())
  return notice(
    'warning',
    words.say(other ? 'tracker.reply.back.changed' : 'tracker.reply.back.gone'),
    time === undefined ? words.say('tracker.reply.back.goneText') : words.say('draft.changedText', { time }),
    html`<div class="row">
      <button
        type="button"
        @click=${() => {
          keeping.keepThis()
        }}
      >
        ${words.say('draft.keepThis')}
      </button>
      <button
        type="button"
        @click=${() => {
          keeping.takeOther()
        }}
      >
        ${words.say(other ? 'draft.takeOther' : 'tracker.reply.back.empty')}
      </button>
    </div>`,
  )
}
