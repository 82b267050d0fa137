import { html, nothing, type TemplateResult } from 'lit'
import type { Words } from '../../../locales/index.js'
import {
  longestText,
  newRequestKey,
  type FieldKey,
  type InterventionAdapter,
  type Message,
} from '../../../src/index.js'
import type { Accepted, SentController } from '../sent.controller.js'

/** What stands nowhere but in the seal: never in a message. */
const sealedFields: readonly FieldKey[] = ['access', 'username', 'password', 'privateKey', 'secondFactor']

/** How what the ticket system didn't keep gets to the engineers: as a message on the ticket; login details only sealed anew. */
export function missingPart(
  words: Words,
  accepted: Accepted,
  sent: SentController,
  adapter: InterventionAdapter | undefined,
): TemplateResult {
  const { filed, filing } = accepted
  const message = messageOf(accepted)
  const isAccessLost = filed.unstored.some(key => isSealed(key, filing))
  const at = sent.missing?.of === accepted ? sent.missing.at : undefined
  return html`${isAccessLost ? html`<p>${words.say('sent.missing.access')}</p>` : nothing}
  ${at && at !== 'sending' ? html`<p class="strong">${words.say(`sent.missing.${at}`)}</p>` : nothing}
  ${
    message && adapter && at !== 'sent'
      ? html`<button
          id="send-missing"
          type="button"
          aria-disabled=${at === 'sending' ? 'true' : 'false'}
          @click=${() => {
            if (at !== 'sending') void send(words, accepted, message, sent, adapter)
          }}
        >
          ${words.say(at === 'sending' ? 'tracker.sending' : 'sent.missing.send')}
        </button>`
      : nothing
  }`
}

/** The request's own text, in which there is no secret, and the files that weren't kept; nothing where only the seal is missing. */
function messageOf({ filed: { unstored }, filing }: Accepted): Message | undefined {
  const files = unstored.includes('attachments') ? (filing.files ?? []) : []
  const isText = unstored.some(key => key !== 'attachments' && !isSealed(key, filing))
  // What is longer than any message stands in the ticket's own text.
  const text = isText && filing.text.length <= longestText ? filing.text : undefined
  if (text === undefined && files.length === 0) return undefined
  return { intent: 'reply', text: text ?? '', ...(files.length > 0 && { files }) }
}

function isSealed(key: FieldKey, { access }: Accepted['filing']): boolean {
  return access.kind === 'account' && sealedFields.includes(key)
}

/** A press after a failure sends the same under the same key. */
async function send(
  words: Words,
  of: Accepted,
  message: Message,
  sent: SentController,
  adapter: InterventionAdapter,
): Promise<void> {
  const key = sent.missing?.of === of ? sent.missing.key : newRequestKey()
  sent.tellMissing(words, { of, key, at: 'sending' })
  try {
    const { unstored } = await adapter.reply(of.filed.intervention.id, message, { key })
    sent.tellMissing(words, { of, key, at: unstored.length > 0 ? 'failed' : 'sent' })
  } catch {
    sent.tellMissing(words, { of, key, at: 'failed' })
  }
}
