import { html, nothing, type TemplateResult } from 'lit'
import type { Words } from '../../../locales/index.js'
import type { Filed, ServicePolicy } from '../../../src/index.js'
import type { ReceiptWay } from '../../receipt/receipt.js'
import { icon } from '../../shared/icons.js'
import { notice } from '../../shared/notice.js'
import type { Accepted, Said } from '../sent.controller.js'

/** What can be done once the request is sent. */
export interface SentActions {
  /** How the account that was made for this is removed. */
  readonly removal: unknown
  readonly copyNumber: () => void
  readonly takeReceipt: (way: ReceiptWay) => void
  readonly again: () => void
}

/** The ticket's number, what happens now, and what to take along: nothing is left to guess. */
export function sentPart(
  words: Words,
  { filed, differs }: Accepted,
  policy: ServicePolicy,
  firstResponseBy: number,
  said: Said | undefined,
  actions: SentActions,
): TemplateResult {
  const { number } = filed.intervention
  const page = words.wording(policy.provider.accountPage, 'sent.afterTitle')
  return html`<div class="sent">
    <h2 class="number" id="step-heading" tabindex="-1">
      ${icon('done')}
      <span
        ><small>${words.say('step.sent')}</small
        ><span id="ticket-number">${words.say('sent.number', { number })}</span></span
      >
    </h2>
    <div class="row">
      <button type="button" @click=${actions.copyNumber}>${words.say('sent.copyNumber')}</button>
      ${said?.key === 'sent.copied' ? done(words, said) : nothing}
    </div>
    <p class="strong">
      ${words.say('sent.firstResponse', { time: words.clock(firstResponseBy, filed.intervention.now) })}
    </p>
    ${filed.unstored.length > 0 ? unstored(words, filed) : nothing}
    ${differs ? notice('warning', words.say('sent.differsTitle'), words.say('sent.differs')) : nothing}
    <h3>${words.say('sent.nextTitle')}</h3>
    <p>${words.say('sent.next')}</p>
    <h3>${words.say('sent.doTitle')}</h3>
    <ul>
      <li>${words.say('sent.doReachable')}</li>
      <li>${words.say('sent.doBackups')}</li>
    </ul>
    <h3>${words.say('sent.dontTitle')}</h3>
    <p>${words.say('sent.dont')}</p>
    <h3 id="receipt">${words.say('receipt.section')}</h3>
    ${differs ? html`<p>${words.say('receipt.differs')}</p>` : receipt(words, said, actions)}
    <h3>${words.say('sent.afterTitle')}</h3>
    <ul>
      ${policy.aftercare.facts.map(({ id, label }) => html`<li>${words.wording(label, `aftercare.fact.${id}`, { page })}</li>`)}
      ${policy.aftercare.toDo.map(({ id, label }) => html`<li>${words.wording(label, `aftercare.toDo.${id}`)}</li>`)}
      <li>${words.say('sent.passwords')}</li>
    </ul>
    ${actions.removal}
    <div class="row">
      <button type="button" class="plain" @click=${actions.again}>${words.say('sent.new')}</button>
    </div>
  </div>`
}

const ways = ['print', 'html', 'json'] as const satisfies readonly ReceiptWay[]

function receipt(words: Words, said: Said | undefined, { takeReceipt }: SentActions): TemplateResult {
  return html`<p>${words.say('receipt.intro')}</p>
    <div class="row" role="group" aria-labelledby="receipt">
      ${ways.map(
        way =>
          html`<button type="button" @click=${() => takeReceipt(way)}>
            ${words.say(`receipt.${way}`)}
          </button>`,
      )}
    </div>
    ${said && said.key !== 'sent.copied' ? done(words, said) : nothing}`
}

/** For the eye: the live region has told it already. */
function done(words: Words, { key, values }: Said): TemplateResult {
  return html`<span class="said"
    >${icon(key === 'receipt.failed' ? 'error' : 'done')} ${words.say(key, values)}</span
  >`
}

function unstored(words: Words, filed: Filed): TemplateResult {
  const fields = filed.unstored.map(key => words.wording(undefined, `field.${key}.label`))
  return notice(
    'warning',
    words.say('sent.unstoredTitle'),
    words.say('sent.unstored', { fields: words.list(fields) }),
  )
}
