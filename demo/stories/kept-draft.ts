import {
  emptyDraft,
  introserv,
  newRequestKey,
  type Draft,
  type DraftShelf,
  type InterventionAdapter,
} from '../../src/index.js'

/** This browser's shelf for the drafts of an account, as the form finds it. */
export async function shelfOf(account: string, now: () => number = Date.now): Promise<DraftShelf> {
  const kept = await import('../../src/request/kept.js')
  return new kept.DraftShelf(kept.deviceShelf(), { provider: introserv.provider.name, account }, now)
}

/** A system whose customer was here an hour ago, and has left a draft behind. */
export function withDraft<Adapter extends InterventionAdapter>(
  adapter: Adapter,
  changes: Partial<Draft> = {},
  files: readonly string[] = ['auth-failure.log'],
): Adapter {
  const { context } = adapter
  let isThere: Promise<unknown> | undefined
  return Object.assign(adapter, {
    context: async (...options: Parameters<typeof context>) => {
      const known = await context(...options)
      isThere ??= shelfOf(known.account.id, () => Date.now() - 60 * 60 * 1_000).then(async shelf => {
        await shelf.discard()
        const blank = emptyDraft(known, introserv)
        const draft = {
          ...blank,
          ...{ problem: 'Since noon nothing answers any more. Password: •••', action: 'Open SSH again.' },
          ...({ tasks: ['network-recovery'], access: 'account' } as const),
          ...changes,
        }
        await shelf.save({ id: newRequestKey(), draft, files }, undefined, blank)
      })
      await isThere
      return known
    },
  })
}
