/** The first wait and the longest, milliseconds. */
const first = 1_000
const longest = 30_000

/**
 * How long to wait after so many failures in a row, milliseconds: anything up to a bound that doubles from 1 s to 30 s
 * ("full jitter"), so that not all pages come back at once.
 *
 * @param random - From 0 to below 1.
 */
export function backoff(failures: number, random: number): number {
  return random * Math.min(longest, first * 2 ** Math.max(0, failures - 1))
}
