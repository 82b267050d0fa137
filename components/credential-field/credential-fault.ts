import type { FaultCode, IssueCode, SealRefusal } from '../../src/index.js'

/** There are no sealed login details. Holds a code that says why, and nothing that was typed. */
export class CredentialFault extends Error {
  override readonly name = 'CredentialFault'
  /** What is missing, why nothing was sealed, or why the provider's server couldn't be asked for its keys. */
  readonly code: IssueCode | SealRefusal | FaultCode

  constructor(code: IssueCode | SealRefusal | FaultCode) {
    super(`no sealed login details: ${code}`)
    this.code = code
  }
}
