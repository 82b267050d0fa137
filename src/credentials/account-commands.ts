import { isGeneratedPassword, type RandomSource } from './generated-password.js'
import { passwordHash } from './password-hash.js'
import { isPlainName, type SystemFamily, type TemporaryAccount } from './temporary-account.js'

/** What a line of a script is for; the words are made from `temporaryAccount.does.<code>`. */
export const commandPurposes = [
  'install-sudo',
  'create',
  'create-until',
  'create-administrator',
  'password',
  'password-hash',
  'password-again',
  'rights',
  'end-sessions',
  'remove',
  'remove-with-home',
  'remove-profile',
  'remove-rights',
] as const

/** What a line of a script is for. */
export type CommandPurpose = (typeof commandPurposes)[number]

/** One line of a script. */
export interface CommandLine {
  readonly command: string
  readonly does: CommandPurpose
}

/** What stands in the place of the password while a script is only shown. */
const unspoken = '…'

/** Where the commands are run: in a root shell, or in PowerShell as administrator. */
export function shellOf(family: SystemFamily): 'root' | 'powershell' {
  return family === 'windows' ? 'powershell' : 'root'
}

/**
 * The commands that make the account, to be shown: `…` stands for the password. `end` from `accountEnd`.
 *
 * None for a name that a shell could take for more.
 */
export function createAccountCommands(
  { family, username }: TemporaryAccount,
  end: number,
): readonly CommandLine[] {
  return isPlainName(username) ? recipes[family].create(username, end, unspoken) : []
}

/** The command that asks for the password, in place of the line that holds it: for a console that takes no paste. */
export function typePasswordCommand({ family, username }: TemporaryAccount): string {
  return shellOf(family) === 'powershell' ? '$p = Read-Host -AsSecureString' : `passwd ${username}`
}

/** The commands that end the account and remove what it leaves behind. They hold no secret. */
export function removeAccountCommands({ family, username }: TemporaryAccount): readonly CommandLine[] {
  return isPlainName(username) ? recipes[family].remove(username) : []
}

/**
 * The commands that make the account, to be pasted.
 *
 * On Unix they set the password by its hash: neither the clipboard nor the shell's history nor a list of processes ever
 * holds the password. Windows takes no hash, so there they hold it. `undefined` for a password that `generatePassword`
 * didn't make: of a weak one even the hash is worth stealing, and of any other nobody knows what a shell reads in it.
 */
export function createAccountScript(
  account: TemporaryAccount,
  end: number,
  password: string,
  random: RandomSource,
): string | Promise<string> | undefined {
  const { family, username } = account
  if (!isGeneratedPassword(password) || !isPlainName(username)) return undefined
  const holding = (secret: string): string => scriptOf(recipes[family].create(username, end, secret))
  return shellOf(family) === 'powershell' ? holding(password) : passwordHash(password, random).then(holding)
}

/** Lines as they are pasted: the last one runs too. */
export function scriptOf(lines: readonly CommandLine[]): string {
  return lines.map(({ command }) => `${command}\n`).join('')
}

interface Recipe {
  readonly create: (name: string, end: number, secret: string) => readonly CommandLine[]
  readonly remove: (name: string) => readonly CommandLine[]
}

function line(does: CommandPurpose, command: string): CommandLine {
  return { command, does }
}

