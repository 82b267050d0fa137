/**
 * Epoch milliseconds of `2026-01-31 06:26:29` on a clock in this zone. Of an hour that is there twice, when the clocks go
 * back, the first; of one that isn't there, the hour after it.
 */
export function momentIn(timeZone: string, date: string): number {
  const asUtc = Date.parse(`${date.replace(' ', 'T')}Z`)
  const before = asUtc - offsetAt(timeZone, asUtc - 86_400_000)
  if (offsetAt(timeZone, before) === asUtc - before) return before
  const after = asUtc - offsetAt(timeZone, asUtc + 86_400_000)
  return offsetAt(timeZone, after) === asUtc - after ? after : before
}

/** How far a zone's clocks are ahead of UTC then, in milliseconds. */
function offsetAt(timeZone: string, at: number): number {
  const told = formatIn(timeZone).format(at)
  return Date.parse(`${told.replace(' ', 'T')}Z`) - Math.floor(at / 1000) * 1000
}

/** Swedish writes dates as ISO 8601 does. */
function formatIn(timeZone: string): Intl.DateTimeFormat {
  const digits = '2-digit'
  return new Intl.DateTimeFormat('sv-SE', {
    timeZone,
    year: 'numeric',
    month: digits,
    day: digits,
    hour: digits,
    minute: digits,
    second: digits,
    hourCycle: 'h23',
  })
}
