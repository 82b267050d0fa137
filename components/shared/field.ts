import { html, nothing, type TemplateResult } from 'lit'
import type { DirectiveResult } from 'lit/directive.js'
import { ifDefined } from 'lit/directives/if-defined.js'
import { live } from 'lit/directives/live.js'
import type { Words } from '../../locales/index.js'
import type { FieldKey, Issue } from '../../src/index.js'
import { checkbox } from './choice.js'
import { icon } from './icons.js'

/** What every question has: a label, a hint, and what is to be corrected. */
export interface Question {
  readonly key: FieldKey
  /** The control's id, where it is another than the key. */
  readonly id?: string
  readonly label: string
  readonly hint?: string | undefined
  readonly error?: string | undefined
  /** The word for "optional"; absent where an answer is needed. */
  readonly optional?: string | undefined
  /** The answer is complete for now: the customer has left the field. */
  readonly onChange?: () => void
  /** What is to be looked at once more, without being wrong; stands below the control, and describes it by its id. */
  readonly advice?: { readonly id: string; readonly content: unknown } | undefined
}

/** How a text is asked for. */
export interface TextQuestion extends Question {
  readonly value: string
  readonly onInput: (value: string) => void
  readonly rows?: number
  readonly inputMode?: 'text' | 'numeric'
  readonly autocomplete?: 'name'
  /** Names and addresses: no spell check, no capitals. */
  readonly verbatim?: boolean
  /** Further attributes of a line, by a directive. */
  readonly attributes?: DirectiveResult
}

/** What is to be corrected, in words. */
export function issueWords({ code, field }: Issue, words: Words): string {
  return words.say(`issue.${code}`, { field: words.wording(undefined, `field.${field}.label`) })
}

/** The id of a question's control. */
export function controlId({ id, key }: Question): string {
  return id ?? key
}

/** The ids of a question's hint, error and advice, in the order in which they describe it. */
export function describedBy(question: Question): string | undefined {
  const id = controlId(question)
  const { hint, error, advice } = question
  const ids = [hint ? `${id}-hint` : '', error ? `${id}-error` : '', advice?.id ?? ''].filter(Boolean)
  return ids.length > 0 ? ids.join(' ') : undefined
}

/** A label, a control, and its words around it. */
export function questionFrame(question: Question, control: unknown): TemplateResult {
  return html`<div class="question" data-field=${question.key} ?data-wrong=${Boolean(question.error)}>
    <label for=${controlId(question)} id="${controlId(question)}-label"
      >${question.label}${optionalMark(question)}</label
    >
    ${hintLine(question)} ${control} ${errorLine(question)} ${question.advice?.content ?? nothing}
  </div>`
}

/** A line or a block of text. */
export function textQuestion(question: TextQuestion): TemplateResult {
  const { value, rows, error, verbatim, onChange } = question
  const onInput = ({ target }: Event): void => {
    if (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) {
      question.onInput(target.value)
    }
  }
  const control = rows
    ? html`<textarea
        id=${controlId(question)}
        rows=${rows}
        .value=${live(value)}
        aria-invalid=${error ? 'true' : 'false'}
        aria-describedby=${ifDefined(describedBy(question))}
        aria-required=${question.optional ? 'false' : 'true'}
        @input=${onInput}
        @change=${onChange ?? nothing}
      ></textarea>`
    : html`<input
        id=${controlId(question)}
        type="text"
        .value=${live(value)}
        inputmode=${question.inputMode ?? 'text'}
        autocomplete=${question.autocomplete ?? 'off'}
        autocapitalize=${verbatim ? 'none' : 'sentences'}
        spellcheck=${verbatim ? 'false' : 'true'}
        aria-invalid=${error ? 'true' : 'false'}
        aria-describedby=${ifDefined(describedBy(question))}
        aria-required=${question.optional ? 'false' : 'true'}
        @input=${onInput}
        @change=${onChange ?? nothing}
        ${question.attributes ?? nothing}
      />`
  return questionFrame(question, control)
}

/** A group of choices under one legend. */
export function groupQuestion(asked: Question, choices: unknown): TemplateResult {
  // The first choice has the key as its id: the group's own words are told apart from its.
  const question = { ...asked, id: `${asked.key}-group` }
  return html`<fieldset
    class="question"
    data-field=${question.key}
    ?data-wrong=${Boolean(question.error)}
    aria-describedby=${ifDefined(describedBy(question))}
  >
    <legend>${question.label}${optionalMark(question)}</legend>
    ${hintLine(question)} ${errorLine(question)}
    <div class="choices">${choices}</div>
  </fieldset>`
}

/** One tick of its own: a consent, a declaration, a yes. */
export function tickQuestion(
  question: Question,
  checked: boolean,
  onChange: (checked: boolean) => void,
): TemplateResult {
  return html`<div class="question" data-field=${question.key} ?data-wrong=${Boolean(question.error)}>
    ${checkbox({
      id: controlId(question),
      name: question.key,
      title: question.label,
      hint: question.hint,
      checked,
      errorId: question.error ? `${controlId(question)}-error` : undefined,
      onChange,
    })}
    ${errorLine(question)}
  </div>`
}

function errorLine(question: Question): TemplateResult | typeof nothing {
  return question.error
    ? html`<p class="error" id="${controlId(question)}-error">
        ${icon('error')}<span>${question.error}</span>
      </p>`
    : nothing
}

function hintLine(question: Question): TemplateResult | typeof nothing {
  return question.hint ? html`<p class="hint" id="${controlId(question)}-hint">${question.hint}</p>` : nothing
}

function optionalMark({ optional }: Question): TemplateResult | typeof nothing {
  return optional ? html` <span class="optional">(${optional})</span>` : nothing
}
