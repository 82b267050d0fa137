import { asides } from './leaks/asides.js'
import { assigned } from './leaks/assigned.js'
import { commands } from './leaks/commands.js'
import { type Judged, type SecretSpan } from './leaks/found.js'
import { keyBlocks } from './leaks/key-blocks.js'
import { read } from './leaks/read.js'
import { harmless, tokens } from './leaks/tokens.js'
import { told } from './leaks/words.js'
import { mark } from './mask-secret.js'

/**
 * Where passwords, keys and tokens stand in a text that a person typed or pasted, Polish or English.
 *
 * Spans are sorted by their place and don't overlap. A guess from words and forms: it may miss, it may mistake.
 */
export function findSecrets(text: string): readonly SecretSpan[] {
  const plain = read(text)
  const taken = new Uint8Array(text.length)
  const free = (judged: readonly Judged[]): readonly Judged[] =>
    judged.filter(({ start, end }) => {
      if (start >= end || taken.subarray(start, end).includes(1)) return false
      taken.fill(1, start, end)
      return true
    })
  const known = [keyBlocks(text), tokens(text), commands(plain), assigned(plain), harmless(text)].flatMap(
    free,
  )
  const rest = without(plain, known)
  const kept = [...known, ...free([...asides(rest), ...told(rest)])]
  return kept
    .flatMap(({ start, end, kind }) =>
      kind === 'harmless' || text.slice(start, end).includes(mark) ? [] : [{ start, end, kind }],
    )
    .sort((one, other) => one.start - other.start)
}

/** The text with dots in these places, so that the words around are read without them. */
function without(text: string, places: readonly Judged[]): string {
  let rest = ''
  let at = 0
  for (const { start, end } of [...places].sort((one, other) => one.start - other.start)) {
    rest += text.slice(at, start) + '•'.repeat(end - start)
    at = end
  }
  return rest + text.slice(at)
}
