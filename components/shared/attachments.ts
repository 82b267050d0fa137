import { html, nothing, type TemplateResult } from 'lit'
import { ifDefined } from 'lit/directives/if-defined.js'
import { repeat } from 'lit/directives/repeat.js'
import type { Words } from '../../locales/index.js'
import type { FileLimits } from '../../src/index.js'
import type { Attachments, ChosenFile } from './attachments.controller.js'
import { controlId, describedBy, questionFrame, type Question } from './field.js'
import { fold } from './fold.js'
import { icon } from './icons.js'
import { notice } from './notice.js'

/** What is asked, and where the files go. */
export interface AttachmentsQuestion extends Question {
  readonly words: Words
  readonly attachments: Attachments
  /** The customer's login details, where they may stand in a file too, and how that is said. */
  readonly known?: { readonly isIn: (text: string) => boolean; readonly sentence: string }
}

/**
 * Files, by the browser's own chooser or dropped upon it; nothing where the ticket system takes none.
 *
 * `fileArrivals` on an element around it takes what is dropped beside it, and what is pasted.
 */
export function attachmentsQuestion(question: AttachmentsQuestion): TemplateResult | typeof nothing {
  const { limits, chosen } = question.attachments
  if (!question.attachments.isOffered) return nothing
  return questionFrame(
    // The hint and the limits are one paragraph.
    { ...question, hint: undefined },
    html`${limits ? place(question, limits) : nothing} ${chosen.length > 0 ? list(question) : nothing}`,
  )
}

/** Few need them: folded, and the names of those that are attached stay in sight. Where none are taken, what to do instead. */
export function attachmentsFold(
  title: string,
  question: AttachmentsQuestion,
): TemplateResult | typeof nothing {
  const { words, attachments, hint } = question
  if (!attachments.isOffered)
    return attachments.limits === null ? html`<p class="hint">${words.say('attachments.none')}</p>` : nothing
  const { names } = attachments
  return fold({
    title,
    line: names.length > 0 ? words.list(names) : hint,
    // The hint stands in the line already.
    content: attachmentsQuestion({ ...question, hint: undefined }),
  })
}

function place(question: AttachmentsQuestion, { maxBytes, maxCount }: FileLimits): TemplateResult {
  const { words, attachments, hint = '' } = question
  const id = controlId(question)
  const described = [describedBy({ ...question, hint: undefined }), `${id}-limits`, `${id}-screenshots`]
    .filter(Boolean)
    .join(' ')
  return html`<p class="hint" id="${id}-limits">
      ${hint} ${words.say('attachments.limits', { count: maxCount, size: words.bytes(maxBytes) })}
    </p>
    <div class="drop">
      <input
        id=${id}
        type="file"
        ?multiple=${maxCount > 1}
        aria-labelledby="${id}-label ${id}-choose"
        aria-describedby=${described}
        aria-invalid=${ifDefined(question.error ? 'true' : undefined)}
        @change=${({ target }: Event) => {
          if (!(target instanceof HTMLInputElement)) return
          attachments.take(Array.from(target.files ?? []))
          // Emptied, so that the same file can be chosen again once it was mended.
          target.value = ''
        }}
      />
      ${icon('attach')}
      <span>
        <span class="choose" id="${id}-choose">${words.say('attachments.choose')}</span>
        <span class="by-drop">${words.say('attachments.drop')}</span>
      </span>
    </div>
    <p class="hint" id="${id}-screenshots">${words.say('attachments.screenshots')}</p>`
}

function list(question: AttachmentsQuestion): TemplateResult {
  const { words, attachments } = question
  return html`<ul class="attached" aria-label=${words.say('attachments.list')}>
    ${repeat(
      attachments.chosen,
      ({ id }) => id,
      one =>
        html`<li data-at=${one.at}>
          ${icon(one.at === 'refused' ? 'error' : 'note')}
          <span class="named">
            <bdi>${one.name}</bdi>
            ${one.at === 'refused' ? nothing : html`<span class="hint">${standing(one, question)}</span>`}
          </span>
          ${one.at === 'refused' ? html`<p class="why">${attachments.whyNot(one.flaw)}</p>` : nothing}
          ${removal(one, question)} ${warning(one, question)}
        </li>`,
    )}
  </ul>`
}

function standing(one: Exclude<ChosenFile, { at: 'refused' }>, { words }: AttachmentsQuestion): string {
  switch (one.at) {
    case 'reading':
      return words.say('attachments.reading')
    case 'attached':
      return fileLine(one.attachment, words)
    case 'forgotten':
      return words.say('attachments.again')
  }
}

/** What a file is, in a few words: "PNG image · 120 kB". */
function fileLine(
  { kind, file }: Extract<ChosenFile, { at: 'attached' }>['attachment'],
  words: Words,
): string {
  return `${words.say(`attachments.kind.${kind}`)} · ${words.bytes(file.size)}`
}

function removal(one: ChosenFile, { words, attachments, ...question }: AttachmentsQuestion): TemplateResult {
  return html`<button
    type="button"
    class="plain"
    aria-label=${words.say('attachments.removeWhat', { name: one.name })}
    @click=${({ currentTarget }: Event) => {
      focusBeside(currentTarget, controlId(question))
      attachments.remove(one)
    }}
  >
    ${words.say('attachments.remove')}
  </button>`
}

/** What in a file looks like a secret: removed with the file, or left on the customer's word. */
function warning(one: ChosenFile, question: AttachmentsQuestion): TemplateResult | typeof nothing {
  const { words, attachments, known } = question
  if (one.at !== 'attached') return nothing
  const { suspicion, attachment } = one
  if (known?.isIn(attachment.opening) === true)
    return notice('warning', known.sentence, words.say('attachments.suspect.advice'))
  if (!suspicion) return nothing
  const line = suspicion.in === 'text' ? suspicion.line : 0
  const kept = words.say('guard.action.kept')
  return notice(
    'warning',
    words.say(`attachments.suspect.${suspicion.in}`, { line }),
    words.say('attachments.suspect.advice'),
    html`<button
      type="button"
      aria-label="${kept}: ${one.name}"
      @click=${({ currentTarget }: Event) => {
        // The question goes with its buttons: what stays is the file's own.
        if (currentTarget instanceof Element) focusButton(currentTarget.closest('li'))
        attachments.keep(one)
      }}
    >
      ${kept}
    </button>`,
  )
}

/** To the next file's button, or the last one's, or where files are chosen: what was pressed is about to go. */
function focusBeside(button: EventTarget | null, inputId: string): void {
  if (!(button instanceof Element)) return
  const row = button.closest('li')
  if (focusButton(row?.nextElementSibling ?? row?.previousElementSibling ?? null)) return
  const input = button.closest('[data-field]')?.querySelector(`#${inputId}`)
  if (input instanceof HTMLElement) input.focus()
}

function focusButton(row: Element | null): boolean {
  const button = row?.querySelector('button')
  button?.focus()
  return button !== null && button !== undefined
}
