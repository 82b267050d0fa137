import { html, nothing, type TemplateResult } from 'lit'
import { guard } from 'lit/directives/guard.js'
import type { Words } from '../../../locales/index.js'
import { piecesOf, plainText, type Entry, type FileRef, type Writing } from '../../../src/index.js'
import { aroundSealed, foldedText } from '../long-text.js'
import type { TrackerView } from '../tracker-view.js'
import { eventLine, toldBefore } from './event-line.js'

/** One thing that was said or done: said things as text, the rest as one line. Drawn again only where it has changed. */
export function entryPart(view: TrackerView, entry: Entry): unknown {
  const { words, policy, now } = view
  const today = new Date(now).toDateString()
  return guard([entry, words, policy, today, toldBefore(view, entry)], () => drawn(view, entry))
}

function drawn(view: TrackerView, entry: Entry): TemplateResult {
  const { words, now } = view
  const { fact, by, at } = entry
  const time = html`<time datetime=${new Date(at).toISOString()}>${words.clock(at, now)}</time>`
  if (!('files' in fact))
    return html`<li class="event" id="entry-${entry.id}">
      <bdi>${eventLine(view, entry, fact)}</bdi> <span class="hint">${time}</span>
    </li>`
  return html`<li class="said-by ${by} ${fact.kind}" id="entry-${entry.id}">
    <p class="author">
      <span class="strong"
        >${words.say(fact.kind === 'question' ? 'tracker.by.question' : `tracker.by.${by}`)}</span
      >
      <span class="hint">${time}</span>
    </p>
    ${fact.text.trim() === '' ? nothing : writing(view, fact, entry)} ${files(view, fact.files)}
  </li>`
}

/** The first message is the whole request, which the customer knows: folded. */
function writing({ words, entries }: TrackerView, { text, format }: Writing, entry: Entry): TemplateResult {
  const whole = plainText(text, format)
  return entry === entries[0]
    ? html`<details class="fold">
        <summary><span class="strong">${words.say('tracker.request')}</span></summary>
        ${written(words, whole, said)}
      </details>`
    : written(words, whole, long)
}

/** Sealed login details are for the engineers: of them the customer sees that they are there. */
function written(
  words: Words,
  text: string,
  show: (words: Words, text: string) => TemplateResult,
): TemplateResult {
  const around = aroundSealed(text)
  if (!around) return show(words, text)
  return html`${around.before === '' ? nothing : show(words, around.before)}
    <details class="fold">
      <summary><span class="strong">${words.say('tracker.sealed')}</span></summary>
      <p class="typed" dir="ltr">${around.sealed}</p>
    </details>
    ${around.after === '' ? nothing : show(words, around.after)}`
}

function said(_words: Words, text: string): TemplateResult {
  return html`<p class="typed" dir="auto">${linked(text)}</p>`
}

/** What would push everything else off the page is opened by a press. */
function long(words: Words, text: string): TemplateResult {
  const folded = foldedText(text)
  if (!folded) return said(words, text)
  return html`${said(words, folded.opening)}
    <details class="rest">
      <summary>
        <span class="more">${words.say('tracker.more')}</span
        ><span class="less">${words.say('tracker.less')}</span>
      </summary>
      ${said(words, folded.rest)}
    </details>`
}

function linked(text: string): readonly unknown[] {
  return piecesOf(text).map(piece =>
    piece.kind === 'link'
      ? html`<a href=${piece.href} target="_blank" rel="noopener noreferrer nofollow"
          ><bdi>${piece.text}</bdi></a
        >`
      : piece.text,
  )
}

function files({ words, open }: TrackerView, refs: readonly FileRef[]): TemplateResult | typeof nothing {
  if (refs.length === 0) return nothing
  return html`<ul class="files">
    ${refs.map(
      ref =>
        html`<li>
          <button
            type="button"
            class="plain"
            @click=${() => {
              open(ref)
            }}
          >
            ${words.say('tracker.file.open')} <bdi>${ref.name}</bdi>
          </button>
          <span class="hint">${words.bytes(ref.bytes)}</span>
        </li>`,
    )}
  </ul>`
}
