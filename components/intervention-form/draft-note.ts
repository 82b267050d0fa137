import type { Words } from '../../locales/index.js'
import type { KeptDraft } from '../../src/index.js'

/** A draft that is back; without a `rev` where it comes from a request that was sent, and isn't kept itself. */
export interface BackDraft extends Omit<KeptDraft, 'rev'> {
  readonly rev: string | undefined
}

/** What the customer is to know of the draft. */
export type DraftNote = { readonly is: 'restored'; readonly kept: BackDraft } | ChangedDraft

/** Another tab has kept another one, or, where there is none, has discarded or sent it: the customer chooses. */
export interface ChangedDraft {
  readonly is: 'changed'
  readonly other: KeptDraft | undefined
  /** The ticket that the other one has become, where that is known. */
  readonly number?: string
}

/** What has become of the draft in another tab. */
export function changedTitle({ other, number }: ChangedDraft, words: Words): string {
  if (number !== undefined) return words.say('elsewhere.sent', { number })
  return words.say(other ? 'draft.changed' : 'draft.gone')
}
