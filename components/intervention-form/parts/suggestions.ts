import { html, nothing, type TemplateResult } from 'lit'
import { asksOperatingSystem, asksServerType, type Draft } from '../../../src/index.js'
import { icon } from '../../shared/icons.js'
import { toggled, type FormView } from '../form-view.js'

interface Chip {
  readonly id: string
  readonly title: string
  readonly pressed: boolean
  readonly onPress: () => void
}

/** What the customer's own words speak of: one press takes it, another one takes it back. */
export function suggestions(view: FormView): TemplateResult | typeof nothing {
  const { words } = view
  const chips = [...work(view), ...system(view)]
  if (chips.length === 0) return nothing
  return html`<div class="suggestions" role="group" aria-labelledby="suggestions-title">
    <p class="strong" id="suggestions-title">${words.say('suggestion.title')}</p>
    <div class="chips">${chips.map(chip)}</div>
    <p class="hint">${words.say('suggestion.hint')}</p>
  </div>`
}

function chip({ id, title, pressed, onPress }: Chip): TemplateResult {
  return html`<button
    type="button"
    class="chip"
    id="suggestion-${id}"
    aria-pressed=${pressed ? 'true' : 'false'}
    @click=${onPress}
  >
    ${icon(pressed ? 'done' : 'add')}<span>${title}</span>
  </button>`
}

function work({ words, draft, facts, judgement, choose }: FormView): readonly Chip[] {
  const { tasks, extras } = facts.policy
  const spoken = (id: string): boolean => judgement.suggestions.includes(id)
  return [
    ...tasks
      .filter(({ id }) => spoken(id))
      .map(({ id, label }) => ({
        id,
        title: words.wording(label, `task.${id}.title`),
        pressed: draft.tasks.includes(id),
        onPress: () => {
          choose(now => ({ tasks: toggled(now.tasks, id, !now.tasks.includes(id)) }))
        },
      })),
    ...extras
      .filter(({ id }) => spoken(id))
      .map(({ id, label }) => ({
        id,
        title: words.say('suggestion.extra', { title: words.wording(label, `extra.${id}.title`) }),
        pressed: draft.extras.includes(id),
        onPress: () => {
          choose(now => ({ extras: toggled(now.extras, id, !now.extras.includes(id)) }))
        },
      })),
  ]
}

/** Only what is asked for, and not answered otherwise. */
function system({ words, draft, facts, judgement, choose }: FormView): readonly Chip[] {
  const { operatingSystem, serverType } = judgement.system
  const chips: Chip[] = []
  const offer = <K extends 'operatingSystem' | 'serverType'>(
    key: K,
    value: Draft[K],
    title: string,
  ): void => {
    chips.push({
      id: key,
      title,
      pressed: draft[key] === value,
      onPress: () => {
        choose(now => ({ [key]: now[key] === value ? '' : value }))
      },
    })
  }
  if (
    operatingSystem &&
    asksOperatingSystem(draft, facts.context) &&
    isFree(draft.operatingSystem, operatingSystem.value)
  ) {
    offer(
      'operatingSystem',
      operatingSystem.value,
      words.say('suggestion.operatingSystem', { name: operatingSystem.value }),
    )
  }
  if (serverType && asksServerType(draft, facts.context) && isFree(draft.serverType, serverType.value)) {
    offer(
      'serverType',
      serverType.value,
      words.say('suggestion.serverType', { type: words.say(`serverType.${serverType.value}`) }),
    )
  }
  return chips
}

function isFree(answer: string, offered: string): boolean {
  return answer.trim() === '' || answer === offered
}
