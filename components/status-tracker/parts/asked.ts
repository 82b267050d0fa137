import { html, nothing, type TemplateResult } from 'lit'
import { offeredQuotes, plainText, type QuoteStanding } from '../../../src/index.js'
import { icon } from '../../shared/icons.js'
import { notice } from '../../shared/notice.js'
import type { TrackerView } from '../tracker-view.js'
import { actButton, actNotice } from './act-notice.js'
import { renewalPart } from './access.js'

/** What only the customer can answer: first on the page, and unmissable. */
export function askedPart(view: TrackerView): TemplateResult | typeof nothing {
  const { words, standing, may } = view
  const { question, access } = standing
  const quotes = may('approve-quote') ? offeredQuotes(standing) : []
  const isRefused = access.current?.event === 'refused' && may('renew-credentials')
  const decided = html`${actNotice(view, 'approve-quote')} ${actNotice(view, 'decline-quote')}`
  // What became of a decision is told also where the price has gone from here meanwhile.
  if (standing.acts !== 'customer' && quotes.length === 0 && !isRefused) return decided
  return html`<section class="asked" aria-labelledby="asked-heading">
    <h2 id="asked-heading" tabindex="-1">
      ${icon('message')}<span>${words.say('tracker.asked.title')}</span>
    </h2>
    ${
      question
        ? html`<blockquote>
              <p class="typed" dir="auto">${plainText(question.fact.text, question.fact.format)}</p>
            </blockquote>
            <p><a href="#reply" @click=${toReply}>${words.say('tracker.asked.answer')}</a></p>`
        : nothing
    }
    ${
      isRefused
        ? html`<p>${words.say('tracker.asked.refused')}</p>
            ${renewalPart(view)}`
        : nothing
    }
    ${quotes.map(quote => quotePart(view, quote))} ${decided}
    ${
      !question && !isRefused && quotes.length === 0
        ? html`<p>
            ${words.say('tracker.asked.open')}
            <a href="#reply" @click=${toReply}>${words.say('tracker.asked.answer')}</a>
          </p>`
        : nothing
    }
  </section>`
}

function toReply(event: Event): void {
  event.preventDefault()
  const { currentTarget } = event
  const root = currentTarget instanceof Element ? currentTarget.getRootNode() : undefined
  if (root instanceof ShadowRoot) root.querySelector<HTMLElement>('#reply')?.focus()
}

/** A price that the engineer raised: shown whole, and asked about before anything of it is done. */
function quotePart(view: TrackerView, standing: QuoteStanding): TemplateResult {
  const { words, policy, context, quotes, acts } = view
  const { quote, digest } = standing
  const check = quotes.check(standing)
  const kind = context.account.kind ?? 'consumer'
  if (check === 'broken')
    return notice('danger', words.say('tracker.quote.broken.title'), words.say('tracker.quote.broken.text'))
  return html`<div class="stack tight raised" data-field="quoteApproval">
    <p>${words.say('tracker.quote.text')}</p>
    ${quotes.pricing?.priceTable({ words, policy, quote, kind }) ?? html`<p>${words.say('quote.loading')}</p>`}
    ${
      check === 'sound'
        ? html`<div class="row">
            ${actButton(
              view,
              'approve-quote',
              words.say('tracker.quote.approve'),
              () => {
                void acts.do('approve-quote', { quoteDigest: digest })
              },
              { look: 'primary', id: `approve-${digest}`, again: 'never' },
            )}
            ${actButton(
              view,
              'decline-quote',
              words.say('tracker.quote.decline'),
              () => {
                void acts.do('decline-quote', { quoteDigest: digest })
              },
              { id: `decline-${digest}`, again: 'never' },
            )}
          </div>`
        : nothing
    }
  </div>`
}
