import { html, nothing, type TemplateResult } from 'lit'
import type { Words } from '../../locales/index.js'
import { systemFamilies, type SystemFamily } from '../../src/index.js'

/** Which family of systems the server's is of; empty while nobody knows. */
export function systemFamilyQuestion(
  words: Words,
  family: SystemFamily | '',
  choose: (family: SystemFamily) => void,
): TemplateResult {
  return html`<div class="question">
    <label for="system-family">${words.say('temporaryAccount.system')}</label>
    <select
      id="system-family"
      @change=${({ target }: Event) => {
        const chosen = target instanceof HTMLSelectElement ? target.value : ''
        const known = systemFamilies.find(one => one === chosen)
        if (known) choose(known)
      }}
    >
      ${
        family === ''
          ? html`<option value="" selected>${words.say('temporaryAccount.choose')}</option>`
          : nothing
      }
      ${systemFamilies.map(
        one =>
          html`<option value=${one} .selected=${one === family}>
            ${words.say(`temporaryAccount.family.${one}`)}
          </option>`,
      )}
    </select>
  </div>`
}
