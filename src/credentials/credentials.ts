/** Login details as typed, code point for code point. Lives only between the fields and the seal. */
export type Credentials = {
  readonly username: string
  readonly port?: number
  /** Is a second factor switched on for this account? */
  readonly secondFactor: boolean
} & ({ readonly password: string } | { readonly privateKey: string; readonly passphrase?: string })

/** Whom a secret is sealed to: an `age` X25519 recipient of the provider. */
export interface Recipient {
  readonly id: string
  /** `age1…`, Bech32 with a checksum. */
  readonly recipient: string
  /** Who holds the key, in the provider's words. */
  readonly label: string
  /** After this moment the key is refused; epoch milliseconds. */
  readonly notAfter?: number
}

/** What stands inside the sealed text beside the login details, since age has no associated data. */
export interface SealBinding {
  /** The idempotency key of the request. */
  readonly requestKey: string
  /** The id of the account that gave them. */
  readonly account: string
  /** The server's canonical reference. */
  readonly server: string
  /** Epoch milliseconds, by the server's clock. */
  readonly time: number
}

/** The same as it is read; without an account where it was sealed before accounts were sealed in. */
export type OpenedBinding = Omit<SealBinding, 'account'> & Partial<Pick<SealBinding, 'account'>>

declare const sealed: unique symbol

/** Login details that only the provider's keys open: the one form in which they leave the page. */
export interface SealedCredentials {
  readonly v: 1
  /** An armored age file (`-----BEGIN AGE ENCRYPTED FILE-----`), openable with `age -d`. */
  readonly armored: string
  readonly recipients: readonly {
    readonly id: string
    readonly label: string
    readonly fingerprint: string
  }[]
  readonly [sealed]: true
}

/** Why nothing was sealed, and so nothing sent. */
export type SealRefusal =
  | 'no-recipient'
  | 'broken-recipient'
  | 'expired-recipient'
  | 'unpinned-recipient'
  | 'no-secure-context'
  | 'broken-text'
  | 'too-long'
  | 'sealer-unavailable'
