import { html, nothing, type TemplateResult } from 'lit'
import { allowedMethods, checkScope, chosenServer, type StepId } from '../../../src/index.js'
import { definition } from '../../shared/definition.js'
import { icon } from '../../shared/icons.js'
import { methodList } from '../../shared/method-list.js'
import { notice } from '../../shared/notice.js'
import { titlesOf, type FormView } from '../form-view.js'
import { sheet } from './sheet.js'

type Row = readonly [label: string, answer: unknown]

/** Every answer once more, each group with a way back to it. */
export function checkPart(view: FormView): TemplateResult {
  return html`${group(view, 'server', serverRows(view))} ${group(view, 'problem', problemRows(view))}
  ${group(view, 'access', accessRows(view))} ${group(view, 'authorization', authorizationRows(view))}
  ${sheet(view)}`
}

function group(
  { words, goTo, fixed }: FormView,
  step: Exclude<StepId, 'check'>,
  rows: readonly Row[],
): TemplateResult {
  const heading = words.say(`check.${step}`)
  return html`<section class="group" aria-labelledby="check-${step}">
    <div class="heading">
      <h3 id="check-${step}">${heading}</h3>
      ${
        fixed
          ? nothing
          : html`<button
              type="button"
              class="plain"
              aria-label=${words.say('form.changeWhat', { what: heading })}
              @click=${() => {
                goTo(step)
              }}
            >
              ${words.say('form.change')}
            </button>`
      }
    </div>
    <dl>${rows.map(([label, answer]) => definition(label, answer))}</dl>
  </section>`
}

function serverRows({ words, draft, facts }: FormView): readonly Row[] {
  const server = chosenServer(draft, facts.context, facts.policy)
  if (!server.ok) return []
  const { reference, service, serverType, operatingSystem, notices } = server.value
  const name = service ? `${service.name} (${reference.value})` : reference.value
  return [
    [
      words.say('field.server.label'),
      html`${name}
      ${notices.map(code => notice('warning', words.say(`notice.${code}`, { value: reference.value })))}`,
    ],
    [words.say('field.serverType.label'), words.say(`serverType.${serverType}`)],
    [words.say('field.operatingSystem.label'), operatingSystem || words.say('check.none')],
  ]
}

function problemRows(view: FormView): readonly Row[] {
  const { words, draft, facts } = view
  const { policy } = facts
  const { kind } = checkScope(draft.tasks, draft.extras, policy)
  const tasks = titlesOf(words, 'task', policy.tasks, draft.tasks)
  const extras = titlesOf(words, 'extra', policy.extras, draft.extras)
  return [
    [words.say('field.problem.label'), asTyped(draft.problem)],
    [words.say('field.action.label'), asTyped(draft.action)],
    ...(draft.errors.trim() === ''
      ? []
      : [[words.say('field.errors.label'), asTyped(draft.errors)] as const]),
    ...fileRows(view),
    [words.say('field.tasks.label'), list(tasks) ?? words.say('check.none')],
    ...(extras.length === 0
      ? []
      : [
          [
            words.say('field.extras.label'),
            html`${list(extras)} ${priceLines(view)}
              <p class="hint">${words.say(view.price.isBinding ? 'extra.notePriced' : 'extra.note')}</p>`,
          ] as const,
        ]),
    [words.say('check.scope'), words.say(`scope.${kind}.title`)],
  ]
}

function fileRows({ words, attachments }: FormView): readonly Row[] {
  const lines = attachments.chosen.flatMap(one =>
    one.at === 'attached' ? [html`<bdi>${one.name}</bdi> · ${words.bytes(one.attachment.file.size)}`] : [],
  )
  return lines.length === 0 ? [] : [[words.say('field.attachments.label'), list(lines)]]
}

/** The price as it stands, and whether the customer has agreed to it: sent either way, and never taken for granted. */
function priceLines({ words, price }: FormView): TemplateResult | typeof nothing {
  const { sentence, approval, isNamed } = price
  if (sentence === undefined) return nothing
  const open = isNamed ? html`<p>${words.say('check.priceOpen')}</p>` : nothing
  return html`<p>${sentence}</p>
    ${
      approval
        ? html`<p class="said">${icon('done')}<span>${words.say('quote.approved.title')}</span></p>`
        : open
    }`
}

function accessRows(view: FormView): readonly Row[] {
  const { words, draft } = view
  if (draft.access === '') return []
  const way: Row = [words.say('field.access.label'), words.say(`access.${draft.access}.title`)]
  if (draft.access === 'none') {
    const reason = draft.noAccessReason.trim()
    return [
      way,
      ...(reason === '' ? [] : [[words.say('field.noAccessReason.label'), reason] as const]),
      [words.say('check.consent'), words.say('field.consoleConsent.label')],
    ]
  }
  const login: Row[] = [
    way,
    [words.say('field.username.label'), draft.username.trim()],
    ...(draft.port.trim() === '' ? [] : [[words.say('field.port.label'), draft.port.trim()] as const]),
  ]
  if (draft.access === 'ssh-key') return login
  const secret = draft.credentialKind === 'password' ? 'field.password.label' : 'field.privateKey.label'
  return [
    ...login,
    [words.say(secret), words.say(view.sealedAt === undefined ? 'check.provided' : 'check.sealed')],
    [words.say('check.secondFactor'), words.say(draft.secondFactor ? 'check.on' : 'check.off')],
  ]
}

function authorizationRows({ words, draft, facts }: FormView): readonly Row[] {
  const { policy } = facts
  return [
    [
      words.say('field.duties.label'),
      list(
        policy.duties
          .filter(({ id }) => draft.duties.some(ticked => ticked.id === id))
          .map(({ id, label }) => words.wording(label, `duty.${id}`)),
      ) ?? words.say('check.none'),
    ],
    [words.say('field.methods.label'), methodList(words, policy, allowedMethods(draft, facts))],
    [
      words.say('check.window'),
      words.say(`window.${draft.timeWindow}`, { count: policy.authorization.hoursAfterDone }),
    ],
    [
      words.say('check.restart'),
      words.say(draft.reboot || draft.access === 'none' ? 'check.allowed' : 'check.notAllowed'),
    ],
    [words.say('field.signer.label'), draft.signer.trim()],
    [words.say('check.authorization'), words.say(draft.agreed ? 'check.given' : 'check.none')],
  ]
}

function list(items: readonly unknown[]): TemplateResult | undefined {
  return items.length > 0
    ? html`<ul>
        ${items.map(item => html`<li>${item}</li>`)}
      </ul>`
    : undefined
}

function asTyped(text: string): TemplateResult {
  return html`<span class="typed">${text}</span>`
}
