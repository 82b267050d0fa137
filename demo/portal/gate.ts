import { html } from 'lit'
import type { TemplateResult } from 'lit'
import { icon } from './icons.js'
import { enter } from './session.js'
import type { Person } from './session.js'
import type { Words } from './words.js'

/** Nobody is signed in: the page asks who one is. */
export function gate(say: Words, people: readonly Person[]): TemplateResult {
  const { offer, heading, hint, enter: press } = say.signIn
  return html`
    <div class="gate">
      <p class="offer">${offer}</p>
      <h1 tabindex="-1">${heading}</h1>
      <p class="hint">${hint}</p>
      <ul class="people">
        ${people.map(
          ({ id, name, owner }) => html`
            <li>
              <button type="button" @click=${() => void enter(id)}>
                ${icon('person')}
                <span>${press.replace('{{name}}', name)} <small>${say.signIn[owner]}</small></span>
              </button>
            </li>
          `,
        )}
      </ul>
    </div>
  `
}
