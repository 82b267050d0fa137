import { html, nothing, type TemplateResult } from 'lit'
import { icon, type IconName } from './icons.js'

/** Amber when something should be done, red when something failed, quiet otherwise. */
export type Tone = 'info' | 'warning' | 'danger' | 'success'

const signs: Readonly<Record<Tone, IconName>> = {
  info: 'info',
  warning: 'warning',
  danger: 'error',
  success: 'done',
}

/** A quiet box: one bold sentence, one plain one, and what can be done about it. */
export function notice(tone: Tone, title: string, text?: unknown, action?: unknown): TemplateResult {
  return html`<div class="notice ${tone}">
    ${icon(signs[tone])}
    <p class="strong">${title}</p>
    ${text === undefined ? nothing : html`<div class="stack tight">${text}</div>`} ${action ?? nothing}
  </div>`
}
