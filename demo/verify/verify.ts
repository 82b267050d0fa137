import { html, render } from 'lit'
import { wordsFor } from '../../locales/index.js'
import { checkReceiptFile } from '../../src/index.js'
import type { AnyReceipt, ReceiptCheck } from '../../src/index.js'
import { languageButton } from '../portal/bar.js'
import { language, speak } from '../portal/language.js'
import type { Language } from '../portal/words.js'
import { isDrawnFrom } from './drawn-anew.js'
import { words } from './words.js'
import type { Words } from './words.js'

/** Far longer than any receipt; what is bigger would only stop the page. */
const LONGEST = 5_000_000

/** Or the data fits its checksum, and the page around it isn't what is made of it. */
type Found = ReceiptCheck | { readonly kind: 'differs'; readonly receipt: AnyReceipt }

let latest: Promise<Found> | undefined
let found: Found | undefined

/** Checks a text or a file; of several under way, the last one counts. */
async function check(given: string | Blob): Promise<void> {
  const checking = checked(given)
  latest = checking
  const result = await checking
  if (latest !== checking) return
  found = result
  draw()
}

async function checked(given: string | Blob): Promise<Found> {
  const isText = typeof given === 'string'
  if ((isText ? given.length : given.size) > LONGEST) return { kind: 'not-a-receipt' }
  // A file that was taken away meanwhile can't be read, and so not checked.
  const text = isText ? given : await given.text().catch(() => '')
  const check = await checkReceiptFile(text)
  if (check.kind !== 'intact' || isJson(text) || (await isDrawnFrom(check.receipt, text))) return check
  return { kind: 'differs', receipt: check.receipt }
}

/** Nothing around the data that could show something else. */
function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

function draw(): void {
  const say = words[language()]
  document.title = `${say.title} · Nordhost`
  into('bar', languageButton(switchTo))
  into('check', page(say))
  into('footer', html`<p>${say.footer}</p>`)
}

function switchTo(chosen: Language): void {
  speak(chosen)
  draw()
}

function into(id: string, content: unknown): void {
  const place = document.getElementById(id)
  if (place) render(content, place)
}

function page(say: Words) {
  return html`
    <h1 tabindex="-1">${say.title}</h1>
    <p>${say.lead}</p>
    <div class="drop" @dragover=${(event: DragEvent) => event.preventDefault()} @drop=${onDrop}>
      <label for="file">${say.file}</label>
      <p class="hint" id="file-hint">${say.hint}</p>
      <input type="file" id="file" accept=".html,.json" aria-describedby="file-hint" @change=${onFile} />
    </div>
    <details>
      <summary>${say.paste}</summary>
      <textarea id="text" aria-label=${say.paste} spellcheck="false" autocomplete="off"></textarea>
      <button type="button" @click=${onText}>${say.check}</button>
    </details>
    <div role="status">${found && verdict(say, found)}</div>
    ${found && found.kind !== 'not-a-receipt' && found.receipt ? paper(say, found.kind, found.receipt) : ''}
  `
}

function verdict(say: Words, { kind }: Found) {
  return html`<div class="verdict ${kind}">
    <p><strong>${say[kind]}</strong></p>
    <p>${say[`${kind}Text`]}</p>
    ${kind === 'intact' || kind === 'differs' ? html`<p>${say.noProof}</p>` : ''}
  </div>`
}

function paper(
  say: Words,
  kind: 'intact' | 'changed' | 'differs',
  { ticket, filedAt, authorization }: AnyReceipt,
) {
  const spoken = wordsFor(language())
  const { provider, server, signer, statement } = authorization.record
  const row = (name: string, value: unknown) =>
    html`<div>
      <dt>${name}</dt>
      <dd>${value}</dd>
    </div>`
  return html`<section class="paper" aria-labelledby="says">
    <h2 id="says">${kind === 'intact' ? say.says : say.saysNow}</h2>
    <dl>
      ${row(provider, spoken.say('sent.number', { number: ticket.number }))}
      ${row(spoken.say('ticket.server'), html`<bdi>${server.value}</bdi>`)}
      ${row(
        spoken.say('receipt.filed'),
        html`<time datetime=${new Date(filedAt).toISOString()}>${spoken.moment(filedAt)}</time>`,
      )}
      ${row(spoken.say('ticket.signer'), html`<bdi>${signer.name}</bdi> (<bdi>${signer.account}</bdi>)`)}
      ${row(say.statement, html`<blockquote lang=${statement.language}>${statement.text}</blockquote>`)}
    </dl>
  </section>`
}

function onFile(event: Event): void {
  const file = event.target instanceof HTMLInputElement ? event.target.files?.[0] : undefined
  if (file) void check(file)
}

function onDrop(event: DragEvent): void {
  event.preventDefault()
  const file = event.dataTransfer?.files[0]
  if (file) void check(file)
}

function onText(): void {
  const field = document.getElementById('text')
  if (field instanceof HTMLTextAreaElement) void check(field.value)
}

draw()
