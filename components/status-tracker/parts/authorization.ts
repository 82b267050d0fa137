import { html, nothing, type TemplateResult } from 'lit'
import { ifDefined } from 'lit/directives/if-defined.js'
import { authorizedUntil, wordsBeforeNarrowing, type AuthorizationRecord } from '../../../src/index.js'
import { receiptWays } from '../../receipt/ways.js'
import { checkbox } from '../../shared/choice.js'
import { definition } from '../../shared/definition.js'
import { issueWords } from '../../shared/field.js'
import { fold } from '../../shared/fold.js'
import { methodList } from '../../shared/method-list.js'
import { titleIn, type TrackerView } from '../tracker-view.js'
import { actButton, actNotice } from './act-notice.js'

/** What the customer allowed, until when, and the way to allow less. */
export function authorizationPart(view: TrackerView): TemplateResult | typeof nothing {
  const { words, policy, standing, may, narrowing } = view
  const { authorization } = standing
  if (!authorization) return nothing
  const { record } = authorization
  return html`<section class="group" aria-labelledby="authorization-heading">
    <h3 id="authorization-heading" tabindex="-1">${words.say('tracker.authorization.title')}</h3>
    <dl>
      ${definition(words.say('field.methods.label'), methodList(words, policy, record.methods))}
      ${howLong(view)}
      ${definition(words.say('check.restart'), words.say(record.reboot ? 'check.allowed' : 'check.notAllowed'))}
      ${definition(words.say('ticket.mounting'), words.say(record.mounting ? 'ticket.yes' : 'ticket.no'))}
      ${definition(words.say('field.signer.label'), html`<bdi>${record.signer.name}</bdi>, ${words.moment(record.serverTime)}`)}
    </dl>
    ${statementFold(
      view,
      record,
      html`<p class="hint">${words.say('receipt.recordDigest')}: <code>${authorization.digest}</code></p>`,
    )}
    ${receipt(view)}
    ${
      may('narrow-authorization') && !narrowing.isOpen
        ? html`<div class="row">
            <button
              id="open-narrowing"
              type="button"
              @click=${() => {
                narrowing.open(authorization)
              }}
            >
              ${words.say('tracker.authorization.narrow')}
            </button>
          </div>`
        : nothing
    }
    ${narrowing.isOpen && may('narrow-authorization') ? narrowingForm(view, record) : nothing}
    ${actNotice(view, 'narrow-authorization')}
  </section>`
}

/** The words that were agreed to; where less is allowed by now than they say, that stands before them. */
export function statementFold(
  { words, entries }: TrackerView,
  { statement }: AuthorizationRecord,
  below?: TemplateResult,
): TemplateResult {
  const given = entries.flatMap(({ fact }) => (fact.kind === 'authorization' ? [fact.record] : []))
  const at = wordsBeforeNarrowing(given)
  return html`<details class="fold">
    <summary><span class="strong">${words.say('tracker.authorization.statement')}</span></summary>
    <div class="stack tight">
      ${
        at === null
          ? nothing
          : html`<p class="strong">
              ${words.say('tracker.authorization.narrowedSince', { time: words.moment(at) })}
            </p>`
      }
      <p class="typed" lang=${statement.language}>${statement.text}</p>
      ${below ?? nothing}
    </div>
  </details>`
}

/** At any time, and also once the form that made the first one is gone. */
function receipt(view: TrackerView): TemplateResult {
  const { words, policy, receipts } = view
  return fold({
    title: words.say('receipt.title'),
    line: words.say('receipt.again'),
    id: 'receipt',
    content: html`<p>${words.say('receipt.fromTicket')}</p>
      ${receiptWays(words, 'receipt', receipts.said, way => {
        void receipts.take(way, view, words, policy)
      })}`,
  })
}

/** By the ticket's own times; what nobody knows, as with work that was never done, is left out. */
function howLong({ words, standing, policy, now }: TrackerView): TemplateResult | typeof nothing {
  const until = authorizedUntil(standing, policy)
  if (!until || (until.kind === 'until-done' && standing.phase === 'declined')) return nothing
  const said =
    until.kind === 'until-done'
      ? words.say('window.until-done', { count: until.hoursAfter })
      : words.say(`tracker.authorization.${until.at > now ? 'until' : 'over'}`, {
          time: words.moment(until.at),
        })
  return definition(words.say('check.window'), said)
}

/** Only what is allowed stands here, and can be unticked: nothing more can be allowed from here. */
function narrowingForm(view: TrackerView, record: AuthorizationRecord): TemplateResult {
  const { words, narrowing, standing, now } = view
  const wanted = narrowing.wanted ?? record
  const issue = narrowing.issueBy(view.policy)
  return html`<fieldset
      class="question"
      id="narrowing"
      data-field="methods"
      ?data-wrong=${issue !== undefined}
      aria-describedby=${ifDefined(issue && 'narrowing-error')}
    >
      <legend>${words.say('tracker.authorization.keep')}</legend>
      <div class="choices">
        ${record.methods.map(id =>
          checkbox({
            id: `keep-${id}`,
            name: 'keep',
            title: titleIn(view, 'method', id),
            checked: wanted.methods.includes(id),
            onChange: ticked => {
              const { methods } = narrowing.wanted ?? record
              narrowing.want({
                methods: record.methods.filter(one => (one === id ? ticked : methods.includes(one))),
              })
            },
          }),
        )}
        ${
          record.reboot
            ? checkbox({
                id: 'keep-reboot',
                name: 'keep',
                title: words.say('field.reboot.label'),
                checked: wanted.reboot,
                onChange: reboot => {
                  narrowing.want({ reboot })
                },
              })
            : nothing
        }
      </div>
    </fieldset>
    ${issue ? html`<p class="error" id="narrowing-error">${issueWords(issue, words)}</p>` : nothing}
    <div class="row">
      ${actButton(
        view,
        'narrow-authorization',
        words.say('tracker.authorization.send'),
        () => {
          const inForce = standing.authorization
          if (issue) narrowing.refuse(issue, words)
          else if (inForce) void narrowing.send(inForce, now)
        },
        { look: 'primary' },
      )}
      <button
        type="button"
        class="plain"
        @click=${() => {
          narrowing.leave()
        }}
      >
        ${words.say('tracker.cancelEdit')}
      </button>
    </div>`
}
