import type { Words } from '../../locales/index.js'
import {
  checkStep,
  type Draft,
  type Facts,
  type Issue,
  type IssueCode,
  type StepId,
} from '../../src/index.js'
import type { Keepers } from './draft-store.js'
import type { FormActions } from './form-body.js'
import type { Changes, FormView } from './form-view.js'
import type { RequestPrice } from './request-price.js'
import type { RequestController } from './request.controller.js'

/** What the form's parts are drawn from now; `undefined` while the client area hasn't told what to begin with. */
export function viewOf(
  request: RequestController,
  keepers: Keepers,
  price: RequestPrice,
  words: Words,
  redraw: () => void,
): FormView | undefined {
  const { draft, facts, state } = request
  if (!draft || !facts) return undefined
  const choose = (changes: Changes): void => {
    request.store.update(typeof changes === 'function' ? changes(request.draft ?? draft) : changes)
    redraw()
  }
  return {
    words,
    draft,
    facts,
    issues: state.at === 'draft' ? stillWrong(state.issues, state.step, draft, facts) : [],
    fell: request.store.fell,
    beginning: request.store.beginning,
    sealedAt: request.sealedAt,
    ...keepers,
    price,
    sending: request.sending,
    retryAt: retryTime(request, words),
    drafts: request.drafts,
    taken: request.takeAlong.of(state, facts),
    isWaiting: request.isWaiting,
    fixed: state.at !== 'draft' && state.at !== 'not-sent',
    // A ticked statement stays as it was ticked, language and all. Written only for the steps that show it.
    get statement() {
      const { parts } = keepers.later
      const empty = { language: words.language, text: '' }
      return draft.agreed ?? parts?.shownStatement(words, draft, facts) ?? empty
    },
    choose,
    type: changes => {
      if (request.store.update(changes)) redraw()
      keepers.judgement.heed()
    },
    agree: agreed => {
      request.store.agree(words.language, agreed)
      redraw()
    },
    unseal: () => {
      request.store.unseal()
      redraw()
    },
    goTo: step => {
      request.go(step)
    },
  }
}

/** Told in whole minutes, and never too early. */
function retryTime({ retryAt, store: { clockAhead } }: RequestController, words: Words): string | undefined {
  if (retryAt === undefined) return undefined
  const minute = 60_000
  return words.clock(Math.ceil((retryAt + clockAhead) / minute) * minute, Date.now() + clockAhead)
}

/** What was refused by the ticket system: only it can tell when that is mended. */
const refusals: readonly IssueCode[] = ['refused', 'too-large']

/** Of what was to be corrected, what still is: an answer that was mended is not held against anybody. */
function stillWrong(shown: readonly Issue[], step: StepId, draft: Draft, facts: Facts): readonly Issue[] {
  const now = checkStep(step, draft, facts)
  return shown.filter(
    ({ code, field }) =>
      refusals.includes(code) || now.some(issue => issue.code === code && issue.field === field),
  )
}

/** What the form as a whole can do with a request. */
export function actionsOf(request: RequestController, focus: FormActions['focus']): FormActions {
  return {
    focus,
    continue: () => {
      request.continue()
    },
    send: () => {
      request.submit()
    },
    look: () => {
      void request.look()
    },
    settle: isThere => {
      request.settle(isThere)
    },
  }
}
