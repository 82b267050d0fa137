import { html } from 'lit'
import type { TemplateResult } from 'lit'
import { record, recordOrNone, records, text, textOrNone, whole, wholeOrNone } from '../record.js'
import type { Fields } from '../record.js'
import { accessView } from './access-view.js'
import type { AccessActs, Opening } from './access-view.js'
import { authorizationView } from './authorization-view.js'
import type { Checked } from './authorization-view.js'
import { file } from './desk-data.js'
import type { DeskEntry, DeskRequest } from './desk-data.js'
import { save } from './save.js'
import { visible } from './visible.js'

/** One request in full. */
export function requestView(
  request: DeskRequest,
  checked: Checked | undefined,
  opening: Opening,
  acts: AccessActs,
): TemplateResult {
  const facts = request.entries.map(entry => ({ entry, fact: factOf(entry) }))
  const first = facts.find(({ fact }) => fact['kind'] === 'message')?.fact
  return html`
    <h2>Request ${String(request.number)}</h2>
    <section aria-labelledby="text-heading">
      <h3 id="text-heading">The ticket's text, as it arrived</h3>
      <pre class="body" tabindex="0" role="region" aria-label="Text">
${visible(first ? text(first, 'text') : '')}</pre>
      ${files(first)}
    </section>
    <section aria-labelledby="facts-heading">
      <h3 id="facts-heading">Facts</h3>
      ${structured(request)}
    </section>
    <section aria-labelledby="authorization-heading">
      <h3 id="authorization-heading">Authorization</h3>
      ${authorizationView(checked)}
    </section>
    <section aria-labelledby="access-heading">
      <h3 id="access-heading">Login details</h3>
      ${accessView(request, opening, acts)}
    </section>
    <section aria-labelledby="history-heading">
      <h3 id="history-heading">History</h3>
      <ol class="history">
        ${facts.map(
          ({ entry, fact }) =>
            html`<li><time>${new Date(entry.at).toISOString()}</time> ${entry.party}: ${told(fact)}</li>`,
        )}
      </ol>
    </section>
  `
}

function structured(request: DeskRequest): TemplateResult {
  const facts = record(JSON.parse(request.facts))
  const access = recordOrNone(facts['access']) ?? {}
  const port = wholeOrNone(access, 'port')
  const way = [
    textOrNone(access, 'kind'),
    textOrNone(access, 'username'),
    port === undefined ? undefined : `port ${String(port)}`,
    textOrNone(access, 'reason'),
  ]
  const rows: readonly (readonly [string, string | undefined])[] = [
    ['Customer', request.person],
    ['Server', `${request.server.value} (${request.server.kind})`],
    ['Service', textOrNone(facts, 'serviceId')],
    ['Type', textOrNone(facts, 'serverType')],
    ['System', textOrNone(facts, 'operatingSystem')],
    ['Tasks', ids(facts['tasks'])],
    ['Extras', ids(facts['extras'])],
    ['Access', way.filter(part => part !== undefined).join(' · ')],
    ['Language', textOrNone(facts, 'language')],
    ['Phase', `${request.phase} (${request.stage})`],
    ['Request key', request.key],
  ]
  return html`
    <dl>
      ${rows.map(
        ([label, value]) =>
          html`<dt>${label}</dt>
            <dd>${value === undefined ? 'not given' : visible(value)}</dd>`,
      )}
    </dl>
  `
}

function files(message: Fields | undefined): TemplateResult {
  const refs = message ? records(message['files']) : []
  if (refs.length === 0) return html`<p class="hint">No files.</p>`
  return html`
    <ul>
      ${refs.map(ref => {
        const name = text(ref, 'name')
        const fetchAndSave = async () => save(name, await file(text(ref, 'id')))
        return html`<li>
          <button type="button" @click=${() => void fetchAndSave()}>Download: ${visible(name)}</button>
          ${String(whole(ref, 'bytes'))} bytes
        </li>`
      })}
    </ul>
  `
}

function told(fact: Fields): string {
  switch (fact['kind']) {
    case 'access': {
      const role = textOrNone(fact, 'role')
      return `login details ${text(fact, 'event')}${role === undefined ? '' : ` by ${role}`}`
    }
    case 'stage':
      return `stage ${text(fact, 'stage')}`
    case 'authorization':
      return 'authorization'
    case 'message':
      return 'message'
    default:
      return 'something else'
  }
}

function ids(value: unknown): string {
  const list = Array.isArray(value) ? value.filter(item => typeof item === 'string') : []
  return list.length === 0 ? 'none' : list.join(', ')
}

/** An entry that somebody broke in the file must not hide the others. */
function factOf({ fact }: DeskEntry): Fields {
  try {
    return record(JSON.parse(fact))
  } catch {
    return {}
  }
}
