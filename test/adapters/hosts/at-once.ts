import type { InterventionAdapter } from '../../../src/index.js'

/** So many calls at once, in turn of either bridge. */
export function atOnce<T>(
  count: number,
  bridges: readonly InterventionAdapter[],
  call: (on: InterventionAdapter) => Promise<T>,
) {
  return Promise.all(Array.from({ length: count }, (_, index) => call(bridges[index % bridges.length]!)))
}
