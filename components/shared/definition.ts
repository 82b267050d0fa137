import { html, type TemplateResult } from 'lit'

/** One pair of a `<dl>`: what is told, and what it is. */
export function definition(label: string, value: unknown): TemplateResult {
  return html`<div>
    <dt>${label}</dt>
    <dd>${value}</dd>
  </div>`
}
