import { html, type TemplateResult } from 'lit'
import type { Words } from '../../locales/index.js'
import { isMendable, mend, type CredentialWarning, type LoginAnswers } from '../../src/index.js'
import { radio } from './choice.js'
import { credentialNotices, noticesId, type Remedy } from './credential-notices.js'
import { entryAttributes } from './entry-attributes.js'
import { textQuestion, tickQuestion, type Question } from './field.js'
import { icon } from './icons.js'
import { notice } from './notice.js'
import { secretBlock, secretLine } from './secret-field.js'
import type { SecretFields } from './secret-fields.controller.js'

/** What the entry of login details is drawn from, and what it can do. */
export interface LoginView {
  readonly draft: LoginAnswers
  readonly secrets: SecretFields
  /** The words of a field, and what is to be corrected there. */
  readonly ask: (key: 'username' | 'password' | 'privateKey' | 'secondFactor') => Question
  /** Takes an answer that may change what else is asked. */
  readonly choose: (changes: Partial<LoginAnswers>) => void
  /** Takes typed text: nothing else is drawn anew. */
  readonly type: (changes: Partial<LoginAnswers>) => void
}

/** The name of the account. */
export function usernameQuestion(view: LoginView): TemplateResult {
  const { draft, secrets, ask, type } = view
  const question = ask('username')
  const codes = secrets.warnings.at('username')
  return textQuestion({
    ...question,
    value: draft.username,
    advice:
      codes.length === 0
        ? undefined
        : {
            id: noticesId('username'),
            content: credentialNotices('username', codes, secrets.words, code => remedyFor(code, view)),
          },
    onInput: username => {
      type({ username })
      secrets.warnings.keep('username')
    },
    onChange: () => {
      secrets.review()
      question.onChange?.()
    },
    attributes: entryAttributes('username', secrets.managed),
    verbatim: true,
  })
}

function remedyFor(code: CredentialWarning, { draft, secrets, type }: LoginView): Remedy | undefined {
  return isMendable(code)
    ? {
        label: secrets.words.say(`warning.${code}.action`),
        onPress: () => {
          type({ username: mend(draft.username, code) })
          secrets.review()
          secrets.focus('username')
        },
      }
    : undefined
}

/** What becomes of what is typed, before anybody asks. */
export function assurance(words: Words): TemplateResult {
  return html`<p class="assurance">${icon('lock')}<span>${words.say('access.sealedNote')}</span></p>`
}

/** Login details that are sealed already: nothing of them is shown again. */
export function sealedNotice(words: Words, at: number, typeAnew: () => void): TemplateResult {
  return notice(
    'success',
    words.say('access.sealed', { time: words.clock(at, Date.now()) }),
    undefined,
    html`<button type="button" class="plain" @click=${typeAnew}>${words.say('access.typeAnew')}</button>`,
  )
}

/** The account's password or private key. Both fields stay in the page: what was typed into one is not lost. */
export function secretEntry({ draft, secrets, ask, choose }: LoginView): TemplateResult {
  const { words } = secrets
  const withKey = draft.credentialKind === 'private-key'
  const toKeyField = (): void => {
    choose({ credentialKind: 'private-key' })
  }
  return html`<fieldset class="question">
      <legend>${words.say('access.kind')}</legend>
      <div class="choices">
        ${(['password', 'private-key'] as const).map(kind =>
          radio({
            id: `kind-${kind}`,
            name: 'kind',
            title: words.say(`access.${kind}`),
            checked: draft.credentialKind === kind,
            onChange: () => {
              choose({ credentialKind: kind })
            },
          }),
        )}
      </div>
    </fieldset>
    <div ?hidden=${withKey}>${secretLine({ ...ask('password'), id: 'password', toKeyField }, secrets)}</div>
    <div class="step" ?hidden=${!withKey}>
      ${secretBlock({ ...ask('privateKey'), id: 'privateKey' }, secrets)}
      ${secretLine(
        {
          key: 'privateKey',
          id: 'passphrase',
          label: words.say('field.passphrase.label'),
          hint: words.say('field.passphrase.hint'),
          optional: words.say('form.optional'),
        },
        secrets,
      )}
    </div>`
}

/** Whether the account asks for more than its password or key. */
export function secondFactorTick({ draft, ask, choose }: LoginView): TemplateResult {
  return tickQuestion(ask('secondFactor'), draft.secondFactor, secondFactor => {
    choose({ secondFactor })
  })
}
