/** Loads the sealing code: 50 kB gzipped that only those get who seal or open. `undefined` where it can't be had. */
export async function loadAge() {
  try {
    return await import('age-encryption')
  } catch {
    return undefined
  }
}
