import type { PolicyMethod, PolicyTask, ServerType, ServicePolicy } from './policy/policy.js'

/** What the engineers get for signing in: the customer's login details, their own SSH key let in, or nothing. */
export type CredentialsGiven = 'given' | 'ssh-key' | 'missing'

/** What a server has beside its type; left out or `unknown` where the client area doesn't say. */
export interface ServerOptions {
  readonly ipKvm?: boolean | 'unknown'
}

/** What is asked for, as far as the way in depends on it. */
export interface WorkAsked {
  readonly credentials: CredentialsGiven
  /** Ids of the policy's tasks; none where nothing was chosen. */
  readonly tasks?: readonly string[]
}

/** Why a method is offered or not; the words are made from `offer.<reason>`. */
export const offerReasons = [
  'primary',
  'primary-if-it-answers',
  'fits',
  'with-boot',
  'with-reboot',
  'on-site',
  'once-login-exists',
  'server-type-unknown',
  'option-unknown',
  'other-server-type',
  'option-missing',
] as const

/** Why a method is offered or not. */
export type OfferReason = (typeof offerReasons)[number]

/** One of the policy's access methods, as it fits this server. */
export interface Offer {
  readonly method: PolicyMethod
  /** `if-available`: if the server has it, if it answers, or once there is a login. */
  readonly offered: 'yes' | 'if-available' | 'no'
  readonly reason: OfferReason
}

/**
 * Every method of the policy, in the order in which engineers would try them; those that this server can't have last.
 *
 * Informs only: the engineer chooses. With login details the primary method comes first. Without them, a rescue system,
 * then a console, which needs a reboot since it ends at a login prompt; the primary method follows, once the work has
 * made a login. Where a task says that remote access is down, the primary method is still the first to be tried. On site
 * is the last resort.
 */
export function accessMethods(
  serverType: ServerType,
  options: ServerOptions,
  { credentials, tasks = [] }: WorkAsked,
  policy: ServicePolicy,
): readonly Offer[] {
  const asked = policy.tasks.filter(({ id }) => tasks.includes(id))
  return policy.methods
    .map(method => ({ method, ...fit(method, serverType, options, credentials, asked) }))
    .toSorted((a, b) => rank(a, credentials) - rank(b, credentials))
}

function fit(
  method: PolicyMethod,
  serverType: ServerType,
  options: ServerOptions,
  credentials: CredentialsGiven,
  tasks: readonly PolicyTask[],
): Omit<Offer, 'method'> {
  if (serverType !== 'unknown' && !method.serverTypes.includes(serverType)) {
    return { offered: 'no', reason: 'other-server-type' }
  }
  const option = method.needs === undefined || (options[method.needs] ?? 'unknown')
  if (option === false) return { offered: 'no', reason: 'option-missing' }
  if (serverType === 'unknown' && !isForAll(method)) {
    return { offered: 'if-available', reason: 'server-type-unknown' }
  }
  if (option === 'unknown') return { offered: 'if-available', reason: 'option-unknown' }
  if (method.credentials === 'needed' && credentials === 'missing') {
    return { offered: 'if-available', reason: 'once-login-exists' }
  }
  if (method.primary && tasks.some(({ remoteAccess }) => remoteAccess === 'down')) {
    return { offered: 'if-available', reason: 'primary-if-it-answers' }
  }
  return { offered: 'yes', reason: whyOffered(method, credentials) }
}

function whyOffered(method: PolicyMethod, credentials: CredentialsGiven): OfferReason {
  if (method.onSite) return 'on-site'
  if (method.boots) return 'with-boot'
  // A key opens no console: it asks for a password.
  if (method.console && credentials !== 'given') return 'with-reboot'
  return method.primary ? 'primary' : 'fits'
}

function isForAll(method: PolicyMethod): boolean {
  return method.serverTypes.includes('dedicated') && method.serverTypes.includes('vps')
}

function rank({ method, offered }: Offer, credentials: CredentialsGiven): number {
  if (offered === 'no') return 5
  if (method.onSite) return 4
  if (credentials !== 'missing') return method.primary ? 0 : 3
  if (method.boots) return 0
  if (method.console) return 1
  return method.primary ? 2 : 3
}
