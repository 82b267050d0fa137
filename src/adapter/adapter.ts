import type { Authorization } from '../authorization/authorization.js'
import type { Recipient, SealedCredentials } from '../credentials/credentials.js'
import type { Phase, ServerType, ServicePolicy } from '../policy/policy.js'
import type { BindingQuote, PriceList, QuoteOrder, TaxPolicy } from '../quote/quote.js'
import type { FieldKey } from '../request/field.js'
import type { Filing } from '../request/filing.js'
import type { Action, Entry, FileRef, Intervention, Version } from '../tracking/intervention.js'

/** What every call may be given. Aborting rejects with the signal's own reason. */
export interface Call {
  readonly signal?: AbortSignal
}

/** What every write is given. */
export interface Write extends Call {
  /** One key for one intent: the same over retries, reloads and tabs. */
  readonly key: string
  /** Refuse with `conflict` unless the intervention is still at this version. */
  readonly ifVersion?: Version
  /** Told 0…1 where there is progress to tell; less than 1 only while an abort leaves nothing behind. */
  onProgress?(fraction: number): void
}

/** Who is signed in at the client area. */
export interface Account {
  readonly id: string
  readonly name: string
  readonly email?: string
  /** ISO 3166-1 alpha-2. */
  readonly country?: string
  readonly kind?: 'consumer' | 'business'
  readonly vatId?: string
  /** Is this person the account's owner, who alone can authorize? */
  readonly owner: boolean | 'unknown'
}

/** A server that the customer has with the provider. */
export interface Service {
  readonly id: string
  readonly name: string
  readonly addresses: readonly string[]
  readonly serverType: ServerType
  readonly options?: { readonly ipKvm?: boolean }
  readonly operatingSystem?: string
  readonly checks?: {
    readonly owner?: 'ok' | 'problem' | 'unknown'
    readonly active?: 'ok' | 'problem' | 'unknown'
    readonly rescue?: 'ok' | 'problem' | 'unknown'
  }
}

/** What the form needs to know before it asks. */
export interface Context {
  /** The server's clock, epoch milliseconds. */
  readonly now: number
  readonly account: Account
  readonly services: readonly Service[]
  readonly recipients: readonly Recipient[]
  /** The support team's public SSH keys, one `authorized_keys` line each. */
  readonly sshKeys?: readonly string[]
  readonly prices?: PriceList
  readonly tax?: TaxPolicy
  readonly policy?: ServicePolicy
}

/** The system's answer to a request: the ticket, and what was accepted and not kept. */
export interface Filed {
  readonly intervention: Intervention
  readonly unstored: readonly FieldKey[]
}

/** Part of a list; may be short. Without a `cursor` it is the last. */
export interface Page<T> {
  readonly items: readonly T[]
  readonly cursor?: string
  readonly total?: number
}

/** What the customer says on a ticket. */
export interface Message {
  readonly text?: string
  readonly files?: readonly File[]
  readonly intent?: Action
  readonly sealed?: SealedCredentials
  readonly authorization?: Authorization
  readonly quoteDigest?: string
  readonly item?: string
}

/** Where systems differ: the interface degrades visibly, never silently. */
export interface Capabilities {
  /** The phases that the system can tell apart. */
  readonly phases: readonly Phase[]
  /** `safe`: the same key makes one ticket, however often it is sent. */
  readonly retries: { readonly submit: 'safe' | 'unsafe'; readonly reply: 'safe' | 'unsafe' }
  /** Is `ifVersion` obeyed? */
  readonly locking: boolean
  readonly files: { readonly maxBytes: number; readonly maxCount: number } | null
  /** Where sealed text is kept, and whether it can be erased; `null`: the system can take none. */
  readonly sealed: { readonly in: 'field' | 'message'; readonly erasable: boolean } | null
  readonly pollEveryMs: number
}

/**
 * A provider's ticket system, as the elements see it; the same interface on both sides of the bridge.
 *
 * Every method rejects with an `AdapterFault`, or with the signal's reason when aborted.
 */
export interface InterventionAdapter {
  readonly capabilities: Capabilities
  /** Who is signed in, their servers, and the keys to seal to. */
  context(call?: Call): Promise<Context>
  /** Files a request; once per key. */
  submit(filing: Filing, write: Write): Promise<Filed>
  /** The request that was filed under this key, or `null`. */
  find?(key: string, call?: Call): Promise<Filed | null>
  /** The customer's requests, newest first. */
  list(
    query: { readonly open?: boolean; readonly cursor?: string; readonly limit?: number },
    call?: Call,
  ): Promise<Page<Intervention>>
  /** One request; `null`: unchanged since `known`. */
  get(id: string, known?: Version, call?: Call): Promise<Intervention | null>
  /**
   * What happened after the entry with this id, oldest first; a revised entry comes again with a higher `rev`.
   *
   * A page with a `cursor` is not the last: what follows is asked for after its last entry.
   */
  entries(id: string, after?: string, call?: Call): Promise<Page<Entry>>
  /**
   * Says something on the ticket, or does what its `intent` says: one of the `actions` that the ticket offers; once per key.
   *
   * Refused: `forbidden`, what isn't offered · `invalid`, with the fields that are missing or wrong · `conflict`, where the
   * key was another message's, or the ticket is at another version than `ifVersion`.
   */
  reply(id: string, message: Message, write: Write): Promise<{ readonly unstored: readonly FieldKey[] }>
  /** The bytes of a file, by its `id`: behind the bridge nothing else of it is known. */
  open(file: FileRef, call?: Call): Promise<Blob>
  /**
   * Tells that something changed, never what, until the signal aborts.
   *
   * May tell the present version at once, and one twice. Who is told nothing, not even that, asks from time to time: over
   * HTTP a system may turn out to have nothing to tell with. Never fails: what is wrong, the next `get` says.
   */
  watch?(id: string, changed: (version: Version) => void, call: { readonly signal: AbortSignal }): void
  /** A price that the provider stands by. */
  quote?(order: QuoteOrder, call?: Call): Promise<BindingQuote>
  /** Asks the authority about a VAT ID. */
  checkVatId?(id: string, call?: Call): Promise<'valid' | 'invalid' | 'unavailable'>
}
