/** A text in the languages that the provider speaks, by BCP 47 language code: `{ en: '…', pl: '…' }`. */
export type Wording = Readonly<Record<string, string>>

/** May a request for this task go without login details, because the task itself yields them? */
export type CredentialsRule = 'required' | 'may-be-missing'

/** Work in the standard service. */
export interface PolicyTask {
  readonly id: string
  readonly credentials: CredentialsRule
  /** Is remote access usually down where this work is needed? Then the primary method is tried, and may not answer. */
  readonly remoteAccess?: 'down'
  /** The provider's own name for it, by language; without one the locale's `task.<id>` speaks. */
  readonly label?: Wording
}

/** Work beyond the standard service: support confirms whether it is possible, and the price. */
export interface PolicyExtra {
  readonly id: string
  readonly price: 'on-request'
  readonly label?: Wording
}

/** What kind of machine a server is; `unknown` where the client area doesn't say. */
export type ServerType = 'dedicated' | 'vps' | 'unknown'

/** A way for the engineer to reach the operating system. */
export interface PolicyMethod {
  readonly id: string
  /** The kinds of server that can have it. */
  readonly serverTypes: readonly ('dedicated' | 'vps')[]
  /** The option that the server must have. */
  readonly needs?: 'ipKvm'
  /** Does it work with the customer's login details? */
  readonly credentials: 'needed' | 'not-needed'
  /** A keyboard and a screen, the machine's own or those of a virtual one: ends at a login prompt unless it reboots. */
  readonly console?: 'physical' | 'virtual'
  /** Starts a small system over the network, from which the installed one is mounted and repaired. */
  readonly boots?: 'rescue'
  /** Works whatever the server's own network configuration. */
  readonly withoutNetwork?: boolean
  /** Tried first in most interventions. */
  readonly primary?: boolean
  /** By technicians on site, when remote methods are unavailable or hardware must be touched. */
  readonly onSite?: boolean
  readonly label?: Wording
}

/** Something the customer acknowledges, or is told: a duty, a limit, a step afterwards. */
export interface PolicyItem {
  readonly id: string
  /** The provider's own wording, by language; without it the locale speaks. */
  readonly label?: Wording
}

/** Five phases that every ticket system can be mapped on; logic hangs on them, words on the stage. */
export type Phase = 'received' | 'working' | 'waiting' | 'done' | 'declined'

/** A place on the way from filing to done. */
export interface PolicyStage {
  readonly id: string
  readonly phase: Phase
  /** On the straight path, or a branch beside it. */
  readonly path: 'straight' | 'side'
}

/** From–to in whole minutes. */
export interface MinuteRange {
  readonly fromMinutes: number
  readonly toMinutes: number
}

/** The provider's response times: targets, not guarantees. */
export interface PolicyTimes {
  readonly firstResponse: { readonly withinMinutes: number; readonly countsFrom: 'filing' }
  readonly standard: MinuteRange
  /** The customer is notified if a longer schedule applies. */
  readonly complex: MinuteRange & { readonly longer: 'customer-is-notified' }
  /** Physical access: depends on the technician's availability and location. */
  readonly datacentre: 'can-take-longer'
  readonly workCountsFrom: 'in-progress'
  readonly pausedWhileWaiting: boolean
  readonly hours: 'around-the-clock'
  /** Who says whether work is standard or complex; until then both ranges are shown. */
  readonly classifiedBy: 'engineer'
}

/** What has to be in a request. */
export type RequiredItem =
  'server' | 'problem' | 'action' | 'errors-where-any' | 'credentials' | 'authorization'

/** How long the engineers may work: until done (and how many hours after), or for a fixed time. */
export type TimeWindow = 'until-done' | '24h' | '7d'

/** What the person who authorizes may narrow, and what stands until narrowed. */
export interface PolicyAuthorization {
  /** The statement's version, recorded with every authorization. */
  readonly version: string
  /** The provider's own statement, by language; without it the locale's text is used. */
  readonly text?: Wording
  readonly windows: readonly TimeWindow[]
  readonly defaultWindow: TimeWindow
  /** With `until-done`: how many hours after the end of the work it still holds. */
  readonly hoursAfterDone: number
  readonly reboot: boolean
  readonly mounting: boolean
}

/** The rate of a country in the provider's own table. Rates are integers per 100,000: 25.5 % = 25 500. */
export type TableRate =
  | { readonly kind: 'rate'; readonly per100k: number }
  | { readonly kind: 'outside-scope' }
  | { readonly kind: 'unknown' }

/** The provider's VAT table as printed. Countries by ISO 3166-1 alpha-2 code. */
export interface VatTable {
  /** When it was in force, epoch milliseconds; `undated` where the table doesn't say. */
  readonly date: number | 'undated'
  readonly rates: Readonly<Record<string, TableRate>>
  /** Every country that is given and not listed. A country not given is unknown. */
  readonly other: TableRate
}

/** The hosting company and its client area. Menu names are never translated by us, nor inflected. */
export interface Provider {
  readonly name: string
  /** The language of the ticket's fixed block: the engineers' own. */
  readonly language: string
  /** What the client area calls itself. */
  readonly clientArea: Wording
  /** The way by hand, from the client area to the department, by language. */
  readonly menuPath: Readonly<Record<string, readonly string[]>>
  readonly department: Wording
  /** Where new login details appear after the work. */
  readonly accountPage: Wording
  /** What a service ID looks like: `#` a digit, `#+` digits, `@` a letter, `@+` letters, the rest as it stands. */
  readonly serviceIdPattern?: string
  /** Where the seller is established, ISO 3166-1 alpha-2; no default, needed for quotes. */
  readonly sellerCountry?: string
}

/** Everything that one provider's service promises, asks and refuses: another provider passes another one. */
export interface ServicePolicy {
  readonly id: string
  readonly version: string
  readonly provider: Provider
  readonly tasks: readonly PolicyTask[]
  readonly extras: readonly PolicyExtra[]
  readonly methods: readonly PolicyMethod[]
  readonly required: readonly RequiredItem[]
  readonly duties: readonly PolicyItem[]
  readonly limits: readonly PolicyItem[]
  readonly stages: readonly PolicyStage[]
  readonly times: PolicyTimes
  readonly aftercare: { readonly facts: readonly PolicyItem[]; readonly toDo: readonly PolicyItem[] }
  readonly contact: { readonly intervention: 'ticket'; readonly liveChat: 'first-consultation-only' | 'none' }
  readonly authorization: PolicyAuthorization
  readonly vat: VatTable
  /**
   * What is our decision where the procedure is silent, and so never worded as the provider's promise.
   * Dotted paths, an item of a list by its id: `times.hours`, `tasks.password-reset.credentials`, `stages.reopened`.
   */
  readonly ours: readonly string[]
}
