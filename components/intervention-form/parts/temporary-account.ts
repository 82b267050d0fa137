import { html, nothing, type TemplateResult } from 'lit'
import type { Words } from '../../../locales/index.js'
import {
  accountEnd,
  chosenServer,
  createAccountCommands,
  createAccountScript,
  generateAccountName,
  generatePassword,
  shellOf,
  systemFamilyOf,
  typePasswordCommand,
  type Draft,
  type TemporaryAccount,
} from '../../../src/index.js'
import { accountRemoval, commandWords } from '../../shared/account-removal.js'
import { commandBlock, tell, tellingButton } from '../../shared/command.js'
import { fold } from '../../shared/fold.js'
import { systemFamilyQuestion } from '../../shared/system-family.js'
import type { FormView } from '../form-view.js'

/**
 * An account that is made for the intervention, in place of root's: closed until it is asked for.
 *
 * Its password goes straight into the protected field, and is read there when the commands are copied.
 */
export function temporaryAccountPart(view: FormView): TemplateResult {
  const { words, draft } = view
  const current = draft.temporaryAccount
  const account = accountOf(current)
  return fold({
    title: words.say('temporaryAccount.title'),
    line: words.say('temporaryAccount.line'),
    content: html`<div class="stack tight">
        ${current ? nothing : html`<p>${words.say('temporaryAccount.intro')}</p>`}
        ${tellingButton(
          words,
          'generate-account',
          words.say(current ? 'temporaryAccount.again' : 'temporaryAccount.generate'),
          ({ currentTarget }) => {
            const username = generate(view, current)
            if (!(currentTarget instanceof HTMLElement)) return
            const said = current ? 'temporaryAccount.generatedAgain' : 'temporaryAccount.generated'
            tell(currentTarget, words.say(said, { username }), true)
          },
          // Said of an account whose name was changed since, it would be false.
          current || draft.username === '' ? '' : 'another',
        )}
      </div>
      ${
        current
          ? systemFamilyQuestion(words, current.family, family => {
              view.choose({ temporaryAccount: { ...current, family } })
            })
          : nothing
      }
      ${account ? creation(view, account) : nothing}`,
  })
}

/** The commands that remove the account; nothing where none was made. */
export function removalPart(words: Words, made: Draft['temporaryAccount']): TemplateResult | typeof nothing {
  const account = accountOf(made)
  return account ? accountRemoval(words, account) : nothing
}

/** A new password; the name stays, so that the commands, run again, give it to the account that is there. */
function generate(view: FormView, current: Draft['temporaryAccount']): string {
  const random = (bytes: Uint8Array<ArrayBuffer>): void => {
    crypto.getRandomValues(bytes)
  }
  const { context, policy } = view.facts
  const server = chosenServer(view.draft, context, policy)
  const family = server.ok ? (systemFamilyOf(server.value.operatingSystem) ?? '') : ''
  const account = current ?? { family, username: generateAccountName(random) }
  view.secrets.put('password', generatePassword(random))
  view.choose({ credentialKind: 'password', username: account.username, temporaryAccount: account })
  return account.username
}

function creation(view: FormView, account: TemporaryAccount): TemplateResult {
  const { words, draft, secrets } = view
  const shell = shellOf(account.family)
  const end = accountEnd(draft.timeWindow, Date.now())
  return html`${commandBlock({
      words,
      id: 'account-creation',
      intro: words.say(`temporaryAccount.${shell}`),
      lines: commandWords(words, createAccountCommands(account, end)),
      copy: words.say('temporaryAccount.copy'),
      copied: words.say(`temporaryAccount.copied.${shell}`),
      failed: words.say('temporaryAccount.failed'),
      text: () =>
        createAccountScript(account, end, secrets.read('password').value, bytes => {
          crypto.getRandomValues(bytes)
        }),
      unmade: words.say('temporaryAccount.unmade'),
    })}
    <div class="stack tight">
      <p class="hint">${words.say('temporaryAccount.typed', { show: words.say('reveal.show') })}</p>
      <code translate="no" lang="zxx">${typePasswordCommand(account)}</code>
      <p class="hint">${words.say(`temporaryAccount.note.${shell}`)}</p>
    </div>
    ${fold({
      title: words.say('temporaryAccount.remove.title'),
      line: words.say('temporaryAccount.remove.line'),
      content: removalPart(words, account),
    })}`
}

/** The account, once its system is known. */
function accountOf(made: Draft['temporaryAccount']): TemporaryAccount | undefined {
  return made && made.family !== '' ? { ...made, family: made.family } : undefined
}
