import { guardedTexts, maskedBy, type Draft } from '../../src/index.js'
import { finderIn, type SecretPlaces } from '../shared/secret-places.js'
import type { Keepers } from './draft-store.js'

/** What a device may keep of what was typed. */
export interface KeptWords {
  readonly draft: Draft
  /** The names of the files. */
  readonly files: readonly string[]
}

/** What is typed into one line: with the secret in it, it is no answer. */
const lines = ['serverText', 'operatingSystem', 'username', 'port', 'signer'] as const

/**
 * Without what stands in the fields of the secret at this moment: they may be emptied the next. Once they are, without
 * what stood there, as long as it is in the words.
 */
export function withoutRepeated(
  { draft, files }: KeptWords,
  { secrets }: Keepers,
  places: SecretPlaces,
): KeptWords {
  const find = finderIn(secrets)
  return {
    draft: {
      ...draft,
      ...changed(guardedTexts, key => places.masked(key, draft[key], find)),
      ...changed(lines, key => (places.of(key, draft[key], find).length > 0 ? '' : draft[key])),
    },
    files: files.map(name => places.masked(`file ${name}`, name, find)),
  }
}

/** Without what looks like a secret and isn't decided; nothing where nobody can tell. */
export function withoutUndecided({ draft, files }: KeptWords, { judgement }: Keepers): KeptWords | undefined {
  const { guard } = judgement
  const { find } = guard
  if (!find && [...guardedTexts.map(key => draft[key]), ...files].some(text => text.trim() !== ''))
    return undefined
  return {
    draft: {
      ...draft,
      ...changed(guardedTexts, key => maskedBy(draft[key], text => guard.undecidedIn(key, text)[0])),
    },
    files: files.map(name => maskedBy(name, text => find?.(text)[0])),
  }
}

function changed<K extends string>(
  keys: readonly K[],
  change: (key: K) => string,
): Partial<Record<K, string>> {
  const texts: Partial<Record<K, string>> = {}
  for (const key of keys) texts[key] = change(key)
  return texts
}
