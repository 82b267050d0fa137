import type { Authorization, AuthorizationRecord } from '../authorization/authorization.js'
import type { Credentials } from '../credentials/credentials.js'
import { checkScope } from '../scope/scope.js'
import { allowedMethods, type Facts } from './check.js'
import type { Draft } from './draft.js'
import type { FiledAccess } from './filing.js'
import type { FiledQuote } from './filed-quote.js'
import type { TicketAccess, TicketContents } from './ticket.js'
import type { ChosenServer } from './server.js'

/** The words under which the customer authorizes, exactly as they stand on the screen. */
export interface ShownStatement {
  /** BCP 47. */
  readonly language: string
  readonly text: string
}

/** Which request, when: the key, and both clocks in epoch milliseconds. */
export interface Moment {
  readonly key: string
  readonly clientTime: number
  readonly serverTime: number
}

/** The record of what the draft authorizes. */
export function authorizationRecord(
  draft: Draft,
  facts: Facts,
  server: ChosenServer,
  shown: ShownStatement,
  moment: Moment,
): AuthorizationRecord {
  const { policy, context } = facts
  const { tasks, extras } = checkScope(draft.tasks, draft.extras, policy)
  const withoutLogin = draft.access === 'none'
  return {
    v: 1,
    statement: { version: policy.authorization.version, language: shown.language, text: shown.text },
    requestKey: moment.key,
    provider: policy.provider.name,
    server: server.reference,
    tasks,
    extras,
    methods: allowedMethods(draft, facts),
    window: draft.timeWindow,
    reboot: draft.reboot || withoutLogin,
    mounting: policy.authorization.mounting || withoutLogin,
    ...(withoutLogin ? { withoutCredentials: { console: true, reboot: true, mounting: true } } : {}),
    duties: draft.duties,
    signer: {
      name: draft.signer.trim(),
      account: context.account.id,
      owner: context.account.owner === true ? 'known' : 'declared',
    },
    clientTime: moment.clientTime,
    serverTime: moment.serverTime,
  }
}

/** What is answered in the open about an account's login details. */
export type LoginAnswers = Pick<Draft, 'username' | 'port' | 'credentialKind' | 'secondFactor'>

/** The login details to seal: the secret comes from its own field, the rest from the draft. */
export function credentialsOf(draft: LoginAnswers, secret: string, passphrase: string): Credentials {
  const port = draft.port.trim()
  const account = {
    username: draft.username.trim(),
    secondFactor: draft.secondFactor,
    ...(port === '' ? {} : { port: Number(port) }),
  }
  if (draft.credentialKind === 'password') return { ...account, password: secret }
  return { ...account, privateKey: secret, ...(passphrase === '' ? {} : { passphrase }) }
}

/** The whole request but its plain text, which is made of it last. */
export function filingOf<A extends TicketAccess>(
  draft: Draft,
  server: ChosenServer,
  authorization: Authorization,
  access: A,
  language: string,
  quote: FiledQuote | undefined,
): TicketContents & { readonly access: A } {
  const { record } = authorization
  return {
    v: 1,
    server: server.reference,
    ...(server.service ? { serviceId: server.service.id } : {}),
    serverType: server.serverType,
    ...(server.operatingSystem === '' ? {} : { operatingSystem: server.operatingSystem }),
    tasks: record.tasks,
    extras: record.extras,
    ...(quote ? { quote } : {}),
    problem: draft.problem,
    action: draft.action,
    ...(draft.errors.trim() === '' ? {} : { errors: draft.errors }),
    access,
    authorization,
    language,
  }
}

/** The way in that needs no secret, or `undefined` where login details have to be sealed. */
export function accessWithoutSecret(draft: Draft): FiledAccess | undefined {
  switch (draft.access) {
    case 'ssh-key': {
      const port = draft.port.trim()
      return {
        kind: 'ssh-key',
        username: draft.username.trim(),
        ...(port === '' ? {} : { port: Number(port) }),
      }
    }
    case 'none': {
      const reason = draft.noAccessReason.trim()
      return { kind: 'none', ...(reason === '' ? {} : { reason }) }
    }
    default:
      return undefined
  }
}
