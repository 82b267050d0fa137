import { html, nothing, type TemplateResult } from 'lit'
import { secretMark } from '../../../src/index.js'
import { notice } from '../../shared/notice.js'
import type { TrackerView } from '../tracker-view.js'

/** That what stands in the field comes from an earlier visit, and what of it was not kept. */
export function replyNote({ words, keeping }: TrackerView): TemplateResult | typeof nothing {
  const { note } = keeping
  if (!note) return nothing
  const { at, isMasked, files } = note
  return notice(
    'info',
    words.say('tracker.reply.back.title'),
    html`<p>${words.say('draft.kept', { time: words.clock(at, Date.now()) })}</p>
      ${isMasked ? html`<p>${words.say('draft.masked', { mark: secretMark })}</p>` : nothing}
      ${files.length > 0 ? html`<p>${words.say('draft.files', { names: words.list(files) })}</p>` : nothing}`,
    html`<button
      type="button"
      @click=${() => {
        keeping.discard()
      }}
    >
      ${words.say('tracker.reply.back.discard')}
    </button>`,
  )
}
