/** Chance that a seed repeats: the same seed, the same schedule. */
export interface Chance {
  /** From 0 to 1, without 1. */
  next(): number
  /** From 0 to below `bound`. */
  whole(bound: number): number
  /** True so often: 0 never, 1 always. */
  is(likelihood: number): boolean
  /** One of these, each as likely. */
  of<T>(choices: readonly [T, ...T[]]): T
}

/** Mulberry32: 32 bits of state, which is enough to tell ten thousand schedules apart. */
export function chance(seed: number): Chance {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  return {
    next,
    whole: bound => Math.floor(next() * bound),
    is: likelihood => next() < likelihood,
    of: choices => choices[Math.floor(next() * choices.length)] ?? choices[0],
  }
}
