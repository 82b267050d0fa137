import { not, ok, type Result } from '../result.js'
import type { NoticeCode, ReferenceProblem } from '../server-reference.js'

/** What is left of a text when all that isn't the machine is off. */
export interface Parts {
  readonly host: string
  /** It stood in `[…]`, so it can only be an IPv6 address. */
  readonly bracketed: boolean
  /** It can only be a name of the DNS: one word alone may be what the customer calls the service. */
  readonly isHost: boolean
  /** A number follows behind a slash, as in `192.0.2.0/24`: with an address, that is a network. */
  readonly looksLikeNetwork: boolean
  readonly notices: readonly NoticeCode[]
}

/** Schemes that name no machine, and those that a browser would run. */
const noMachine = /^(?:javascript|data|vbscript|file|blob|about|mailto|tel|view-source|filesystem)\s*:/i

/** Parameters that are worth stealing. */
const secretName =
  /token|secret|passw|passwd|pwd|passphrase|^pass$|haslo|hasło|key|auth|signature|^sig$|session/i

/** Takes scheme, user, port and path off. A password on the way refuses the whole. */
export function takeApart(text: string): Result<Parts, ReferenceProblem> {
  if (noMachine.test(text)) return not('not-a-server')
  const scheme = /^(?:[a-z][a-z\d+.-]*:)?[/\\]{2}/i.exec(text)?.[0] ?? ''
  const rest = text.slice(scheme.length)
  if (holdsPassword(rest)) return not('secret-inside')

  const end = rest.search(/[/?#\\]/)
  const isUrl = scheme !== '' || (end > 0 && /^(?:\S*[.:@\]]\S*|localhost)$/i.test(rest.slice(0, end)))
  const [authority, path] = isUrl && end >= 0 ? [rest.slice(0, end), rest.slice(end)] : [rest, '']
  if (holdsSecretParameter(path)) return not('secret-inside')

  const at = authority.lastIndexOf('@')
  if ((isUrl || at >= 0) && authority.includes(' ')) return not('not-a-server')
  const host = splitPort(authority.slice(at + 1).replace(/(?<=^\S+)\.$/, ''))
  if (!host.ok) return host
  const { name, bracketed, hasPort } = host.value
  if ((name === '' && !bracketed) || (at >= 0 && /[/?#\\]/.test(name))) return not('not-a-server')
  return ok({
    host: name,
    bracketed,
    isHost: /^localhost$|[.:]/i.test(name) && !name.includes(' '),
    looksLikeNetwork: scheme === '' && /^\/\d+$/.test(path),
    notices: [
      ...(isUrl ? (['url-taken-apart'] as const) : []),
      ...(at >= 0 ? (['user-dropped'] as const) : []),
      ...(hasPort ? (['port-dropped'] as const) : []),
    ],
  })
}

/** `user:password@host`, the colon written out or as `%3A`; a port before a path with an `@` is none. */
function holdsPassword(rest: string): boolean {
  return /^[^@/?#:[]*(?::(?!\d*[/?#])|%3a)[^@]+@/i.test(rest)
}

function holdsSecretParameter(path: string): boolean {
  const parameters = path.split(/[?#]/).slice(1)
  return parameters.some(part =>
    [...new URLSearchParams(part)].some(([key, value]) => value !== '' && secretName.test(key)),
  )
}

interface Host {
  readonly name: string
  readonly bracketed: boolean
  readonly hasPort: boolean
}

function splitPort(text: string): Result<Host, ReferenceProblem> {
  const bracketed = /^\[([^[\]]*)\](?::(\d*))?$/.exec(text)
  if (bracketed) return withPort(bracketed[1] ?? '', bracketed[2], true)
  if (/[[\]]/.test(text)) return not('malformed-address')
  const [name = '', port, ...more] = text.split(':')
  // More than one colon: an IPv6 address, whose last group can't be told from a port.
  if (more.length > 0) return ok({ name: text, bracketed: false, hasPort: false })
  return withPort(name, port, false)
}

function withPort(
  name: string,
  port: string | undefined,
  bracketed: boolean,
): Result<Host, ReferenceProblem> {
  if (port === undefined) return ok({ name, bracketed, hasPort: false })
  if ((name + port).includes(' ')) return not('not-a-server')
  if (port === '') return ok({ name, bracketed, hasPort: false })
  const isPort = /^\d{1,5}$/.test(port) && Number(port) >= 1 && Number(port) <= 65_535
  return isPort ? ok({ name, bracketed, hasPort: true }) : not('malformed-address')
}
