import { html, nothing, type TemplateResult } from 'lit'
import { ifDefined } from 'lit/directives/if-defined.js'
import type { CredentialWarning, SecretField } from '../../src/index.js'
import { entryAttributes } from './entry-attributes.js'
import { controlId, describedBy, questionFrame, type Question } from './field.js'
import { hasFocusLeft } from './focus-left.js'
import { icon } from './icons.js'
import { notice } from './notice.js'
import type { SecretFields } from './secret-fields.controller.js'

/** How a secret is asked for: its field is the question's id. */
export interface SecretQuestion extends Question {
  readonly id: SecretField
  /** A private key was put where it doesn't belong: show the field that it belongs into. */
  readonly toKeyField?: () => void
}

/** A password, hidden until shown; its value is bound to nothing and read only at the moment of sealing. */
export function secretLine(
  question: SecretQuestion & { readonly id: 'password' | 'passphrase' },
  secrets: SecretFields,
): TemplateResult {
  const { id } = question
  const { words, managed } = secrets
  const shown = secrets.isShown(id)
  const act = shown ? 'hide' : 'show'
  return secretFrame(
    question,
    secrets,
    html`<div class="revealed">
      <input
        id=${id}
        type="password"
        aria-invalid=${question.error ? 'true' : 'false'}
        aria-describedby=${ifDefined(described(question, secrets))}
        aria-required=${question.optional ? 'false' : 'true'}
        ${entryAttributes(id, managed)}
      />
      <button
        type="button"
        aria-label=${words.say(`reveal.${id}.${act}`)}
        @mousedown=${stay}
        @click=${(event: Event) => {
          secrets.show(id, !shown)
          takeFocus(event)
        }}
      >
        ${icon(act)}<span>${words.say(`reveal.${act}`)}</span>
      </button>
    </div>`,
  )
}

/** A private key: many lines, pasted whole. */
export function secretBlock(
  question: SecretQuestion & { readonly id: 'privateKey' },
  secrets: SecretFields,
): TemplateResult {
  return secretFrame(
    question,
    secrets,
    html`<textarea
      id=${question.id}
      class="code"
      rows="5"
      aria-invalid=${question.error ? 'true' : 'false'}
      aria-describedby=${ifDefined(described(question, secrets))}
      aria-required=${question.optional ? 'false' : 'true'}
      ${entryAttributes(question.id, secrets.managed)}
    ></textarea>`,
  )
}

/**
 * A secret's question: keeps what is typed from the page's bubble listeners; Tab, Enter and Escape go on. Capture
 * listeners can't be kept off.
 */
function secretFrame(
  question: SecretQuestion,
  secrets: SecretFields,
  control: TemplateResult,
): TemplateResult {
  const { id } = question
  const onKey = (event: KeyboardEvent): void => {
    secrets.onModifier(id, event)
    if (!typesNothing.test(event.key)) event.stopPropagation()
  }
  return questionFrame(
    question,
    html`<div
      class="secret"
      @keydown=${onKey}
      @keyup=${onKey}
      @pointerdown=${(event: Event) => {
        secrets.onModifier(id, event)
      }}
      @input=${(event: Event) => {
        event.stopPropagation()
        secrets.onInput(id, event)
      }}
      @focusout=${(event: FocusEvent) => {
        if (hasFocusLeft(event)) secrets.onLeave(id)
      }}
      @keypress=${stop}
      @beforeinput=${stop}
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
      ${control}
      ${
        secrets.hasCapsLock(id)
          ? html`<p class="caps-lock">${icon('warning')}<span>${secrets.words.say('capsLock')}</span></p>`
          : nothing
      }
      ${warnings(question, secrets)}
    </div>`,
  )
}

function warnings(question: SecretQuestion, secrets: SecretFields): TemplateResult | typeof nothing {
  const { words } = secrets
  const codes = secrets.warningsAt(question.id)
  return codes.length === 0
    ? nothing
    : html`<div id="${question.id}-warnings" class="stack tight">
        ${codes.map(code =>
          notice(
            'warning',
            words.say(`warning.${code}.title`),
            words.say(`warning.${code}.text`),
            remedy(code, question, secrets),
          ),
        )}
      </div>`
}

function remedy(code: CredentialWarning, { id, toKeyField }: SecretQuestion, secrets: SecretFields): unknown {
  const { words } = secrets
  switch (code) {
    case 'edge-blanks':
      return button(words.say('warning.edge-blanks.action'), () => {
        secrets.trim(id)
      })
    case 'looks-like-private-key':
      return button(
        words.say('warning.looks-like-private-key.action', { field: words.say('field.privateKey.label') }),
        () => {
          toKeyField?.()
          secrets.toKeyField(id)
        },
      )
    default:
      return undefined
  }
}

function button(label: string, onClick: () => void): TemplateResult {
  return html`<button type="button" class="plain" @click=${onClick}>${label}</button>`
}

function described(question: SecretQuestion, secrets: SecretFields): string | undefined {
  const ids = [
    describedBy(question) ?? '',
    secrets.warningsAt(question.id).length > 0 ? `${controlId(question)}-warnings` : '',
  ]
  return ids.join(' ').trim() || undefined
}

/** Leaves the focus in the field: some browsers would take it away without giving it to the button. */
function stay(event: Event): void {
  event.preventDefault()
}

/** What is shown is hidden once the focus leaves it: so the focus has to be there. */
function takeFocus({ currentTarget }: Event): void {
  if (!(currentTarget instanceof HTMLElement) || currentTarget.parentElement?.matches(':focus-within')) return
  currentTarget.focus()
}

function stop(event: Event): void {
  event.stopPropagation()
}

/** Keys that type nothing are named by words: Tab, Enter, Escape, F1. All others are what was typed, or a part of it. */
const typesNothing = /^(?!Dead$|Process$|Unidentified$)[A-Z][A-Za-z]*[a-z\d]+$/
