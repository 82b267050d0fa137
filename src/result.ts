/** An expected outcome as a value: what was asked for, or the reason why not. */
export type Result<T, E> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: E }

/** The good outcome. */
export function ok<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value }
}

/** The other one, with its reason. */
export function not<E>(error: E): { readonly ok: false; readonly error: E } {
  return { ok: false, error }
}
