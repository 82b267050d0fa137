import type { ServicePolicy } from '../policy/policy.js'
import { offeredQuotes, type Standing } from './standing.js'

/** Is there something that only the customer can answer: a question, a price, login details that don't work? */
export function isAsked(standing: Standing, policy: ServicePolicy): boolean {
  return standing.question !== null || offeredQuotes(standing).length > 0 || lacksLogin(standing, policy)
}

/** Did the server refuse the login details, and the engineers choose no way in that needs none? */
export function lacksLogin(
  { access, method }: Pick<Standing, 'access' | 'method'>,
  { methods }: ServicePolicy,
): boolean {
  return (
    access.current?.event === 'refused' &&
    methods.find(({ id }) => id === method?.method)?.credentials !== 'not-needed'
  )
}
