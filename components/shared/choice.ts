import { html, nothing, type TemplateResult } from 'lit'
import { ifDefined } from 'lit/directives/if-defined.js'
import { live } from 'lit/directives/live.js'

/** One choice: a card that is a target as a whole, with the native mark in it. */
export interface Choice {
  readonly id: string
  /** Radios of one name exclude each other. */
  readonly name: string
  readonly title: unknown
  readonly hint?: string | undefined
  readonly checked: boolean
  /** The id of what is to be corrected here. */
  readonly errorId?: string | undefined
  readonly onChange: (checked: boolean) => void
}

/** One of several. */
export function radio(choice: Choice): TemplateResult {
  return card(
    choice,
    html`<input
      type="radio"
      id=${choice.id}
      name=${choice.name}
      .checked=${live(choice.checked)}
      aria-describedby=${describedBy(choice) ?? nothing}
      @change=${changed(choice)}
    />`,
  )
}

/** Yes or no. */
export function checkbox(choice: Choice): TemplateResult {
  return card(
    choice,
    html`<input
      type="checkbox"
      id=${choice.id}
      name=${choice.name}
      .checked=${live(choice.checked)}
      aria-invalid=${ifDefined(choice.errorId ? 'true' : undefined)}
      aria-describedby=${describedBy(choice) ?? nothing}
      @change=${changed(choice)}
    />`,
  )
}

function card({ id, title, hint }: Choice, mark: TemplateResult): TemplateResult {
  return html`<div class="choice">
    ${mark}
    <label for=${id}>${title}</label>
    ${hint ? html`<p class="hint" id="${id}-hint">${hint}</p>` : nothing}
  </div>`
}

function describedBy({ id, hint, errorId }: Choice): string | undefined {
  const ids = [hint ? `${id}-hint` : '', errorId ?? ''].filter(Boolean)
  return ids.length > 0 ? ids.join(' ') : undefined
}

function changed({ onChange }: Choice): (event: Event) => void {
  return ({ target }) => {
    if (target instanceof HTMLInputElement) onChange(target.checked)
  }
}
