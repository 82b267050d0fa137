import { html } from 'lit'
import type { TemplateResult } from 'lit'
import '../../components/extras-quote/define.js'
import { wordsFor } from '../../locales/index.js'
import type { ServicePolicy } from '../../src/index.js'
import { nordhost } from '../policy.js'
import { arrive, frame, into } from './frame.js'
import { language } from './language.js'
import type { Words } from './words.js'

const { extras }: ServicePolicy = nordhost
const chosen = new Set<string>()

void frame({
  name: 'prices',
  show(say) {
    into(
      'heading',
      html`
        <h1 tabindex="-1">${say.prices.heading}</h1>
        <p class="hint">${say.prices.lead}</p>
      `,
    )
    into('extras', choices(say))
    arrive()
  },
})

function choices(say: Words): TemplateResult {
  const words = wordsFor(language())
  return html`<fieldset class="choices">
    <legend>${say.prices.which}</legend>
    ${extras.map(
      ({ id, label }) =>
        html`<label>
          <input type="checkbox" ?checked=${chosen.has(id)} @change=${(event: Event) => choose(id, event)} />
          ${words.wording(label, `extra.${id}.title`)}
        </label>`,
    )}
  </fieldset>`
}

function choose(id: string, { target }: Event): void {
  if (target instanceof HTMLInputElement && target.checked) chosen.add(id)
  else chosen.delete(id)
  const quote = document.querySelector('os-extras-quote')
  if (quote) quote.lines = extras.filter(extra => chosen.has(extra.id)).map(extra => ({ extra: extra.id }))
}
