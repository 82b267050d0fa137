/** Milliseconds. */
const aDay = 86_400_000

/** The tax point: the server's day, or this machine's where the server's clock is beyond all calendars. */
export function taxPoint(clockAhead: number): string {
  const [first, second] = [Date.now() + clockAhead, Date.now()].map(time => {
    const day = new Date(time)
    return Number.isNaN(day.getTime()) ? '' : day.toISOString().slice(0, 10)
  })
  return first && /^\d{4}-/.test(first) ? first : (second ?? '')
}

/** Does no provider take an estimate of that day any longer? Yesterday's still counts: days end elsewhere at other times. */
export function isPast(date: string, today: string): boolean {
  return Date.parse(today) - Date.parse(date) > aDay
}
