import { generateX25519Identity, identityToRecipient } from 'age-encryption'
import {
  openSealed,
  sealCredentials,
  type Credentials,
  type Recipient,
  type SealBinding,
  type SealedCredentials,
} from '../../src/index.js'

/** The server's clock in the tests of sealing. */
export const now = Date.UTC(2026, 10, 22, 21, 0, 0)
/** What the tests seal for. */
export const binding: SealBinding = {
  requestKey: 'key-0001-abcd',
  account: 'C-20417',
  server: '2a01:4f8::1',
  time: now,
}

/** A new key of the provider's. */
export async function makeKey(id: string): Promise<{ identity: string; recipient: Recipient }> {
  const identity = await generateX25519Identity()
  return { identity, recipient: { id, recipient: await identityToRecipient(identity), label: `Key ${id}` } }
}

/** The provider's two keys. */
export const keys = Promise.all([makeKey('on-call'), makeKey('escrow')])
/** Root with this password. */
export const login = (password: string): Credentials => ({ username: 'root', secondFactor: false, password })

/** Seals to both keys. */
export async function seal(credentials: Credentials): Promise<SealedCredentials> {
  const all = (await keys).map(({ recipient }) => recipient)
  const sealed = await sealCredentials(credentials, all, binding, { now })
  if (!sealed.ok) throw new Error(`refused: ${sealed.error}`)
  return sealed.value
}

/** Opens with one of the two keys. */
export async function open(sealed: SealedCredentials, key = 0) {
  return openSealed(sealed.armored, (await keys)[key]!.identity)
}
