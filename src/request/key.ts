/** A fresh idempotency key: 128 random bits, 32 hex digits. Works outside secure contexts too, unlike `randomUUID`. */
export function newRequestKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('')
}
