import { isRandom, isSecretName } from './secret-name.js'

/** What a password is called; in a field that names a server, it stands there because the password follows. */
const label =
  '(?:has[łl](?:o|a|em|u)|passw(?:or)?d|password|passwd|passwort|passphrase|contraseña|mot de passe|пароль|pwd|pass|pw|psw|secret|sekret|token|api[ _-]?key|klucz(?: api)?|pin|kod dost[ęe]pu)'

/** `hasło: …`, `hasło roota = …`, `DB_PASSWORD=…`, `;password=…`. */
const labelled = new RegExp(
  `(?<![\\p{L}\\p{N}])${label}(?![\\p{L}\\p{N}])(?: [^:=]{0,40})?(?:\\s?[:=]\\s?| (?:to|jest|is) )[^\\s&]`,
  'iu',
)

/** The words behind which a password stands without any sign between. */
const passwordWord = /^(?:has[łl][oa]|password|passwd|passphrase|pwd|pass)$/iu

/** The words behind which a token stands: itself it is long and mixed. */
const tokenWord = /^(?:token|key|klucz|secret|sekret)$/iu

/** What stands between that word and the password itself. */
const filler =
  /^(?:[–—-]|to|jest|is|do|na|dla|of|for|the|roota?|admin\p{L}{0,10}|user\p{L}{0,4}|użytkownika|uzytkownika|ssh|rdp|vnc|serwera|panelu|konta|server)$/iu

/** What a link is called whose last part lets in whoever has it. */
const opensDoor =
  /(?:^|[-_])(?:reset|reset-hasla|token|invite|invitation|magic|verify|activate|autologin|sso|login|auth|password|haslo|recover|confirm|share)$/i

const address = /^(?:(?:\d{1,3}\.){3}\d{1,3}|[\w-]+(?:\.[\w-]+)*\.[a-z]{2,})$/i

const userName =
  /^(?:root|admin|administrator|adm|user|użytkownik|uzytkownik|ubuntu|debian|centos|rocky|almalinux|ec2-user|pi|login)$/iu

/** `rootpw=…`, `PVEAPIToken=…`: the label at the end of a longer name. */
const labelledLonger = /(?:\w(?:token|secret|passw(?:or)?d|passwd|apikey)|rootpw)=[^\s&]/i

/** Programs and options that take a password in the command. */
const commands: readonly RegExp[] = [
  /(?:^|\s)sshpass\s/i,
  /(?:^|\s)--?(?:password|passwd|pass|pw)[ =]\S/i,
  /\b(?:mysql|mysqldump|mysqladmin|mariadb)\s.{0,200}-p[^\s-]/i,
  /\bcurl\s.{0,200}-u ?[^\s:]{1,100}:\S/i,
  /(?:^|\s)\/p(?:ass(?:word)?)?:\S/i,
  /\bnet use\s.{0,200}\/user:\S+ [^\s/]/i,
]

/** Keys and tokens in the forms that their makers gave them, and addresses that open a door by themselves. */
const wellKnown: readonly RegExp[] = [
  /\beyJ[\w-]{5,}\.[\w-]{5,}/,
  /-----BEGIN [A-Z ]{0,40}PRIVATE KEY/,
  /PuTTY-User-Key-File/,
  /\b(?:gh[opsur]_|github_pat_|glpat-|npm_|pypi-|dop_v1_|xox[a-z]-|[sr]k_(?:live|test)_|hvs\.|AIza|ya29\.|SG\.)[\w-]{8,}/,
  /\b(?:AKIA|ASIA)[A-Z\d]{12,}/,
  /\bhooks\.slack\.com\/(?:services|workflows|triggers)\/\w/i,
  /\bdiscord(?:app)?\.com\/api\/webhooks\/\d/i,
  /\bapi\.telegram\.org\/bot\d+:\w/i,
  /\/cpsess\d{6,}/i,
  /(?:^|\s)(?:bearer|basic) [\w.+/=-]{12,}$/i,
  /^p@s{1,2}w[o0]r?d/i,
]

/** Does a password, key or token stand in the text, wherever? */
export function holdsSecret(text: string): boolean {
  return [text, decoded(text)].some(
    typed =>
      labelled.test(typed) ||
      labelledLonger.test(typed) ||
      [...commands, ...wellKnown].some(pattern => pattern.test(typed)) ||
      holdsUnlabelled(typed),
  )
}

