import type { TemplateResult } from 'lit'
import type { Words } from '../../locales/index.js'
import {
  removeAccountCommands,
  scriptOf,
  shellOf,
  type CommandLine,
  type TemporaryAccount,
} from '../../src/index.js'
import { commandBlock } from './command.js'

/** The commands that remove an account which was made for the intervention. */
export function accountRemoval(words: Words, account: TemporaryAccount): TemplateResult {
  const lines = removeAccountCommands(account)
  return commandBlock({
    words,
    id: 'account-removal',
    intro: words.say(`temporaryAccount.remove.${shellOf(account.family)}`, { username: account.username }),
    lines: commandWords(words, lines),
    copy: words.say('temporaryAccount.remove.copy'),
    copied: words.say('temporaryAccount.remove.copied'),
    failed: words.say('command.failed'),
    text: () => scriptOf(lines),
  })
}

/** Lines of a script with what each of them does, in words. */
export function commandWords(
  words: Words,
  lines: readonly CommandLine[],
): { readonly command: string; readonly does: string }[] {
  return lines.map(({ command, does }) => ({ command, does: words.say(`temporaryAccount.does.${does}`) }))
}
