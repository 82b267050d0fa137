import { html, nothing, type TemplateResult } from 'lit'
import type { Words } from '../../locales/index.js'
import type { ServicePolicy } from '../../src/index.js'

/** The way by hand, for when the form can't be: the client area's menus, and what belongs into the ticket. */
export function byHand(words: Words, { provider, contact }: ServicePolicy): TemplateResult {
  const { menuPath } = provider
  const path = menuPath[words.language] ?? menuPath['en'] ?? Object.values(menuPath)[0] ?? []
  return html`<section class="stack tight" aria-labelledby="by-hand-title">
    <h3 id="by-hand-title">${words.say('byHand.title')}</h3>
    <p>${words.say('byHand.text', { path: path.join(' › ') })}</p>
    <p>${words.say('byHand.include')}</p>
    <p>${words.say('byHand.credentials')}</p>
    ${contact.liveChat === 'first-consultation-only' ? html`<p>${words.say('byHand.chat')}</p>` : nothing}
  </section>`
}
