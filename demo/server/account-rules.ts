import type { Account, Action } from '../../src/index.js'

/** Only the owner of an account authorizes. */
const OWNERS_ONLY: readonly Action[] = ['reopen', 'narrow-authorization']

/** May this person do that? Whether they are the owner, the client area knows, or else they declare it. */
export function mayDo({ owner }: Account, action: Action): boolean {
  return owner !== false || !OWNERS_ONLY.includes(action)
}
