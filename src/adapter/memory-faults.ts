import { AdapterFault, type FaultCode } from './fault.js'

/** A method of the memory adapter that can be made to fail. */
export type MemoryMethod =
  'context' | 'submit' | 'find' | 'list' | 'get' | 'entries' | 'reply' | 'open' | 'quote' | 'checkVatId'

/**
 * How a method fails, once where nothing else is said.
 *
 * `lose-answer`: does its work, then rejects with `unavailable`, uncertain · `hang`: never settles, until aborted ·
 * `garbage`: does its work, then answers nonsense · `delay`: waits for the promise first, then goes on as ever.
 */
export type FaultPlan =
  | 'lose-answer'
  | 'hang'
  | 'garbage'
  | { readonly do: 'lose-answer' | 'hang' | 'garbage'; readonly times: number }
  | { readonly delay: Promise<unknown>; readonly times?: number }
  | {
      readonly code: FaultCode
      readonly times?: number
      readonly retryAfterMs?: number
      readonly uncertain?: boolean
    }

/** The plans that are still to be carried out, and the methods that carry them out. */
export interface Faults {
  /** The next calls of `method` fail so; plans for one method follow each other. */
  plan(method: MemoryMethod, plan: FaultPlan): void
  /** Runs a call as its plan says. */
  run<T>(method: MemoryMethod, work: () => Promise<T>): Promise<T>
}

/** No faults until they are planned. */
export function memoryFaults(): Faults {
  const plans = new Map<MemoryMethod, { plan: FaultPlan; left: number }[]>()

  function nextPlan(method: MemoryMethod): FaultPlan | undefined {
    const waiting = plans.get(method)
    const first = waiting?.[0]
    if (!waiting || !first) return undefined
    first.left -= 1
    if (first.left <= 0) waiting.shift()
    return first.plan
  }

  return {
    plan(method, plan) {
      const left = typeof plan === 'string' ? 1 : (plan.times ?? 1)
      plans.set(method, [...(plans.get(method) ?? []), { plan, left }])
    },
    async run(method, work) {
      const plan = nextPlan(method)
      if (plan === undefined) return work()
      if (typeof plan === 'object' && 'code' in plan) {
        const { code, retryAfterMs, uncertain = false } = plan
        throw new AdapterFault(code, { ...(retryAfterMs !== undefined && { retryAfterMs }), uncertain })
      }
      if (typeof plan === 'object' && 'delay' in plan) {
        await plan.delay
        return work()
      }
      const deed = typeof plan === 'string' ? plan : plan.do
      if (deed === 'hang') return new Promise(() => undefined)
      const answer = await work()
      if (deed === 'lose-answer') throw new AdapterFault('unavailable', { uncertain: true })
      const nonsense: unknown = {
        items: 7,
        intervention: { id: ['?'] },
        _$litType$: 1,
        strings: ['<b>?</b>'],
      }
      return pretendedToBe(answer, nonsense) ? nonsense : answer
    },
  }
}

/** The one lie in this house: nonsense is said to be like the answer, so that a caller can be seen to find it out. */
function pretendedToBe<T>(_answer: T, nonsense: unknown): nonsense is T {
  return nonsense !== undefined
}
