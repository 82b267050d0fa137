import type { Context } from '../adapter/adapter.js'
import type { SystemFamily } from '../credentials/temporary-account.js'
import type { ServicePolicy, ServerType, TimeWindow } from '../policy/policy.js'

/** How the customer lets the engineers in; empty until chosen. */
export type AccessChoice = '' | 'account' | 'ssh-key' | 'none'

/** What the customer signs in with on an account of theirs. */
export type CredentialKind = 'password' | 'private-key'

/** For whom the extras are priced: country by ISO 3166-1 alpha-2. */
export interface Buyer {
  readonly country: string
  readonly postcode: string
  readonly kind: 'consumer' | 'business'
  readonly vatId: string
}

/** All that was typed or chosen so far, but the secrets: those stay in their own fields until they are sealed. */
export interface Draft {
  /** Is the server picked from the customer's services, or typed? */
  readonly serverFrom: 'unchosen' | 'list' | 'typed'
  readonly serviceId: string
  readonly serverText: string
  /** Empty until answered; asked only where the client area doesn't know. */
  readonly serverType: ServerType | ''
  readonly operatingSystem: string
  readonly tasks: readonly string[]
  readonly extras: readonly string[]
  /** How much of an extra, as typed, by its id. */
  readonly quantities: Readonly<Partial<Record<string, string>>>
  /** What the customer has said about who buys; the rest the client area knows, or nobody. */
  readonly buyer: Partial<Buyer>
  readonly problem: string
  readonly action: string
  readonly errors: string
  readonly access: AccessChoice
  readonly credentialKind: CredentialKind
  readonly username: string
  readonly port: string
  readonly secondFactor: boolean
  /** The account that the commands make and remove, its system empty until chosen; `null` where none was asked for. */
  readonly temporaryAccount: { readonly family: SystemFamily | ''; readonly username: string } | null
  readonly noAccessReason: string
  readonly consoleConsent: boolean
  /** Those that are ticked, in the words in which they were. */
  readonly duties: readonly { readonly id: string; readonly text: string }[]
  /** `by-fit` until the customer narrows them. */
  readonly methods: readonly string[] | 'by-fit'
  readonly timeWindow: TimeWindow
  readonly reboot: boolean
  readonly signer: string
  readonly ownerDeclared: boolean
  /** The statement that was ticked, in the words and the language that were shown; `null` while it isn't. */
  readonly agreed: { readonly language: string; readonly text: string } | null
}

/** What has to be said anew each time that a draft is found again, and is kept nowhere: consents, and login details. */
export const givenAnew = {
  ...{ agreed: null, duties: [], consoleConsent: false, ownerDeclared: false },
  ...{ username: '', port: '', temporaryAccount: null },
} as const satisfies Partial<Draft>

/** A draft to begin with: what the client area knows is filled in, and no consent is. */
export function emptyDraft(context: Context, policy: ServicePolicy): Draft {
  const [only, ...others] = context.services
  return {
    serverFrom: only ? (others.length === 0 ? 'list' : 'unchosen') : 'typed',
    serviceId: only && others.length === 0 ? only.id : '',
    serverText: '',
    serverType: '',
    operatingSystem: '',
    tasks: [],
    extras: [],
    quantities: {},
    buyer: {},
    problem: '',
    action: '',
    errors: '',
    access: '',
    credentialKind: 'password',
    username: '',
    port: '',
    secondFactor: false,
    temporaryAccount: null,
    noAccessReason: '',
    consoleConsent: false,
    duties: [],
    methods: 'by-fit',
    timeWindow: policy.authorization.defaultWindow,
    reboot: policy.authorization.reboot,
    signer: context.account.name,
    ownerDeclared: false,
    agreed: null,
  }
}
