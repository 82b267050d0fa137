/** More values than any answer of a ticket system holds; what is bigger would stop the page. */
const mostValues = 100_000

/** In UTF-16 code units: more text than a full page of a ticket's history holds in practice. */
const mostText = 8_000_000

const deepest = 16

/** What was too big once: only to count its keys again would stop the page for a moment, at each look. */
const oversized = new WeakSet<object>()

/**
 * A copy made of nothing but data: each property is read once, and by its descriptor, so that no code of the value runs
 * but a proxy's own traps.
 *
 * What is `undefined` is left out, as JSON does. Throws for accessors, functions, symbols, numbers that are not finite,
 * instances of classes (nodes, templates, dates, maps), cycles, and what is too deep or too big to look at; what was too
 * big stays so.
 */
export function plainCopy(value: unknown): unknown {
  let values = mostValues
  let text = mostText
  if (typeof value === 'object' && value !== null && oversized.has(value)) throw tooBig()

  function copy(from: unknown, depth: number): unknown {
    if ((values -= 1) < 0) throw tooBig()
    switch (typeof from) {
      case 'string':
        if ((text -= from.length) < 0) throw tooBig()
        return from
      case 'number':
        if (!Number.isFinite(from)) throw new TypeError('not finite')
        return from
      case 'boolean':
      case 'undefined':
        return from
      case 'object':
        if (from === null) return null
        if (depth === deepest) throw new TypeError('too deep')
        return Array.isArray(from) ? copyList(from, depth) : copyRecord(from, depth)
      default:
        throw new TypeError('not data')
    }
  }

  function copyList(from: readonly unknown[], depth: number): unknown[] {
    const length: unknown = dataOf(from, 'length')
    if (typeof length !== 'number' || length > values) throw tooBig()
    return Array.from({ length }, (_, index) => copy(dataOf(from, String(index)), depth + 1))
  }

  function copyRecord(from: object, depth: number): Record<string, unknown> {
    if (!isRecord(from)) throw new TypeError('not data')
    const keys = Object.getOwnPropertyNames(from)
    if (keys.length > values) throw tooBig()
    const to: Record<string, unknown> = {}
    for (const key of keys) {
      const member = copy(dataOf(from, key), depth + 1)
      if (member !== undefined && key !== '__proto__') to[key] = member
    }
    return to
  }

  function tooBig(): TypeError {
    if (typeof value === 'object' && value !== null) oversized.add(value)
    return new TypeError('too big')
  }

  return copy(value, 0)
}

function dataOf(from: object, key: string): unknown {
  const descriptor = Object.getOwnPropertyDescriptor(from, key)
  if (descriptor && !('value' in descriptor)) throw new TypeError('not data')
  return descriptor?.value
}

/** A plain object of this window or another one: its prototype is the last of its chain, or it has none. */
function isRecord(from: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(from)
  return prototype === null || (typeof prototype === 'object' && Object.getPrototypeOf(prototype) === null)
}
