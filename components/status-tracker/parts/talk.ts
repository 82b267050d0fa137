import { html, nothing, type TemplateResult } from 'lit'
import { repeat } from 'lit/directives/repeat.js'
import { textQuestion } from '../../shared/field.js'
import type { TrackerView } from '../tracker-view.js'
import { actButton, actNotice } from './act-notice.js'
import { entryPart } from './entry.js'

/** What was said and done, oldest first, the newest in sight; and the place to answer. */
export function talkPart(view: TrackerView): TemplateResult {
  const { words, entries, shown, showEarlier } = view
  const visible = entries.slice(-shown)
  const hidden = entries.length - visible.length
  return html`<section class="talk" aria-labelledby="talk-heading">
    <h3 id="talk-heading" tabindex="-1">${words.say('tracker.talk.title')}</h3>
    ${
      hidden > 0
        ? html`<button type="button" class="plain" @click=${showEarlier}>
            ${words.say('tracker.talk.earlier', { count: hidden })}
          </button>`
        : nothing
    }
    <ol class="entries">
      ${repeat(
        visible,
        ({ id }) => id,
        entry => entryPart(view, entry),
      )}
    </ol>
    ${replyPart(view)}
  </section>`
}

/** Where the customer answers; the question that is open stands above it. */
function replyPart(view: TrackerView): TemplateResult | typeof nothing {
  const { words, typed, type, reply, may, standing } = view
  if (!may('reply')) return actNotice(view, 'reply')
  return html`<div class="stack tight reply">
    ${textQuestion({
      key: 'reply',
      label: words.say(standing.question ? 'tracker.reply.answer' : 'tracker.reply.label'),
      hint: words.say('tracker.reply.hint'),
      value: typed.reply,
      rows: 3,
      onInput: text => {
        type({ reply: text })
      },
    })}
    ${actNotice(view, 'reply')}
    <div class="row">${actButton(view, 'reply', words.say('tracker.reply.send'), reply, 'primary')}</div>
  </div>`
}
