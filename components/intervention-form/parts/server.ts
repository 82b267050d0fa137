import { html, nothing, type TemplateResult } from 'lit'
import { asksOperatingSystem, asksServerType, chosenServer, type Service } from '../../../src/index.js'
import { radio } from '../../shared/choice.js'
import { groupQuestion, textQuestion } from '../../shared/field.js'
import { fold } from '../../shared/fold.js'
import { icon } from '../../shared/icons.js'
import { notice } from '../../shared/notice.js'
import { question, type FormView } from '../form-view.js'

/** Which server: one of the customer's services, or an address. */
export function serverPart(view: FormView): TemplateResult {
  const { draft, facts } = view
  const { services, account } = facts.context
  const answered = draft.serverFrom !== 'unchosen'
  return html`${introduction(view)}
  ${account.owner === false ? notice('warning', view.words.say('owner.title'), view.words.say('owner.only')) : nothing}
  ${services.length > 0 ? pick(view) : typed(view)}
  ${answered && asksServerType(draft, facts.context) ? serverType(view) : nothing}
  ${
    answered && asksOperatingSystem(draft, facts.context)
      ? textQuestion({
          ...question(view, 'operatingSystem', { optional: true }),
          value: draft.operatingSystem,
          onInput: operatingSystem => {
            view.type({ operatingSystem })
          },
          verbatim: true,
        })
      : nothing
  }`
}

/** What will be needed, and what can be promised, before anything is asked. */
function introduction({ words, facts }: FormView): TemplateResult {
  const { tasks, times, methods, contact } = facts.policy
  const mayMiss = tasks.some(({ credentials }) => credentials === 'may-be-missing')
  const needed = [
    'intro.needServer',
    'intro.needProblem',
    mayMiss ? 'intro.needAccess' : 'intro.needAccessAlways',
    'intro.needOwner',
  ] as const
  const first = words.say('times.firstResponse', { time: words.within(times.firstResponse.withinMinutes) })
  const expected = [
    first,
    words.say('times.standard', { range: words.span(times.standard) }),
    words.say('times.complex', { range: words.span(times.complex) }),
    ...(methods.some(({ onSite }) => onSite) ? [words.say('times.datacentre')] : []),
  ]
  return html`<div class="intro">
    <ul>
      <li>${icon('note')}<span>${words.say('intro.prepare')}</span></li>
      <li>${icon('clock')}<span>${first}. ${words.say('intro.duration')}</span></li>
      ${
        contact.liveChat === 'first-consultation-only'
          ? html`<li>${icon('message')}<span>${words.say('intro.chat')}</span></li>`
          : nothing
      }
    </ul>
    ${fold({
      title: words.say('intro.more'),
      content: html`<p>${words.say('intro.text')}</p>
        <section class="stack tight" aria-labelledby="needed-title">
          <h3 id="needed-title">${words.say('intro.needTitle')}</h3>
          <ul>
            ${needed.map(key => html`<li>${words.say(key)}</li>`)}
          </ul>
        </section>
        <section class="stack tight" aria-labelledby="times-title">
          <h3 id="times-title">${words.say('times.title')}</h3>
          <ul>
            ${expected.map(time => html`<li>${time}</li>`)}
          </ul>
          <p class="hint">${words.say('times.note')}</p>
        </section>`,
    })}
  </div>`
}

function pick(view: FormView): TemplateResult {
  const { words, draft, facts } = view
  const asked = question(view, 'server', { hint: false })
  const choices = facts.context.services.map((service, index) =>
    radio({
      id: index === 0 ? 'server' : `server-${index.toString()}`,
      name: 'server',
      title: service.name,
      hint: describe(service, view),
      checked: draft.serverFrom === 'list' && draft.serviceId === service.id,
      onChange: () => {
        view.choose({ serverFrom: 'list', serviceId: service.id, serverType: '', operatingSystem: '' })
      },
    }),
  )
  const other = radio({
    id: 'server-other',
    name: 'server',
    title: words.say('server.other'),
    checked: draft.serverFrom === 'typed',
    onChange: () => {
      view.choose({ serverFrom: 'typed', serviceId: '' })
    },
  })
  const typing = draft.serverFrom === 'typed'
  return html`${groupQuestion(
    { ...asked, label: words.say('server.pick'), error: typing ? undefined : asked.error },
    [...choices, other],
  )}
  ${typing ? typed(view) : nothing}`
}

function describe(service: Service, { words }: FormView): string {
  const { id, addresses, serverType, operatingSystem } = service
  const type = serverType === 'unknown' ? '' : words.say(`serverType.${serverType}`)
  return [id, ...addresses, type, operatingSystem].filter(Boolean).join(' · ')
}

function typed(view: FormView): TemplateResult {
  const { words, draft, facts } = view
  const server = chosenServer(draft, facts.context, facts.policy)
  const picking = facts.context.services.length > 0
  return html`${textQuestion({
    ...question(view, 'server'),
    id: picking ? 'server-text' : 'server',
    value: draft.serverText,
    onInput: serverText => {
      view.type({ serverText })
    },
    onChange: () => {
      view.choose({})
    },
    verbatim: true,
  })}
  ${
    server.ok
      ? server.value.notices.map(code =>
          notice('warning', words.say(`notice.${code}`, { value: server.value.reference.value })),
        )
      : nothing
  }`
}

function serverType(view: FormView): TemplateResult {
  const { words, draft } = view
  return groupQuestion(
    question(view, 'serverType', { optional: true }),
    (['dedicated', 'vps', 'unknown'] as const).map((type, index) =>
      radio({
        id: index === 0 ? 'serverType' : `serverType-${type}`,
        name: 'serverType',
        title: words.say(`serverType.${type}`),
        checked: draft.serverType === type,
        onChange: () => {
          view.choose({ serverType: type })
        },
      }),
    ),
  )
}
