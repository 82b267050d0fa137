/** Asked anew after every wait: the compiler takes the first answer for the last one. */
export function isAborted(signal: AbortSignal): boolean {
  return signal.aborted
}
