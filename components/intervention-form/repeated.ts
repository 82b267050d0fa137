import {
  asksOperatingSystem,
  openTexts,
  shortAnswers,
  type Context,
  type Draft,
  type FieldKey,
} from '../../src/index.js'
import type { Keepers } from './draft-store.js'

/** The open answers that hold what stands in the fields of the secret. */
export function repeatedIn(
  draft: Draft,
  context: Context,
  { secrets, attachments }: Keepers,
): readonly FieldKey[] {
  const spanIn = (text: string) => secrets.spanIn(text, draft.credentialKind)
  const isWhole = (text: string): boolean => {
    const span = spanIn(text)
    return span !== undefined && text.trim().length === span.end - span.start
  }
  // Only where the answer is asked for: what isn't shown can't be corrected.
  const isAsked = {
    server: draft.serverFrom === 'typed',
    operatingSystem: asksOperatingSystem(draft, context),
    signer: true,
  }
  return [
    ...openTexts.filter(key => spanIn(draft[key])),
    ...(attachments.hasText(text => spanIn(text) !== undefined) ? (['attachments'] as const) : []),
    ...shortAnswers.filter(([key, place]) => isAsked[key] && isWhole(draft[place])).map(([key]) => key),
  ]
}
