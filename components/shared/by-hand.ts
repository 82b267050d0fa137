import { html, nothing, type TemplateResult } from 'lit'
import type { Words } from '../../locales/index.js'
import type { FaultCode, NotSentReason, ServicePolicy } from '../../src/index.js'

/**
 * The way by hand, for when the form can't be: the client area's menus, and what belongs into the ticket; `isThere`: the
 * request may be there already.
 */
export function byHand(words: Words, { provider, contact }: ServicePolicy, isThere = false): TemplateResult {
  const path = menuPath(words, provider)
  return html`<section class="stack tight" aria-labelledby="by-hand-title">
    <h3 id="by-hand-title">${words.say('byHand.title')}</h3>
    <p>${words.say(isThere ? 'byHand.unknown' : 'byHand.text', { path })}</p>
    <p>${words.say('byHand.include')}</p>
    <p>${words.say('byHand.credentials')}</p>
    ${contact.liveChat === 'first-consultation-only' ? html`<p>${words.say('byHand.chat')}</p>` : nothing}
  </section>`
}

/** The provider's menus to the ticket's department, as one line: in the language of the words where they are known in it. */
export function menuPath(words: Words, { menuPath }: ServicePolicy['provider']): string {
  return (menuPath[words.language] ?? menuPath['en'] ?? Object.values(menuPath)[0] ?? []).join(' › ')
}

/** Is there no point in trying again from here? Then the way by hand is told. */
export function isForGood(reason: NotSentReason): boolean {
  return reason.kind === 'refusal'
    ? ['no-recipient', 'broken-recipient', 'expired-recipient', 'unpinned-recipient'].includes(reason.refusal)
    : reason.kind === 'fault' && reason.code === 'unsupported'
}

/** Can't the provider's system be reached, as far as this page can tell? Then there is the way by hand too. */
export function isOutOfReach(reason: NotSentReason): boolean {
  const isAway = reason.kind === 'fault' && ['unavailable', 'rate-limited', 'not-found'].includes(reason.code)
  return isAway || isForGood(reason)
}

/** Why nothing was sent, in words; `time`: until when the system wants to be let alone. */
export function reasonText(reason: NotSentReason, words: Words, time?: string): string {
  switch (reason.kind) {
    case 'refusal':
      return words.say(`refusal.${reason.refusal}`)
    case 'fault':
      return time === undefined
        ? words.say(`fault.${reason.code}`)
        : words.say('tracker.wait.until', { time })
    case 'cancelled':
    case 'missed':
    case 'left':
      return words.say(`outcome.notSent.${reason.kind}`)
  }
}

/** Why the ticket system couldn't be asked, and what to do: who was signed out signs in again. */
export function faultText(code: FaultCode, words: Words): string {
  return words.say(code === 'unauthenticated' ? 'form.signIn' : `fault.${code}`)
}
