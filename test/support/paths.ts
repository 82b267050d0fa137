/** Every optional key filled in, however deep: a whole example forgets none. */
export type Whole<T> = T extends string | number | boolean | null | undefined | bigint | File
  ? T
  : T extends readonly (infer Item)[]
    ? readonly Whole<Item>[]
    : { readonly [K in keyof T]-?: Whole<Exclude<T[K], undefined>> }

/** The dotted paths of all keys of objects in a value; the first item speaks for a list. */
export function pathsOf(value: unknown, prefix = ''): readonly string[] {
  if (typeof value !== 'object' || value === null) return []
  const entries = Array.isArray(value) ? Object.entries(value).slice(0, 1) : Object.entries(value)
  return entries.flatMap(([key, member]) => [
    ...(Array.isArray(value) ? [] : [`${prefix}${key}`]),
    ...pathsOf(member, `${prefix}${key}.`),
  ])
}

/** A copy of a JSON value without one key. */
export function without(value: unknown, path: string): unknown {
  return changed(value, path, () => undefined)
}

/** A copy of a JSON value with one value in another's place. */
export function changed(value: unknown, path: string, change: (old: unknown) => unknown): unknown {
  const copy: unknown = structuredClone(value)
  const keys = path.split('.')
  const last = keys.pop() ?? ''
  let at: unknown = copy
  for (const key of keys) at = Reflect.get(Object(at), key)
  const to = change(Reflect.get(Object(at), last))
  if (to === undefined) Reflect.deleteProperty(Object(at), last)
  else Reflect.set(Object(at), last, to)
  return copy
}
