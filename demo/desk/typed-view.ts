import { html } from 'lit'
import type { TemplateResult } from 'lit'
import { records, text, whole } from '../record.js'
import type { Fields } from '../record.js'
import { file } from './desk-data.js'
import { save } from './save.js'
import type { FiledFacts } from './stored.js'
import { visible } from './visible.js'
import { size } from './words.js'

/** The customer's own words, as typed, and the files that came with them. */
export function typedView(facts: FiledFacts, message: Fields | undefined): TemplateResult {
  return html`
    <section aria-labelledby="problem-heading">
      <h3 id="problem-heading">Problem</h3>
      ${typed(facts.problem)}
      <h3 id="action-heading">Requested action</h3>
      ${typed(facts.action)}
      <h3 id="errors-heading">Error messages</h3>
      ${
        facts.errors === undefined
          ? typed(undefined)
          : html`<pre class="typed log" tabindex="0" role="region" aria-labelledby="errors-heading">
${visible(facts.errors)}</pre>`
      }
      ${filesOf(message) ?? html`<p class="hint">No files.</p>`}
    </section>
  `
}

function typed(words: string | undefined): TemplateResult {
  return words === undefined
    ? html`<p class="hint">None given.</p>`
    : html`<pre class="typed">${visible(words)}</pre>`
}

/** The files of a message, to be saved; nothing where there are none. */
export function filesOf(message: Fields | undefined): TemplateResult | undefined {
  const refs = message ? records(message['files']) : []
  if (refs.length === 0) return undefined
  return html`
    <ul aria-label="Files">
      ${refs.map(ref => {
        const name = text(ref, 'name')
        const fetchAndSave = async () => save(name, await file(text(ref, 'id')))
        return html`<li>
          <button type="button" @click=${() => void fetchAndSave()}>Download: ${visible(name)}</button>
          ${size(whole(ref, 'bytes'))}
        </li>`
      })}
    </ul>
  `
}