/**
 * Does a password stand before the host: `user:password@host`, the colon written out or as `%3A`? A port before a path
 * with an `@` is none, where there are such paths.
 */
export function holdsPassword(rest: string, scheme: string): boolean {
  const isWeb = /^(?:(?:https?|wss?):)?(?:[/\\]{2})?$/i.test(scheme)
  const pattern = isWeb ? /^[^@/?#:[]*(?::(?!\d*[/?#])|%3a)[^@]+@/i : /^[^@/?#:[]*(?::|%3a)[^@]+@/i
  return pattern.test(rest) || pattern.test(decoded(rest)) || isTokenAlone(rest)
}

/** Does the path of a URL have a parameter that is worth stealing, with a value? */
export function holdsSecretParameter(path: string): boolean {
  if (isSecretPath(path)) return true
  return path
    .split(/[?#;]/)
    .slice(1)
    .some(part => {
      const parameters = [...new URLSearchParams(part)]
      // What OAuth hands over: alone, `code` may be a country's.
      const isLogin =
        parameters.some(([name]) => name === 'code') && parameters.some(([name]) => name === 'state')
      return isLogin || parameters.some(([name, value]) => value.trim() !== '' && isSecretName(name, value))
    })
}

/** `/password/reset/<token>`, `/invite/<token>`: a link that lets in whoever has it. */
function isSecretPath(path: string): boolean {
  const segments = path.split(/[/?#]/)
  return segments.some(
    (segment, index) =>
      segment.length >= 16 && opensDoor.test(segments[index - 1] ?? '') && isRandom(segment),
  )
}

/** `https://<token>@host`: too long and too mixed for a person's name. */
function isTokenAlone(rest: string): boolean {
  const user = /^([\w-]{20,})@/.exec(rest)?.[1] ?? ''
  return (user.match(/\d/g)?.length ?? 0) >= 4
}

/** Without a label: behind the word, behind a user name, or beside an address. */
function holdsUnlabelled(text: string): boolean {
  const words = text.split(/[\s|;,]+/)
  const behindWord = words.some((word, index) => {
    const isToken = tokenWord.test(word)
    if (!isToken && !passwordWord.test(word)) return false
    const next = words.slice(index + 1).find(other => !filler.test(other)) ?? ''
    return isToken ? isRandom(next) : /^[^()]{4,}$/.test(next) && /[\d!@$%^&*?]/.test(next)
  })
  return behindWord || isLoginPair(text)
}

/** `root / Zima2024!`, `192.0.2.7 root Zima2024`, `192.0.2.7:22:root:Zima2024`. */
function isLoginPair(text: string): boolean {
  if (/^(?:root|admin|administrator) ?[/|] ?\S+$/i.test(text)) return true
  // A link has signs and numbers of its own.
  if (/^\S*[/?#]\S*$/.test(text)) return false
  if (/\b(?:root|admin|administrator) ?[/|,;:] ?(?=\S*\d)(?=\S*[a-z])\S{6,100}$/i.test(text)) return true
  const words = text.split(/[\s|;,/:@]+/)
  const user = words.findIndex(word => userName.test(word))
  const hasAddress = /::|(?:[\da-f]{1,4}:){4}/i.test(text) || words.some(word => address.test(word))
  const isPassword = (word: string) =>
    word.length >= 6 && /\p{L}/u.test(word) && !/^[\w-]+(?:\.[\w-]+)+$/.test(word)
  return words.some((word, index) => {
    if (!isPassword(word)) return false
    const [hasDigit, hasSign] = [/\d/.test(word), /[!@$%^&*?#]/.test(word)]
    const isBehindUser = user >= 0 && index > user
    return (
      (hasDigit && hasSign && (isBehindUser || (hasAddress && /[\s|;,]/.test(text)))) ||
      ((hasDigit || hasSign) && isBehindUser && hasAddress)
    )
  })
}

/** Percent-encoding taken off, twice: what was encoded once more is read too. */
function decoded(text: string): string {
  const once = (encoded: string) =>
    encoded.replace(/(?:%[\da-f]{2})+/gi, bytes => {
      try {
        return decodeURIComponent(bytes)
      } catch {
        return bytes
      }
    })
  return text.includes('%') ? once(once(text)) : text
}
