import { html, nothing, type TemplateResult } from 'lit'
import { keyed } from 'lit/directives/keyed.js'
import { repeat } from 'lit/directives/repeat.js'
import { attachmentsFold } from '../../shared/attachments.js'
import { textQuestion } from '../../shared/field.js'
import type { TrackerView } from '../tracker-view.js'
import { actButton, actNotice } from './act-notice.js'
import { entryPart } from './entry.js'
import { writtenNote } from './written-note.js'
import { fileFlawWords, flawWords, suspicion } from './suspicion.js'

/** What was said and done, oldest first, the newest in sight; and the place to answer. */
export function talkPart(view: TrackerView): TemplateResult {
  const { words, shown, showEarlier } = view
  const { entries, hidden, foldings } = shown
  return html`<section class="talk" aria-labelledby="talk-heading">
    <h3 id="talk-heading" tabindex="-1">${words.say('tracker.talk.title')}</h3>
    ${
      hidden > 0
        ? html`<button type="button" class="plain" @click=${showEarlier}>
            ${words.say('tracker.talk.earlier', { count: hidden })}
          </button>`
        : nothing
    }
    ${entries.length === 0 ? html`<p class="hint">${words.say('tracker.talk.none')}</p>` : nothing}
    <ol class="entries">
      ${keyed(
        foldings,
        repeat(
          entries,
          ({ id }) => id,
          entry => entryPart(view, entry),
        ),
      )}
    </ol>
    ${replyPart(view)}
  </section>`
}

/** Where the customer answers; the question that is open stands at the top of the page. */
function replyPart(view: TrackerView): TemplateResult | typeof nothing {
  const { words, reply, keeping, renewal, may, standing } = view
  if (!may('reply')) return actNotice(view, 'reply')
  return html`<div class="stack tight reply">
    ${writtenNote(words, keeping.answer, () => {
      keeping.discard()
    })}
    ${textQuestion({
      key: 'reply',
      label: words.say(standing.question ? 'tracker.reply.answer' : 'tracker.reply.label'),
      hint: words.say('tracker.reply.hint'),
      error: flawWords(words, reply.guard, words.say('tracker.reply.empty')),
      value: reply.guard.text,
      rows: 3,
      onInput: text => {
        reply.guard.type(text)
      },
    })}
    ${suspicion(words, reply.guard, may('renew-credentials') ? renewal.open.bind(renewal) : undefined)}
    ${attachmentsFold(words.say('field.replyFiles.fold'), {
      key: 'replyFiles',
      label: words.say('field.replyFiles.label'),
      hint: words.say('field.replyFiles.hint'),
      error: fileFlawWords(words, reply.fileFlaw),
      optional: words.say('form.optional'),
      ...{ words, attachments: reply.attachments },
      known: {
        isIn: text => renewal.isTypedIn(text),
        sentence: words.say('attachments.suspect.renewed'),
      },
    })}
    ${actNotice(view, 'reply')}
    <div class="row">
      ${actButton(
        view,
        'reply',
        words.say('tracker.reply.send'),
        () => {
          void reply.send()
        },
        { look: 'primary', id: 'reply-send', again: reply.hasSameFiles ? reply.send.bind(reply) : 'never' },
      )}
    </div>
  </div>`
}
