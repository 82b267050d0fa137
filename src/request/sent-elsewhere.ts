import * as z from 'zod/mini'
import { writeKey } from '../adapter/wire.js'
import { parse } from '../parse.js'
import { id, instant, label, sha256 } from '../text-schema.js'
import { segment, type KeptScope } from './shelf.js'

/** The ticket that a request has become. */
export interface SentAs {
  readonly number: string
  readonly id: string
  /** The digest of the authorization that was signed with it: by it a tab knows whether these were its words. */
  readonly signed?: string
  /** When its words were signed, by that device's clock; epoch milliseconds. */
  readonly since?: number
}

/** Another tab's word that a request was sent. */
export interface SentElsewhere extends SentAs {
  /** The request's idempotency key. */
  readonly key: string
}

const news: z.ZodMiniType<SentElsewhere> = z.object({
  ...{ v: z.literal(1), key: writeKey, number: label, id },
  signed: z.exactOptional(sha256),
  since: z.exactOptional(instant),
})

/** Of what tells it, only the ticket. */
export function sentAs({ number, id, signed, since }: SentAs): SentAs {
  return {
    ...{ number, id },
    ...(signed !== undefined && { signed }),
    ...(since !== undefined && { since }),
  }
}

/** The other tabs with the same account of the same provider. Where the browser has no channel, nobody is told. */
export class OtherTabs {
  readonly #name: string
  readonly #listeners = new Set<(sent: SentElsewhere) => void>()
  #channel: BroadcastChannel | undefined

  constructor({ provider, account }: KeptScope) {
    this.#name = ['os-intervention', ...[provider, account].map(segment)].join('/')
  }

  /** Tells them, and none of our own listeners. */
  tell(sent: SentElsewhere): void {
    const channel = this.#channel ?? opened(this.#name)
    channel?.postMessage({ v: 1, ...sent })
    if (channel !== this.#channel) channel?.close()
  }

  /** Listens until what comes back is called. */
  listen(onSent: (sent: SentElsewhere) => void): () => void {
    const listener = (sent: SentElsewhere) => onSent(sent)
    this.#listeners.add(listener)
    this.#channel ??= opened(this.#name, heard => {
      for (const each of this.#listeners) each(heard)
    })
    return () => {
      this.#listeners.delete(listener)
      if (this.#listeners.size > 0) return
      this.#channel?.close()
      this.#channel = undefined
    }
  }
}

/** Any script of this origin can speak on it: what isn't news of ours is not heard. */
function opened(name: string, hear?: (sent: SentElsewhere) => void): BroadcastChannel | undefined {
  try {
    const channel = new BroadcastChannel(name)
    if (hear) {
      channel.onmessage = ({ data }: MessageEvent<unknown>) => {
        const heard = parse(news, data)
        if (heard.ok) hear({ key: heard.value.key, ...sentAs(heard.value) })
      }
    }
    return channel
  } catch {
    return undefined
  }
}
