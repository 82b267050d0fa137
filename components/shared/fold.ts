import { html, nothing, type TemplateResult } from 'lit'
import { ifDefined } from 'lit/directives/if-defined.js'

/** What most people need not answer: a line that says how it stands, and opens. */
export interface Fold {
  readonly title: string
  /** Of the title, for what is named by it. */
  readonly id?: string
  /** How it stands, or what is in it. */
  readonly line?: string | undefined
  readonly content: unknown
  /** Is it open when it is first drawn? The same at every drawing: a change would close what a person has opened. */
  readonly open?: boolean
}

/** A native `<details>`: what a person has opened stays open, whatever is drawn anew; see `unfoldWrong`. */
export function fold({ title, id, line, content, open = false }: Fold): TemplateResult {
  return html`<details class="fold" ?open=${open}>
    <summary>
      <span class="strong" id=${ifDefined(id)}>${title}</span>
      ${line ? html`<span class="hint">${line}</span>` : nothing}
    </summary>
    <div class="step">${content}</div>
  </details>`
}

/** Opens whatever holds something to be corrected; nothing closes by itself, with the focus in it. */
export function unfoldWrong(root: ParentNode): void {
  for (const folded of root.querySelectorAll('details')) {
    if (folded.querySelector('[data-wrong]')) folded.open = true
  }
}

/** For a press inside of what was opened: it closes, and the focus goes to its line. */
export function closeFold({ currentTarget }: Event): void {
  const folded = currentTarget instanceof Element ? currentTarget.closest('details') : null
  if (!folded) return
  folded.open = false
  folded.querySelector('summary')?.focus()
}
