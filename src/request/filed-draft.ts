import { allowedMethods, type Facts } from './check.js'
import { emptyDraft, type Draft } from './draft.js'
import type { FiledAccess, Filing } from './filing.js'
import type { FiledQuote } from './filed-quote.js'

/**
 * The draft of a request that was composed already: all that can be read in it.
 *
 * What is sealed in it is not, the user name and the port of an account too; and every consent is to be given again.
 */
export function filedDraft(filing: Filing, { context, policy }: Pick<Facts, 'context' | 'policy'>): Draft {
  const { serviceId, serverType, operatingSystem = '', tasks, extras, problem, action, errors = '' } = filing
  const { methods, window, reboot, signer } = filing.authorization.record
  const isOfList = context.services.some(({ id }) => id === serviceId)
  const blank = emptyDraft(context, policy)
  const draft: Draft = {
    ...blank,
    ...(isOfList && serviceId !== undefined
      ? { serverFrom: 'list', serviceId }
      : { serverFrom: 'typed', serviceId: '', serverText: filing.server.value }),
    ...{ serverType, operatingSystem, tasks, extras, problem, action, errors },
    ...(filing.quote && pricedIn(filing.quote)),
    ...wayIn(filing.access),
    ...{ timeWindow: window, signer: signer.name },
    // Without login details a restart goes without saying.
    reboot: filing.access.kind === 'none' ? blank.reboot : reboot,
  }
  const fitting = allowedMethods(draft, { context, policy, secret: 'missing' })
  const isByFit = fitting.length === methods.length && fitting.every(id => methods.includes(id))
  return isByFit ? draft : { ...draft, methods }
}

function wayIn(access: FiledAccess): Partial<Draft> {
  switch (access.kind) {
    case 'account':
      return { access: 'account' }
    case 'ssh-key':
      return { access: 'ssh-key', username: access.username, port: access.port?.toString() ?? '' }
    case 'none':
      return { access: 'none', noAccessReason: access.reason ?? '' }
  }
}

/** How much of each extra, and for whom. */
function pricedIn({ quote, customer }: FiledQuote): Pick<Draft, 'quantities' | 'buyer'> {
  const { country, kind, postcode, vatId } = customer
  return {
    quantities: Object.fromEntries(
      quote.lines.flatMap(({ extra, quantity, unitNet }) =>
        unitNet === 'on-request' ? [] : [[extra, quantity]],
      ),
    ),
    buyer: {
      ...(country !== '' && { country }),
      kind,
      ...(postcode !== undefined && { postcode }),
      ...(vatId && { vatId: vatId.value }),
    },
  }
}
