/** What stands where a secret was. */
export const mark = '•••'

/**
 * The text with a neutral mark in the place of one secret, and nothing else changed.
 *
 * Later spans move with it: look again, or mask from the last one to the first. What is masked isn't found again.
 */
export function maskSecret(
  text: string,
  { start, end }: { readonly start: number; readonly end: number },
): string {
  return text.slice(0, start) + mark + text.slice(end)
}

/** The text with a mark in the place of each secret that `next` finds, until it finds none. */
export function maskedBy(
  text: string,
  next: (text: string) => { readonly start: number; readonly end: number } | undefined,
): string {
  let open = text
  for (let span = next(open); span; span = next(open)) open = maskSecret(open, span)
  return open
}
