import { html } from 'lit'
import type { TemplateResult } from 'lit'
import { look, schemes, themes, wear } from './look.js'
import type { Words } from './words.js'

/** What stands under every page: whose it is, the demo's other pages, and how all of it looks. */
export function footer(say: Words): TemplateResult {
  const { theme, scheme } = look()
  return html`
    <div class="looks">
      ${choice(say.look.theme, themes, theme, say.look, chosen => wear({ ...look(), theme: chosen }))}
      ${choice(say.look.scheme, schemes, scheme, say.look, chosen => wear({ ...look(), scheme: chosen }))}
    </div>
    <nav aria-label=${say.demo.label}>
      <ul>
        <li><a href="/portal/verify">${say.verify}</a></li>
        <li><a href="/desk/">${say.demo.desk}</a></li>
        <li><a href="/stories/">${say.demo.stories}</a></li>
      </ul>
    </nav>
    <p>${say.footer}</p>
  `
}

function choice<T extends string>(
  label: string,
  options: readonly T[],
  current: T,
  names: Readonly<Record<T, string>>,
  onChoice: (chosen: T) => void,
): TemplateResult {
  const choose = ({ currentTarget }: Event) => {
    if (!(currentTarget instanceof HTMLSelectElement)) return
    const chosen = options[currentTarget.selectedIndex]
    if (chosen !== undefined) onChoice(chosen)
  }
  return html`
    <label>
      <span>${label}</span>
      <select autocomplete="off" @change=${choose}>
        ${options.map(one => html`<option ?selected=${one === current}>${names[one]}</option>`)}
      </select>
    </label>
  `
}
