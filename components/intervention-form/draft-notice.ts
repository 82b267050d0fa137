import { html, nothing, type TemplateResult } from 'lit'
import { guardedTexts, secretMark } from '../../src/index.js'
import { notice } from '../shared/notice.js'
import { changedTitle, type BackDraft, type ChangedDraft } from './draft-note.js'
import type { FormView } from './form-view.js'

/** That the draft is back, or that another tab has another one, and what can be done about it. */
export function draftNotice(view: FormView): TemplateResult | typeof nothing {
  const { note } = view.drafts
  switch (note?.is) {
    case 'restored':
      return restored(view, note.kept)
    case 'changed':
      return changed(view, note)
    case undefined:
      return nothing
  }
}

function restored({ words, drafts }: FormView, { at, draft, files }: BackDraft): TemplateResult {
  const isMasked = guardedTexts.some(key => draft[key].includes(secretMark))
  return notice(
    'info',
    words.say('draft.title'),
    html`<p>${words.say('draft.kept', { time: words.clock(at, Date.now()) })}</p>
      <p>${words.say('draft.again')}</p>
      ${isMasked ? html`<p>${words.say('draft.masked', { mark: secretMark })}</p>` : nothing}
      ${files.length > 0 ? html`<p>${words.say('draft.files', { names: words.list(files) })}</p>` : nothing}`,
    html`<button
      type="button"
      @click=${() => {
        drafts.discard()
      }}
    >
      ${words.say('draft.discard')}
    </button>`,
  )
}

function changed({ words, drafts }: FormView, note: ChangedDraft): TemplateResult {
  const { other } = note
  const time = other && words.clock(other.at, Date.now())
  const asked = notice(
    'warning',
    changedTitle(note, words),
    time === undefined ? words.say('draft.goneText') : words.say('draft.changedText', { time }),
    html`<div class="row">
      <button
        type="button"
        @click=${() => {
          drafts.keepThis()
        }}
      >
        ${words.say('draft.keepThis')}
      </button>
      <button
        type="button"
        @click=${() => {
          drafts.takeOther()
        }}
      >
        ${words.say(other ? 'draft.takeOther' : 'draft.empty')}
      </button>
    </div>`,
  )
  return html`<div id="draft-note" tabindex="-1">${asked}</div>`
}
