import type { Context } from '../adapter/adapter.js'
import type { ServicePolicy } from '../policy/policy.js'
import { emptyDraft, type Draft } from './draft.js'

/**
 * A draft as the device kept it, over one to begin with: what the client area or the policy no longer has is left out,
 * and so is every consent.
 */
export function restoredDraft(kept: Draft, context: Context, policy: ServicePolicy): Draft {
  const blank = emptyDraft(context, policy)
  const hasService = context.services.some(({ id }) => id === kept.serviceId)
  const isServerGone = kept.serverFrom === 'list' && !hasService
  const extras = stillThere(kept.extras, policy.extras)
  return {
    ...kept,
    ...(hasService ? {} : { serviceId: blank.serviceId }),
    ...(isServerGone ? { serverFrom: blank.serverFrom } : {}),
    tasks: stillThere(kept.tasks, policy.tasks),
    extras,
    quantities: Object.fromEntries(Object.entries(kept.quantities).filter(([id]) => extras.includes(id))),
    methods: kept.methods === 'by-fit' ? 'by-fit' : stillThere(kept.methods, policy.methods),
    timeWindow: policy.authorization.windows.includes(kept.timeWindow) ? kept.timeWindow : blank.timeWindow,
    consoleConsent: blank.consoleConsent,
    duties: blank.duties,
    ownerDeclared: blank.ownerDeclared,
    agreed: blank.agreed,
  }
}

function stillThere(chosen: readonly string[], items: readonly { readonly id: string }[]): readonly string[] {
  return chosen.filter(id => items.some(item => item.id === id))
}
