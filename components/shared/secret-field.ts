import { html, nothing, type TemplateResult } from 'lit'
import { ifDefined } from 'lit/directives/if-defined.js'
import { keyed } from 'lit/directives/keyed.js'
import { isMendable, type CredentialWarning, type SecretField } from '../../src/index.js'
import { credentialNotices, noticesId, type Remedy } from './credential-notices.js'
import { entryAttributes } from './entry-attributes.js'
import { describedBy, questionFrame, type Question } from './field.js'
import { isTypingNothing } from './filled-in.js'
import { hasFocusLeft } from './focus-left.js'
import { icon } from './icons.js'
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
      ${keyed(
        secrets.wipes,
        html`<input
          id=${id}
          type="password"
          aria-invalid=${question.error ? 'true' : 'false'}
          aria-describedby=${ifDefined(described(question, secrets))}
          aria-required=${question.optional ? 'false' : 'true'}
          ${entryAttributes(id, managed)}
        />`,
      )}
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
    keyed(
      secrets.wipes,
      html`<textarea
        id=${question.id}
        class="code"
        rows="5"
        aria-invalid=${question.error ? 'true' : 'false'}
        aria-describedby=${ifDefined(described(question, secrets))}
        aria-required=${question.optional ? 'false' : 'true'}
        ${entryAttributes(question.id, secrets.managed)}
      ></textarea>`,
    ),
  )
}

/**
 * A secret's question: keeps what is typed from the page's bubble listeners; Tab, Enter and Escape go on. Capture
 * listeners can't be kept off.
 */
function secretFrame(question: SecretQuestion, secrets: SecretFields, control: unknown): TemplateResult {
  const { id } = question
  const onKey = (event: KeyboardEvent): void => {
    secrets.capsLock.onModifier(id, event)
    secrets.filledIn.onAct(id, event)
    if (!isTypingNothing(event.key)) event.stopPropagation()
  }
  const onAct = (event: Event): void => {
    secrets.filledIn.onAct(id, event)
    event.stopPropagation()
  }
  return questionFrame(
    question,
    html`<div
      class="secret"
      @keydown=${onKey}
      @keyup=${onKey}
      @pointerdown=${(event: Event) => {
        secrets.capsLock.onModifier(id, event)
      }}
      @input=${(event: Event) => {
        event.stopPropagation()
        secrets.onInput(id, event)
      }}
      @focusout=${(event: FocusEvent) => {
        if (hasFocusLeft(event)) secrets.onLeave(id)
      }}
      @keypress=${stop}
      @beforeinput=${onAct}
      @textInput=${stop}
      @compositionstart=${stop}
      @compositionupdate=${stop}
      @compositionend=${stop}
      @change=${stop}
      @copy=${stop}
      @cut=${stop}
      @paste=${onAct}
      @drop=${onAct}
    >
      ${control}
      ${
        secrets.capsLock.isOnAt(id)
          ? html`<p class="caps-lock">${icon('warning')}<span>${secrets.words.say('capsLock')}</span></p>`
          : nothing
      }
      ${credentialNotices(id, secrets.warnings.at(id), secrets.words, code => remedyFor(code, question, secrets))}
    </div>`,
  )
}

function remedyFor(
  code: CredentialWarning,
  { id, toKeyField }: SecretQuestion,
  secrets: SecretFields,
): Remedy | undefined {
  const { words } = secrets
  if (isMendable(code))
    return {
      label: words.say(`warning.${code}.action`),
      onPress: () => {
        secrets.mend(id, code)
      },
    }
  if (code === 'filled-by-browser')
    return {
      label: words.say('warning.filled-by-browser.action'),
      onPress: () => {
        secrets.clear(id)
      },
    }
  if (code !== 'looks-like-private-key') return undefined
  const field = words.say('field.privateKey.label')
  const onPress = (): void => {
    toKeyField?.()
    secrets.toKeyField(id)
  }
  return secrets.canMoveKey(id)
    ? { onPress, label: words.say('warning.looks-like-private-key.action', { field }) }
    : {
        onPress,
        label: words.say('warning.looks-like-private-key.anew', { field }),
        text: words.say('warning.looks-like-private-key.unmovable'),
      }
}

function described(question: SecretQuestion, secrets: SecretFields): string | undefined {
  const ids = [
    describedBy(question) ?? '',
    secrets.warnings.at(question.id).length > 0 ? noticesId(question.id) : '',
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
