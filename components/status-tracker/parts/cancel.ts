import { html, nothing, type TemplateResult } from 'lit'
import { fold } from '../../shared/fold.js'
import type { TrackerView } from '../tracker-view.js'
import { actButton, actNotice } from './act-notice.js'

/** The way to call the request off: there, and out of the way. */
export function cancelPart(view: TrackerView): TemplateResult | typeof nothing {
  const { words, may, acts, isErasable } = view
  if (!may('cancel')) return nothing
  return fold({
    title: words.say('tracker.cancel.title'),
    content: html`<p>${words.say(isErasable ? 'tracker.cancel.text' : 'tracker.cancel.textKept')}</p>
      ${actNotice(view, 'cancel')}
      <div class="row">
        ${actButton(view, 'cancel', words.say('tracker.cancel.send'), () => {
          void acts.do('cancel', {})
        })}
      </div>`,
  })
}
