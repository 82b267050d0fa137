import { html, nothing, type TemplateResult } from 'lit'
import { ifDefined } from 'lit/directives/if-defined.js'
import type { Words } from '../../../locales/index.js'
import type { ServicePolicy } from '../../../src/index.js'
import type { ReceiptWay } from '../../receipt/receipt.js'
import { receiptWays } from '../../receipt/ways.js'
import { icon, type IconName } from '../../shared/icons.js'
import { sentOtherwise } from '../sent-otherwise.js'
import type { Accepted, Said } from '../sent.controller.js'

/** What can be done once the request is sent. */
export interface SentActions {
  /** How the account that was made for this is removed. */
  readonly removal: unknown
  /** How what the ticket system didn't keep gets to the engineers. */
  readonly missing: TemplateResult
  readonly copyNumber: () => void
  readonly takeReceipt: (way: ReceiptWay) => void
  readonly again: () => void
}

/** The ticket's number, what happens now, and what to take along: nothing is left to guess. */
export function sentPart(
  words: Words,
  accepted: Accepted,
  policy: ServicePolicy,
  firstResponseBy: number,
  said: Said | undefined,
  actions: SentActions,
): TemplateResult {
  const { filed, differs } = accepted
  const { number } = filed.intervention
  const page = words.wording(policy.provider.accountPage, 'sent.afterTitle')
  return html`<div class="step">
    <div class="filed">
      <h2 class="number" id="step-heading" tabindex="-1">
        ${icon('done')}
        <span
          ><small>${words.say('step.sent')}</small
          ><span id="ticket-number">${words.say('sent.number', { number })}</span></span
        >
      </h2>
      <p class="strong">
        ${words.say('sent.firstResponse', { time: words.clock(firstResponseBy, filed.intervention.now) })}
      </p>
      <div class="row">
        <button type="button" @click=${actions.copyNumber}>${words.say('sent.copyNumber')}</button>
        ${said?.key === 'sent.copied' ? copied(words) : nothing}
      </div>
    </div>
    ${sentOtherwise(words, accepted, actions.missing)}
    ${told('clock', words.say('sent.nextTitle'), html`<p>${words.say('sent.next')}</p>`)}
    ${told(
      'done',
      words.say('sent.doTitle'),
      html`<ul>
        <li>${words.say('sent.doReachable')}</li>
        <li>${words.say('sent.doBackups')}</li>
      </ul>`,
    )}
    ${told('error', words.say('sent.dontTitle'), html`<p>${words.say('sent.dont')}</p>`)}
    ${told(
      'note',
      words.say('receipt.section'),
      differs ? html`<p>${words.say('receipt.differs')}</p>` : receipt(words, said, actions),
      'receipt',
    )}
    ${told(
      'lock',
      words.say('sent.afterTitle'),
      html`<ul>
          ${policy.aftercare.facts.map(({ id, label }) => html`<li>${words.wording(label, `aftercare.fact.${id}`, { page })}</li>`)}
          ${policy.aftercare.toDo.map(({ id, label }) => html`<li>${words.wording(label, `aftercare.toDo.${id}`)}</li>`)}
          <li>${words.say('sent.passwords')}</li>
        </ul>
        ${actions.removal}`,
    )}
    <div class="row">
      <button type="button" class="plain" @click=${actions.again}>${words.say('sent.new')}</button>
    </div>
  </div>`
}

/** One thing to know, under a heading with a sign. */
function told(sign: IconName, title: string, content: unknown, id?: string): TemplateResult {
  return html`<section class="told">
    ${icon(sign)}
    <div class="stack tight">
      <h3 id=${ifDefined(id)}>${title}</h3>
      ${content}
    </div>
  </section>`
}

function receipt(words: Words, said: Said | undefined, { takeReceipt }: SentActions): TemplateResult {
  const ofReceipt = said?.key === 'sent.copied' ? undefined : said
  return html`<p>${words.say('receipt.intro')}</p>
    ${receiptWays(words, 'receipt', ofReceipt, takeReceipt)}`
}

/** For the eye: the live region has told it already. */
function copied(words: Words): TemplateResult {
  return html`<span class="said">${icon('done')} ${words.say('sent.copied')}</span>`
}
