import { html } from 'lit'
import type { TemplateResult } from 'lit'

/** What a field is like; one line of text, optional and empty where nothing is said. */
export interface FieldOptions {
  readonly type?: 'text' | 'number' | 'datetime-local'
  readonly required?: boolean
  readonly value?: string
}

/** A line, under its label. */
export function field(
  name: string,
  label: string,
  { type = 'text', required = false, value = '' }: FieldOptions = {},
): TemplateResult {
  return html`<label>
    ${label}
    <input
      name=${name}
      type=${type}
      value=${value}
      min="1"
      maxlength="2000"
      autocomplete="off"
      ?required=${required}
    />
  </label>`
}

/** Room for paragraphs. */
export function longField(name: string, label: string, required = true): TemplateResult {
  return html`<label>
    ${label}
    <textarea name=${name} rows="3" maxlength="20000" ?required=${required}></textarea>
  </label>`
}

/** One of several; `marked` ones are told apart by the page's style. */
export function choice(
  name: string,
  label: string,
  options: readonly (readonly [value: string, label: string])[],
  chosen?: string,
  marked: readonly string[] = [],
): TemplateResult {
  return html`<label>
    ${label}
    <select name=${name}>
      ${options.map(
        ([value, label]) =>
          html`<option value=${value} ?selected=${value === chosen} ?data-marked=${marked.includes(value)}>
            ${label}
          </option>`,
      )}
    </select>
  </label>`
}

/** Yes or no. */
export function tick(name: string, label: string, on = false): TemplateResult {
  return html`<label class="tick"
    ><input name=${name} type="checkbox" value="yes" ?checked=${on} /> ${label}</label
  >`
}
