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
