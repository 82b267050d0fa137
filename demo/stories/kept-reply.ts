import type { InterventionAdapter } from '../../src/index.js'
import { nordhost } from '../policy.js'

/** A system whose customer was here an hour ago, and has left half an answer behind. */
export function withReply(adapter: InterventionAdapter, ticket: string): InterventionAdapter {
  const account = 'C-10001-reply'
  let isThere: Promise<unknown> | undefined
  return {
    ...adapter,
    async context(call) {
      const known = await adapter.context(call)
      isThere ??= leave(nordhost.provider.name, account, ticket)
      await isThere
      return { ...known, account: { ...known.account, id: account } }
    },
  }
}

async function leave(provider: string, account: string, ticket: string): Promise<void> {
  const { deviceShelf, ReplyShelf } = await import('../../src/request/kept.js')
  const shelf = new ReplyShelf(deviceShelf(), { provider, account }, () => Date.now() - 60 * 60 * 1_000)
  const left = {
    text: 'It is back, but only by the old address. The password was ••• then.',
    files: ['sshd.log'],
  }
  await shelf.written.write(ticket, left, await shelf.written.read(ticket))
}
