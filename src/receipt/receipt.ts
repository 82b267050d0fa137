import type { Filed } from '../adapter/adapter.js'
import type { Authorization } from '../authorization/authorization.js'
import { digestOf } from '../authorization/digest.js'
import type { SealedCredentials } from '../credentials/credentials.js'
import type { FieldKey } from '../request/field.js'
import type { FiledAccess, Filing } from '../request/filing.js'

/** How the engineers get in, without what lets them in. */
export type ReceiptAccess =
  | { readonly kind: 'account'; readonly sealedTo: SealedCredentials['recipients'] }
  | { readonly kind: 'ssh-key' }
  | { readonly kind: 'none'; readonly reason?: string }

/** What the tasks and extras were called on the screen, in the record's order. */
export interface ShownLabels {
  /** BCP 47. */
  readonly language: string
  readonly tasks: readonly string[]
  readonly extras: readonly string[]
}

/**
 * The customer's sheet: the request and its authorization as they were filed. No secret, no sealed text.
 *
 * Provider, server, tasks, extras, duties and signer stand in the authorization's record, once.
 */
export interface Receipt {
  readonly kind: 'os-intervention-receipt'
  readonly v: 1
  readonly ticket: { readonly id: string; readonly number: string }
  /** Epoch milliseconds by the server's clock. */
  readonly filedAt: number
  readonly labels: ShownLabels
  /** As typed. */
  readonly problem: string
  /** As typed. */
  readonly action: string
  /** As typed. */
  readonly errors?: string
  readonly access: ReceiptAccess
  /** What the ticket system took and did not keep. */
  readonly unstored: readonly FieldKey[]
  readonly authorization: Authorization
  /** SHA-256 of all the others as RFC 8785 canonical JSON; 64 lower-case hex digits. */
  readonly digest: string
}

/**
 * Makes the receipt of a request from what was handed over and what the ticket system answered.
 *
 * Needs a secure context.
 */
export async function receiptOf(filing: Filing, filed: Filed, labels: ShownLabels): Promise<Receipt> {
  const { id, number, openedAt } = filed.intervention
  const receipt: Omit<Receipt, 'digest'> = {
    kind: 'os-intervention-receipt',
    v: 1,
    ticket: { id, number },
    filedAt: openedAt,
    labels,
    problem: filing.problem,
    action: filing.action,
    ...(filing.errors === undefined ? {} : { errors: filing.errors }),
    access: accessOf(filing.access),
    unstored: filed.unstored,
    authorization: filing.authorization,
  }
  return { ...receipt, digest: await digestOf(receipt) }
}

function accessOf(access: FiledAccess): ReceiptAccess {
  switch (access.kind) {
    case 'account':
      return { kind: 'account', sealedTo: access.sealed.recipients }
    case 'ssh-key':
      return { kind: 'ssh-key' }
    case 'none':
      return access
  }
}
