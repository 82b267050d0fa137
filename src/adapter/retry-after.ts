/** A day: no server means longer, and a timer can't wait for ever. */
const longest = 86_400_000

/**
 * A `Retry-After` field (RFC 9110, 10.2.3) in milliseconds from `now`: seconds or a date, 0 to one day.
 *
 * A date is measured against the server's own `Date` field where there is one, so that a wrong clock here does no harm.
 *
 * @returns `undefined` for what is neither: the caller's own default holds.
 */
export function retryAfterMs(
  field: string | null,
  now: number,
  serverDate: string | null = null,
): number | undefined {
  const text = field?.trim() ?? ''
  if (/^-?\d{1,15}$/.test(text)) return within(Number(text) * 1_000)
  // Only the three forms of an HTTP date: `Date.parse` would take much more for one.
  if (!/^[A-Z][a-z]{2,8},? /.test(text) || text.length > 40) return undefined
  const at = Date.parse(text)
  if (Number.isNaN(at)) return undefined
  const from = Date.parse(serverDate ?? '')
  return within(at - (Number.isNaN(from) ? now : from))
}

function within(ms: number): number {
  return Math.min(Math.max(ms, 0), longest)
}
