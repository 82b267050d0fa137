import { html, nothing, type TemplateResult } from 'lit'
import type { Words } from '../../locales/index.js'
import { menuPath } from '../shared/by-hand.js'
import { tell, tellingButton } from '../shared/command.js'
import { download } from '../shared/download.js'
import { fold } from '../shared/fold.js'
import type { FormView } from './form-view.js'
import type { Taken } from './take-along.js'

/** The way by hand, with the whole request to take along; `isThere`: it may be there already. */
export function byHandWithText(
  { words, facts }: FormView,
  { key, text, request }: Taken,
  isThere: boolean,
): TemplateResult {
  const { provider, contact } = facts.policy
  const path = menuPath(words, provider)
  const names = (request.files ?? []).map(({ name }) => name)
  return html`<section class="stack tight" aria-labelledby="by-hand-title">
    <h3 id="by-hand-title">${words.say('byHand.title')}</h3>
    <p>${words.say(isThere ? 'byHand.unknown' : 'byHand.text', { path })}</p>
    <p>${words.say('byHand.take')}</p>
    ${tellingButton(
      words,
      'by-hand-copy',
      words.say('byHand.copy'),
      ({ currentTarget }: Event) => copy(currentTarget, text, words),
      text,
    )}
    ${tellingButton(
      words,
      'by-hand-download',
      words.say('byHand.download'),
      ({ currentTarget }: Event) => {
        const file = `${words.say('byHand.file')}-${key}.txt`
        download(file, new Blob([text, '\n'], { type: 'text/plain;charset=utf-8' }))
        if (currentTarget instanceof HTMLElement)
          tell(currentTarget, words.say('byHand.downloaded', { file }), true)
      },
      text,
    )}
    ${fold({
      title: words.say('byHand.show'),
      content: html`<textarea
        id="by-hand-text"
        class="code"
        rows="5"
        readonly
        lang=${provider.language}
        aria-label=${words.say('byHand.label')}
        .value=${text}
      ></textarea>`,
    })}
    ${request.access.kind === 'account' ? html`<p>${words.say('byHand.later')}</p>` : nothing}
    ${names.length > 0 ? html`<p>${words.say('byHand.files', { names: words.list(names) })}</p>` : nothing}
    ${contact.liveChat === 'first-consultation-only' ? html`<p>${words.say('byHand.chat')}</p>` : nothing}
    ${isThere ? nothing : html`<p class="hint">${words.say('byHand.key')} <code class="wrap">${key}</code></p>`}
  </section>`
}

/** Where the browser doesn't let the page copy, the text is shown and selected, for a copy by hand. */
async function copy(button: EventTarget | null, text: string, words: Words): Promise<void> {
  if (!(button instanceof HTMLElement)) return
  try {
    await navigator.clipboard.writeText(text)
    tell(button, words.say('byHand.copied'), true)
  } catch {
    const shown = button.closest('section')?.querySelector('textarea')
    const folded = shown?.closest('details')
    if (folded) folded.open = true
    shown?.focus()
    shown?.select()
    tell(button, words.say('byHand.copyFailed'), false)
  }
}
