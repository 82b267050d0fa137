import { not, type Result } from '../result.js'
import { loadAge } from './age.js'
import { readSealedText, type OpenedCredentials } from './sealed-text.js'

/**
 * Why sealed text stayed closed. `wrong-key-or-damaged`: from outside, one can't be told from the other;
 * `not-credentials`: it opened, and something else was inside.
 */
export type OpenRefusal =
  'not-sealed' | 'broken-identity' | 'wrong-key-or-damaged' | 'not-credentials' | 'sealer-unavailable'

/**
 * Opens sealed login details, for the provider's desk. The identity (`AGE-SECRET-KEY-1…`) never leaves this call.
 *
 * The seal has no sender: before the login details are used, ask `bindingFlaws` of the ticket. Blanks around the
 * armored text and CRLF are fine. Never rejects.
 */
export async function openSealed(
  armored: string,
  identity: string,
): Promise<Result<OpenedCredentials, OpenRefusal>> {
  const age = await loadAge()
  if (!age) return not('sealer-unavailable')
  const decrypter = new age.Decrypter()
  const file = attempt(() => age.armor.decode(armored))
  if (!file) return not('not-sealed')
  if (!attempt(() => (decrypter.addIdentity(identity.trim()), true))) return not('broken-identity')
  try {
    const bytes = await decrypter.decrypt(file)
    return readSealedText(new TextDecoder().decode(bytes))
  } catch {
    return not('wrong-key-or-damaged')
  }
}

function attempt<T>(action: () => T): T | undefined {
  try {
    return action()
  } catch {
    return undefined
  }
}
