import { html, nothing, type TemplateResult } from 'lit'
import type { Words } from '../../../locales/index.js'
import { allowedMethods, offersFor, type OfferReason } from '../../../src/index.js'
import { checkbox, radio } from '../../shared/choice.js'
import { groupQuestion, textQuestion, tickQuestion } from '../../shared/field.js'
import { fold } from '../../shared/fold.js'
import { methodList } from '../../shared/method-list.js'
import { notice } from '../../shared/notice.js'
import { hintFor, question, toggled, type FormView } from '../form-view.js'
import { sheet } from './sheet.js'

/** What the customer allows, in full view, before a box that nobody ticked for them. */
export function authorizationPart(view: FormView): TemplateResult {
  const { words, draft, facts } = view
  const { owner } = facts.context.account
  // Only the owner can authorize: the others keep what they typed, and there is nothing to tick.
  if (owner === false) {
    return html`<div data-field="signer">
      ${notice('warning', words.say('owner.title'), words.say('owner.only'))}
    </div>`
  }
  return html`${limits(view)} ${facts.policy.duties.length > 0 ? duties(view) : nothing}
  ${textQuestion({
    ...question(view, 'signer'),
    value: draft.signer,
    autocomplete: 'name',
    onInput: signer => {
      view.type({ signer })
    },
    onChange: () => {
      view.choose({})
    },
  })}
  ${
    owner === 'unknown'
      ? tickQuestion(question(view, 'ownerDeclared'), draft.ownerDeclared, ownerDeclared => {
          view.choose({ ownerDeclared })
        })
      : nothing
  }
  ${narrowing(view)} ${sheet(view)} ${view.fell ? notice('warning', words.say('statement.changed')) : nothing}
  ${tickQuestion(question(view, 'authorization'), draft.agreed !== null, agreed => {
    view.agree(agreed)
  })}`
}

/** Stand on their own where the provider's statement leaves them out: they are shown before anything is authorized. */
function limits({ words, facts, statement }: FormView): TemplateResult | typeof nothing {
  const { limits, provider } = facts.policy
  const inStatement = words.in(statement.language)
  const texts = (said: Words): readonly string[] =>
    limits.map(({ id, label }) => said.wording(label, `limit.${id}`, { provider: provider.name }))
  if (texts(inStatement).every(text => statement.text.includes(text))) return nothing
  return html`<section class="stack tight" aria-labelledby="limits-title">
    <h3 id="limits-title">${words.say('limits.title')}</h3>
    <p class="hint">${words.say('limits.intro')}</p>
    <ul>
      ${texts(words).map(text => html`<li>${text}</li>`)}
    </ul>
  </section>`
}

/** Everything that fits is allowed from the start, and stands in the statement: who wants less, narrows it. */
function narrowing(view: FormView): TemplateResult {
  const { words, draft, facts } = view
  return fold({
    title: words.say('narrowing.title'),
    line: [
      methodList(words, facts.policy, allowedMethods(draft, facts)),
      words.say(`window.${draft.timeWindow}`, { count: facts.policy.authorization.hoursAfterDone }),
      words.say(draft.reboot || draft.access === 'none' ? 'narrowing.reboot' : 'narrowing.noReboot'),
    ]
      .filter(Boolean)
      .join(' · '),
    content: html`${methods(view)} ${timeWindow(view)}
    ${
      draft.access === 'none'
        ? nothing
        : tickQuestion(question(view, 'reboot'), draft.reboot, reboot => {
            view.choose({ reboot })
          })
    }`,
  })
}

function duties(view: FormView): TemplateResult {
  const { words, draft, facts } = view
  const asked = question(view, 'duties')
  const ticked = new Set(draft.duties.map(({ id }) => id))
  return groupQuestion(
    asked,
    facts.policy.duties.map(({ id, label }, index) => {
      const text = words.wording(label, `duty.${id}`)
      return checkbox({
        id: index === 0 ? 'duties' : `duties-${id}`,
        name: 'duties',
        title: text,
        checked: ticked.has(id),
        errorId: asked.error && !ticked.has(id) ? 'duties-group-error' : undefined,
        onChange: tick => {
          view.choose(now => {
            const others = now.duties.filter(duty => duty.id !== id)
            return { duties: tick ? [...others, { id, text }] : others }
          })
        },
      })
    }),
  )
}

/** Under which condition a method is there, where there is one. */
const conditions: Readonly<Partial<Record<OfferReason, 'method.ifAvailable' | 'method.onceLogin'>>> = {
  'server-type-unknown': 'method.ifAvailable',
  'option-unknown': 'method.ifAvailable',
  'once-login-exists': 'method.onceLogin',
}

function methods(view: FormView): TemplateResult {
  const { words, draft, facts } = view
  const allowed = allowedMethods(draft, facts)
  const offers = offersFor(draft, facts).filter(({ offered }) => offered !== 'no')
  return groupQuestion(
    question(view, 'methods'),
    offers.map(({ method, reason }, index) => {
      const condition = conditions[reason]
      const hint = hintFor(words, `method.${method.id}.hint`)
      const title = words.wording(method.label, `method.${method.id}.title`)
      return checkbox({
        id: index === 0 ? 'methods' : `methods-${method.id}`,
        name: 'methods',
        title: condition === undefined ? title : `${title} (${words.say(condition)})`,
        hint,
        checked: allowed.includes(method.id),
        onChange: ticked => {
          view.choose(now => ({ methods: toggled(allowedMethods(now, facts), method.id, ticked) }))
        },
      })
    }),
  )
}

function timeWindow(view: FormView): TemplateResult {
  const { words, draft, facts } = view
  const { windows, hoursAfterDone } = facts.policy.authorization
  return groupQuestion(
    question(view, 'timeWindow'),
    windows.map((window, index) =>
      radio({
        id: index === 0 ? 'timeWindow' : `timeWindow-${window}`,
        name: 'timeWindow',
        title: words.say(`window.${window}`, { count: hoursAfterDone }),
        checked: draft.timeWindow === window,
        onChange: () => {
          view.choose({ timeWindow: window })
        },
      }),
    ),
  )
}