/** Every line stands alone, and runs a second time without harm: then the account gets the new password. */
const recipes: Readonly<Record<SystemFamily, Recipe>> = {
  debian: withGroup('sudo', '{ apt-get update; apt-get install -y sudo; }'),
  rhel: withGroup('wheel'),
  // SUSE's sudo asks for the password of root (targetpw), whatever group somebody is in.
  suse: withRule({ rules: name => [`Defaults:${name} !targetpw`, rule(name)] }),
  alpine: withRule({
    install: 'apk add sudo',
    // BusyBox knows no end of an account, and no way to kill by user.
    create: name => line('create', `adduser -D ${name}`),
    endSessions: name => `su -s /bin/sh -c 'kill -9 -1' ${name}`,
    remove: name => `deluser --remove-home ${name}`,
  }),
  arch: withRule({ install: 'pacman -Sy --noconfirm sudo' }),
  // Root's shell may be csh, which knows less than sh.
  freebsd: withRule({
    install: 'pkg install -y sudo',
    folder: '/usr/local/etc/sudoers.d',
    create: (name, end) => line('create-until', `pw useradd ${name} -m -s /bin/sh -e ${dayMonthYear(end)}`),
    password: (name, hash) => `echo '${hash}' | pw usermod ${name} -H 0`,
    remove: name => `pw userdel ${name} -r`,
  }),
  windows: {
    create: (name, end, password) => [
      line('password', `$p = ConvertTo-SecureString '${password}' -AsPlainText -Force`),
      line('create-until', `New-LocalUser -Name ${name} -Password $p -AccountExpires '${isoDay(end)}'`),
      line('password-again', `Set-LocalUser -Name ${name} -Password $p`),
      // By its SID: the group is called otherwise in every language.
      line('rights', `Add-LocalGroupMember -SID S-1-5-32-544 -Member ${name}`),
    ],
    remove: name => [
      // Of a line of quser only the number of the session is a number and nothing else, in every language.
      line(
        'end-sessions',
        `quser ${name} | ForEach-Object { if ($_ -match '\\s(\\d+)\\s') { logoff $Matches[1] } }`,
      ),
      line(
        'remove-profile',
        `Get-CimInstance Win32_UserProfile | Where-Object SID -eq (Get-LocalUser ${name}).SID.Value | Remove-CimInstance`,
      ),
      line('remove', `Remove-LocalUser -Name ${name}`),
    ],
  },
}

function setHash(name: string, hash: string): string {
  return `echo '${name}:${hash}' | chpasswd -e`
}

function killAll(name: string): string {
  return `pkill -KILL -u ${name}; sleep 1`
}

function deleteUser(name: string): string {
  return `userdel -r ${name}`
}

function rule(name: string): string {
  return `${name} ALL=(ALL) ALL`
}

function withSudo(install: string | undefined): readonly CommandLine[] {
  return install === undefined ? [] : [line('install-sudo', `command -v sudo || ${install}`)]
}

/** Where the members of a group may do everything, by sudo and their own password. */
function withGroup(group: string, install?: string): Recipe {
  return {
    create: (name, end, hash) => [
      ...withSudo(install),
      line('create-administrator', `useradd -m -s /bin/bash -e ${isoDay(end)} -G ${group} ${name}`),
      line('password-hash', setHash(name, hash)),
    ],
    remove: name => [line('end-sessions', killAll(name)), line('remove-with-home', deleteUser(name))],
  }
}

/** Where the account needs a rule of its own. */
function withRule({
  install,
  folder = '/etc/sudoers.d',
  rules = (name: string) => [rule(name)],
  create = (name: string, end: number) =>
    line('create-until', `useradd -m -s /bin/bash -e ${isoDay(end)} ${name}`),
  password = setHash,
  endSessions = killAll,
  remove = deleteUser,
}: {
  readonly install?: string
  readonly folder?: string
  readonly rules?: (name: string) => readonly string[]
  readonly create?: (name: string, end: number) => CommandLine
  readonly password?: (name: string, hash: string) => string
  readonly endSessions?: (name: string) => string
  readonly remove?: (name: string) => string
}): Recipe {
  return {
    create: (name, end, hash) => [
      ...withSudo(install),
      create(name, end),
      line('password-hash', password(name, hash)),
      line(
        'rights',
        `printf '%s\\n' ${rules(name)
          .map(one => `'${one}'`)
          .join(' ')} > ${folder}/${name} && chmod 440 ${folder}/${name}`,
      ),
    ],
    remove: name => [
      line('end-sessions', endSessions(name)),
      line('remove-with-home', remove(name)),
      line('remove-rights', `rm -f ${folder}/${name}`),
    ],
  }
}

/** `2026-12-02`. */
function isoDay(time: number): string {
  return new Date(time).toISOString().slice(0, 10)
}

/** `02-Dec-2026`, as pw(8) reads it. */
function dayMonthYear(time: number): string {
  return new Date(time).toUTCString().slice(5, 16).replaceAll(' ', '-')
}
