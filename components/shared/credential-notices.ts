import { html, nothing, type TemplateResult } from 'lit'
import type { Words } from '../../locales/index.js'
import type { CredentialField, CredentialWarning } from '../../src/index.js'
import { notice } from './notice.js'

/** What can be done about a warning by one press, and what is said instead of its own text. */
export interface Remedy {
  readonly label: string
  readonly onPress: () => void
  readonly text?: string
}

/** What in a field looks like a slip: it stands below, and describes the field. Nothing where there is nothing. */
export function credentialNotices(
  field: CredentialField,
  codes: readonly CredentialWarning[],
  words: Words,
  remedyFor: (code: CredentialWarning) => Remedy | undefined,
): TemplateResult | typeof nothing {
  if (codes.length === 0) return nothing
  return html`<div id=${noticesId(field)} class="stack tight">
    ${codes.map(code => {
      const remedy = remedyFor(code)
      return notice(
        'warning',
        words.say(`warning.${code}.title`),
        remedy?.text ?? words.say(`warning.${code}.text`),
        remedy && html`<button type="button" class="plain" @click=${remedy.onPress}>${remedy.label}</button>`,
      )
    })}
  </div>`
}

/** The id of what describes a field by its warnings. */
export function noticesId(field: CredentialField): string {
  return `${field}-warnings`
}
