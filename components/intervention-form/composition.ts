import {
  chosenServer,
  type Composition,
  type Context,
  type Draft,
  type Facts,
  type Filing,
  type InterventionAdapter,
  type ServicePolicy,
  type ShownStatement,
  type TicketContents,
} from '../../src/index.js'
import { languageFor, type Words } from '../../locales/index.js'
import { pinnedIn } from '../shared/connected-adapter.js'
import { policyFor } from '../shared/policy.js'
import type { OsInterventionForm } from './intervention-form.js'
import type { LaterSteps } from './later-steps.js'
import type { RequestPrice } from './request-price.js'

/** What the controller needs of its element: words and settings, made when they are asked for. */
export interface RequestSurroundings {
  readonly adapter: InterventionAdapter
  readonly pinned: readonly string[] | undefined
  /** Asks in silence who is signed in now. */
  readonly askAgain: () => Promise<Context | undefined>
  /** The customer's language, BCP 47. */
  readonly language: string
  /** What the extras cost. */
  readonly price: RequestPrice
  /** The policy to go by, given what the client area tells now. */
  readonly policyOf: (context: Context) => ServicePolicy
  /** The statement as it would stand on the screen in this language; `undefined` before that can be shown. */
  readonly statement: (language: string, draft: Draft, facts: Facts) => ShownStatement | undefined
  /** The ticket's plain text in the provider's language; empty before a request can be made. */
  readonly ticketText: (filing: Omit<Filing, 'text'>, facts: Facts) => string
  /** The same for whoever files it by hand; in the customer's where the provider's can't be loaded. */
  readonly byHandText: (request: TicketContents, facts: Facts) => string | undefined
}

/** What the controller needs of its element, as the page has set it now. */
export function surroundingsOf(
  { pinnedRecipients, policy }: Pick<OsInterventionForm, 'pinnedRecipients' | 'policy'>,
  known: Pick<RequestSurroundings, 'adapter' | 'price' | 'askAgain'>,
  words: Words,
  later: LaterSteps,
): RequestSurroundings {
  const ofProvider = ({ provider }: ServicePolicy): Words => words.in(languageFor(provider.language))
  return {
    ...known,
    pinned: pinnedIn(pinnedRecipients),
    language: words.language,
    policyOf: context => policyFor(policy, context.policy),
    statement: (shown, draft, facts) => later.parts?.shownStatement(words.in(shown), draft, facts),
    ticketText: (filing, { policy: of, context }) =>
      later.parts?.ticketText(filing, ofProvider(of), of, context) ?? '',
    byHandText: (request, { policy: of, context }) =>
      later.parts?.byHandText(request, ofProvider(of), of, context),
  }
}

/** What the request is bound to, and the secret as it stands in its field. */
interface Binding extends Pick<Composition, 'secret' | 'sealedBefore' | 'quote' | 'files'> {
  readonly key: string
  /** How far the server's clock is ahead of this one, milliseconds. */
  readonly clockAhead: number
}

/** All that the request is made of, as it stands on the screen now; `undefined` while something is missing. */
export function compositionOf(
  surroundings: RequestSurroundings,
  draft: Draft,
  facts: Facts,
  { key, clockAhead, ...bound }: Binding,
): Composition | undefined {
  const server = chosenServer(draft, facts.context, facts.policy)
  if (!draft.agreed || !server.ok) return undefined
  const clientTime = Date.now()
  return {
    draft,
    facts,
    server: server.value,
    shown: draft.agreed,
    moment: { key, clientTime, serverTime: clientTime + clockAhead },
    ...bound,
    pinned: surroundings.pinned,
    language: surroundings.language,
    text: filing => surroundings.ticketText(filing, facts),
  }
}
