import { html, nothing, type TemplateResult } from 'lit'
import { guard } from 'lit/directives/guard.js'
import { piecesOf, plainText, type Entry, type Fact, type FileRef, type Writing } from '../../../src/index.js'
import { stageName } from '../../shared/stage-words.js'
import { titleIn, type TrackerView } from '../tracker-view.js'

/** One thing that was said or done: said things as text, the rest as one line. Drawn again only where it has changed. */
export function entryPart(view: TrackerView, entry: Entry): unknown {
  const { words, policy, now } = view
  const today = new Date(now).toDateString()
  return guard([entry, words, policy, today], () => drawn(view, entry))
}

function drawn(view: TrackerView, entry: Entry): TemplateResult {
  const { words, now } = view
  const { fact, by, at } = entry
  const time = html`<time datetime=${new Date(at).toISOString()}>${words.clock(at, now)}</time>`
  if (!('files' in fact))
    return html`<li class="event" id="entry-${entry.id}">
      <span>${lineOf(view, fact)}</span> <span class="hint">${time}</span>
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
  const body = html`<p class="typed" dir="auto">${linked(plainText(text, format))}</p>`
  return entry === entries[0]
    ? html`<details class="fold">
        <summary><span class="strong">${words.say('tracker.request')}</span></summary>
        ${body}
      </details>`
    : body
}

function linked(text: string): readonly unknown[] {
  return piecesOf(text).map(piece =>
    piece.kind === 'link'
      ? html`<a href=${piece.href} target="_blank" rel="noopener noreferrer nofollow">${piece.text}</a>`
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

function lineOf(view: TrackerView, fact: Exclude<Fact, Writing>): unknown {
  const { words } = view
  const because = 'reason' in fact ? html` – <span class="typed">${fact.reason}</span>` : nothing
  switch (fact.kind) {
    case 'stage': {
      const title = stageName(words, fact.stage) ?? fact.stage
      return html`${words.say('tracker.event.stage', { stage: title })}${because}`
    }
    case 'effort':
      return html`${words.say(`tracker.event.effort.${fact.effort}`)}${because}`
    case 'extra':
      return html`${words.say('tracker.event.extra', { extra: titleIn(view, 'extra', fact.extra) })}${because}`
    case 'method':
      return html`${words.say('tracker.event.method', { method: titleIn(view, 'method', fact.method) })}${because}`
    case 'access':
      return words.say(`tracker.event.access.${fact.event}`, {
        role: fact.role ?? words.say('tracker.by.engineer'),
      })
    case 'quote':
      return words.say(`tracker.event.quote.${fact.state}`)
    case 'promise':
      return words.say('tracker.event.promise', { time: words.moment(fact.until) })
    case 'authorization':
      return words.say('tracker.event.authorization')
    case 'check-off':
      return words.say('tracker.event.checkOff', {
        item: words.has(`aftercare.toDo.${fact.item}`)
          ? words.wording(undefined, `aftercare.toDo.${fact.item}`)
          : fact.item,
      })
  }
}
