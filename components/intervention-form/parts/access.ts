import { html, nothing, type TemplateResult } from 'lit'
import { accessChoices, authorizeKeysCommand, isGeneratedPassword } from '../../../src/index.js'
import { radio } from '../../shared/choice.js'
import { commandBlock } from '../../shared/command.js'
import { groupQuestion, textQuestion, tickQuestion } from '../../shared/field.js'
import { fold } from '../../shared/fold.js'
import {
  assurance,
  secondFactorTick,
  secretEntry,
  sealedNotice,
  usernameQuestion,
  type LoginView,
} from '../../shared/login-entry.js'
import { notice } from '../../shared/notice.js'
import { question, type FormView } from '../form-view.js'
import { leakGuard } from './leak-guard.js'
import { temporaryAccountPart } from './temporary-account.js'
import { waysIn } from './ways-in.js'

/** How the engineers get in: login details, their own key, or no way in at all. */
export function accessPart(view: FormView): TemplateResult {
  const { words, draft, facts } = view
  const typesAccount = draft.access === 'account' && view.sealedAt === undefined
  const choices = [...new Set([...accessChoices(draft, facts), ...(draft.access ? [draft.access] : [])])]
  return html`${groupQuestion(
      question(view, 'access'),
      choices.map((choice, index) =>
        choice === ''
          ? nothing
          : radio({
              id: index === 0 ? 'access' : `access-${choice}`,
              name: 'access',
              title: words.say(`access.${choice}.title`),
              hint: words.say(`access.${choice}.hint`),
              checked: draft.access === choice,
              onChange: () => {
                view.choose({ access: choice })
              },
            }),
      ),
    )}
    ${choices.includes('none') ? nothing : lostPassword(view)}
    ${typesAccount ? temporaryAccountPart(view) : nothing}
    ${typesAccount || draft.access === 'ssh-key' ? usernameQuestion(loginView(view)) : nothing}
    <div class="step" ?hidden=${draft.access !== 'account'}>${account(view)}</div>
    ${typesAccount ? unusual(view) : nothing}
    ${draft.access === 'ssh-key' ? html`${port(view)} ${sshKey(view)}` : nothing}
    ${draft.access === 'none' ? withoutLogin(view) : nothing} ${draft.access === '' ? nothing : waysIn(view)}`
}

/** The secret's fields stay in the page while another way in is looked at: what was typed is not lost. */
function account(view: FormView): TemplateResult {
  const { words, sealedAt } = view
  return sealedAt === undefined
    ? html`${secretEntry(loginView(view))} ${assurance(words)}`
    : sealedNotice(words, sealedAt, () => {
        view.unseal()
      })
}

function loginView(view: FormView): LoginView {
  const { draft, secrets, choose, type } = view
  const made = draft.temporaryAccount
  return {
    ...view,
    ask: key => question(view, key),
    type: changes => {
      if (!made || (changes.username ?? made.username) === made.username) {
        type(changes)
        return
      }
      // Another name is another account than the one that the commands make: they go, and the password made for it.
      if (isGeneratedPassword(secrets.read('password').value)) secrets.put('password', '')
      choose({ ...changes, temporaryAccount: null })
    },
  }
}

/** What few accounts need: folded, and what was given stays in sight. */
function unusual(view: FormView): TemplateResult {
  const { words, draft } = view
  const given = [
    draft.port.trim() && `${words.say('field.port.label')}: ${draft.port.trim()}`,
    draft.secondFactor && `${words.say('check.secondFactor')}: ${words.say('check.on')}`,
  ].filter(Boolean)
  return fold({
    title: words.say('access.unusual'),
    line: given.join(' · ') || words.say('access.unusualHint'),
    content: html`${port(view)} ${secondFactorTick(loginView(view))}`,
  })
}

function port(view: FormView): TemplateResult {
  return textQuestion({
    ...question(view, 'port', { optional: true }),
    value: view.draft.port,
    inputMode: 'numeric',
    onInput: port => {
      view.type({ port })
    },
    onChange: () => {
      view.choose({})
    },
    verbatim: true,
  })
}

function sshKey(view: FormView): TemplateResult {
  const { words, facts } = view
  const command = authorizeKeysCommand(facts.context.sshKeys ?? [])
  return html`<div class="stack tight">
    ${commandBlock({
      words,
      id: 'ssh-command',
      intro: words.say('access.sshCommand.intro'),
      lines: [{ command, does: words.say('access.sshCommand.does') }],
      copy: words.say('access.sshCommand.copy'),
      copied: words.say('access.sshCommand.copied'),
      failed: words.say('command.failed'),
      text: () => command,
    })}
    <p class="hint">${words.say('access.sshCommand.after')}</p>
  </div>`
}

/** Which task yields the login details that a customer without them lacks; nothing where none does. */
function lostPassword({ words, facts }: FormView): TemplateResult | typeof nothing {
  const task = facts.policy.tasks.find(({ credentials }) => credentials === 'may-be-missing')
  return task
    ? html`<p class="hint">
        ${words.say('access.lost', { task: words.wording(task.label, `task.${task.id}.title`) })}
      </p>`
    : nothing
}

function withoutLogin(view: FormView): TemplateResult {
  const { words, draft } = view
  return html`${notice('info', words.say('access.noCredentialsMethods'))}
  ${textQuestion({
    ...question(view, 'noAccessReason', { optional: true }),
    value: draft.noAccessReason,
    onInput: noAccessReason => {
      view.type({ noAccessReason })
    },
  })}
  ${leakGuard(view, 'noAccessReason')}
  ${tickQuestion(question(view, 'consoleConsent'), draft.consoleConsent, consoleConsent => {
    view.choose({ consoleConsent })
  })}`
}
