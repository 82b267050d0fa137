import { html, type TemplateResult } from 'lit'
import { ifDefined } from 'lit/directives/if-defined.js'
import type { Words } from '../../locales/index.js'
import { controlId, describedBy, questionFrame, type Question } from './field.js'

/** What a secret line needs beside its question. */
export interface SecretOptions {
  readonly words: Words
  readonly shown: boolean
  readonly onShow: (shown: boolean) => void
}

/**
 * A password, hidden until shown; its value is bound to nothing and read only at the moment of sealing.
 *
 * `new-password` keeps the browser from filling in the client area's own password, which `off` doesn't.
 */
export function secretLine(question: Question, options: SecretOptions): TemplateResult {
  const { words, shown, onShow } = options
  const { label } = question
  return questionFrame(
    question,
    contained(
      html`<input
          id=${controlId(question)}
          type=${shown ? 'text' : 'password'}
          class="rr-block ph-no-capture fs-exclude keeper-ignore"
          autocomplete="new-password"
          autocapitalize="none"
          spellcheck="false"
          translate="no"
          writingsuggestions="false"
          data-private
          data-sentry-mask
          data-dd-privacy="mask"
          data-hj-suppress
          data-1p-ignore
          data-lpignore="true"
          data-bwignore
          data-form-type="other"
          aria-invalid=${question.error ? 'true' : 'false'}
          aria-describedby=${ifDefined(describedBy(question))}
          aria-required=${question.optional ? 'false' : 'true'}
        />
        <button
          type="button"
          class="plain"
          @click=${() => {
            onShow(!shown)
          }}
        >
          ${words.say(shown ? 'access.hide' : 'access.show', { label })}
        </button>`,
    ),
  )
}

/** A private key: many lines, pasted whole. */
export function secretBlock(question: Question): TemplateResult {
  return questionFrame(
    question,
    contained(
      html`<textarea
        id=${controlId(question)}
        class="code rr-block ph-no-capture fs-exclude keeper-ignore"
        rows="5"
        autocomplete="off"
        autocapitalize="none"
        spellcheck="false"
        translate="no"
        writingsuggestions="false"
        data-private
        data-sentry-mask
        data-dd-privacy="mask"
        data-hj-suppress
        aria-invalid=${question.error ? 'true' : 'false'}
        aria-describedby=${ifDefined(describedBy(question))}
        aria-required="true"
      ></textarea>`,
    ),
  )
}

/** Keeps what is typed from the page's bubble listeners; Tab, Enter and Escape go on. Capture listeners can't be kept off. */
function contained(field: TemplateResult): TemplateResult {
  return html`<div
    class="secret"
    @keydown=${stopTyped}
    @keyup=${stopTyped}
    @keypress=${stop}
    @beforeinput=${stop}
    @input=${stop}
    @textInput=${stop}
    @compositionstart=${stop}
    @compositionupdate=${stop}
    @compositionend=${stop}
    @change=${stop}
    @copy=${stop}
    @cut=${stop}
    @paste=${stop}
    @drop=${stop}
  >
    ${field}
  </div>`
}

function stop(event: Event): void {
  event.stopPropagation()
}

/** Keys that type nothing are named by words: Tab, Enter, Escape, F1. All others are what was typed, or a part of it. */
const typesNothing = /^(?!Dead$|Process$|Unidentified$)[A-Z][A-Za-z]*[a-z\d]+$/

function stopTyped(event: KeyboardEvent): void {
  if (!typesNothing.test(event.key)) event.stopPropagation()
}
