import type { InterventionAdapter } from '../../../src/index.js'

/**
 * What an adapter does whose system knows no keys: looks for the ticket, and makes one where there is none. In between
 * anybody may come. `made` is told of each ticket before it stands.
 */
export function lookingFirst(
  system: InterventionAdapter,
  made: (key: string) => Promise<void>,
): InterventionAdapter {
  return {
    ...system,
    async submit(filing, write) {
      const found = await system.find?.(write.key)
      if (!found) await made(write.key)
      return system.submit(filing, write)
    },
    async reply(id, message, write) {
      const { items } = await system.entries(id)
      const isSaid = items.some(({ fact }) => fact.kind === 'message' && fact.text === message.text)
      if (!isSaid) await made(write.key)
      return system.reply(id, message, write)
    },
  }
}
