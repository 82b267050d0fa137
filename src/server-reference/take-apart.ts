import { not, ok, type Result } from '../result.js'
import type { NoticeCode, ReferenceProblem } from '../server-reference.js'
import { holdsAddress } from './address-like.js'
import { holdsPassword, holdsSecret, holdsSecretParameter } from './secret-inside.js'

/** What is left of a text when all that isn't the machine is off. */
export interface Parts {
  readonly host: string
  /** It stood in `[…]`, so it can only be an IPv6 address. */
  readonly bracketed: boolean
  /** It can only be a name of the DNS: one word alone may be what the customer calls the service. */
  readonly isHost: boolean
  /** What follows behind a slash, as in `192.0.2.0/24`: with an address, that is a network's length. */
  readonly networkLength: string | undefined
  /** What was taken off. */
  readonly notices: readonly NoticeCode[]
}

/** Schemes that name no machine, and those that a browser would run. */
const noMachine =
  /^(?:javascript|data|vbscript|livescript|file|blob|about|filesystem|view-source|jar|chrome|edge|brave|opera|resource|(?:chrome|moz|safari-web|ms-browser)-extension|devtools|intent|mailto|tel|callto|sms|sip|sips|xmpp|skype|facetime|acct|geo|urn|magnet|tg|whatsapp|ms-[a-z-]{1,30})\s*:/i

/** Where people connect to: with a slash too few or too many, it isn't the machine's name. */
const brokenScheme = /^(?:https?|wss?|s?ftps?|ssh|rdp|vnc|telnet)(?:[:;.,]?[/\\]|:$)/i

/** Takes scheme, user, port and path off. A secret on the way refuses the whole. */
export function takeApart(text: string): Result<Parts, ReferenceProblem> {
  if (noMachine.test(text) || /^[a-z]:[/\\]/i.test(text)) return not('not-a-server')
  const scheme = /^(?:jdbc:)?(?:[a-z][a-z\d+.-]*:)?[/\\]{2}/i.exec(text)?.[0] ?? ''
  const rest = text.slice(scheme.length)
  if (holdsSecret(text) || holdsPassword(rest, scheme)) return not('secret-inside')
  if (brokenScheme.test(rest)) return not('malformed-address')

  const end = rest.search(/[/?#\\]/)
  const isUrl = scheme !== '' || (end > 0 && /^(?:\S*[.:@\]]\S*|localhost)$/i.test(rest.slice(0, end)))
  const [authority, path] = isUrl && end >= 0 ? [rest.slice(0, end), rest.slice(end)] : [rest, '']
  if (holdsSecretParameter(path)) return not('secret-inside')
  const networkLength = scheme === '' ? /^\/(\d[\d.]*)$/.exec(path)?.[1] : undefined

  const at = authority.lastIndexOf('@')
  if ((isUrl || at >= 0) && authority.includes(' ')) return not('not-a-server')
  const host = splitPort(withoutFinalDot(authority.slice(at + 1)), scheme !== '')
  if (!host.ok) return host
  const { bracketed, hasPort } = host.value
  const name = bracketed ? host.value.name : withoutFinalDot(host.value.name)
  if ((name === '' && !bracketed) || (at >= 0 && /[/?#\\]/.test(name))) return not('not-a-server')
  // `2a01:48` is the beginning of an IPv6 address rather than a server called 2a01.
  if (hasPort && /^(?=.*\d)(?:[23][\da-f]{3}|f[c-f][\da-f]{2})$/i.test(name)) return not('malformed-address')
  const isHost = /^localhost$|[.:]/i.test(name) && !name.includes(' ')
  // `192.0.2.7@root`, `steam://connect/192.0.2.7`: what is left is not what was meant.
  if (!isHost && /[^.]\.[^.]/.test(authority.slice(0, at + 1))) return not('not-a-server')
  if (!isHost && holdsAddress(path)) return not('not-a-server')
  return ok({
    host: name,
    bracketed,
    isHost,
    networkLength,
    notices: [
      ...(isUrl ? (['url-taken-apart'] as const) : []),
      ...(at >= 0 ? (['user-dropped'] as const) : []),
      ...(hasPort ? (['port-dropped'] as const) : []),
    ],
  })
}

/** One dot at the end is the root of the DNS, or the end of a sentence. */
function withoutFinalDot(text: string): string {
  return /[^\s.]\.$/.test(text.slice(-2)) && !text.includes(' ') ? text.slice(0, -1) : text
}

interface Host {
  readonly name: string
  readonly bracketed: boolean
  readonly hasPort: boolean
}

function splitPort(text: string, inUrl: boolean): Result<Host, ReferenceProblem> {
  const bracketed = /^\[([^[\]]*)\](?::(\d*))?$/.exec(text)
  if (bracketed) return withPort(bracketed[1] ?? '', bracketed[2], true)
  if (/[[\]]/.test(text)) return not('malformed-address')
  const [name = '', port, ...more] = text.split(':')
  // More than one colon: an IPv6 address, whose last group can't be told from a port; so in a URL it has brackets (RFC
  // 3986, 3.2.2).
  if (more.length > 0)
    return inUrl ? not('malformed-address') : ok({ name: text, bracketed: false, hasPort: false })
  return withPort(name, port, false)
}

function withPort(
  name: string,
  port: string | undefined,
  bracketed: boolean,
): Result<Host, ReferenceProblem> {
  if (port === undefined) return ok({ name, bracketed, hasPort: false })
  if ((name + port).includes(' ')) return not('not-a-server')
  if (port === '' && !/^\d+$/.test(name)) return ok({ name, bracketed, hasPort: false })
  const isPort = /^\d{1,5}$/.test(port) && Number(port) >= 1 && Number(port) <= 65_535
  return isPort ? ok({ name, bracketed, hasPort: true }) : not('malformed-address')
}
