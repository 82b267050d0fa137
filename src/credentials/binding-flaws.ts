import type { OpenedBinding } from './credentials.js'

/** Why login details that opened may not be this ticket's. */
export type BindingFlaw =
  /** They were given for another request. */
  | 'another-request'
  /** They were given for another server. */
  | 'another-server'
  /** They were given by nobody of this ticket: somebody has moved them here. */
  | 'another-account'
  /** Nothing tells by which account: they were sealed before that was sealed in. */
  | 'account-unbound'

/** The ticket that opened login details are to be used for, as the ticket system has it, not as its text says. */
export interface BoundTo {
  readonly requestKey: string
  /** The server's canonical reference. */
  readonly server: string
  /** The ids of the accounts that may give login details on it: its owner's, and those of colleagues who may write there. */
  readonly accounts: readonly string[]
}

/** What of opened login details isn't the ticket's; empty where all of it is. */
export function bindingFlaws(
  { requestKey, server, account }: OpenedBinding,
  ticket: BoundTo,
): readonly BindingFlaw[] {
  const found: readonly [BindingFlaw, boolean][] = [
    ['another-request', requestKey !== ticket.requestKey],
    ['another-server', server !== ticket.server],
    ['another-account', account !== undefined && !ticket.accounts.includes(account)],
    ['account-unbound', account === undefined],
  ]
  return found.filter(([, is]) => is).map(([flaw]) => flaw)
}
