import { html, nothing, type TemplateResult } from 'lit'

/** What most people need not answer: a line that says how it stands, and opens. */
export interface Fold {
  readonly title: string
  /** How it stands, or what is in it. */
  readonly line?: string | undefined
  /** Is something in it to be corrected? Then it opens by itself. */
  readonly wrong?: boolean
  readonly content: unknown
}

/** A native `<details>`: what a person has opened stays open, whatever is drawn anew. */
export function fold({ title, line, wrong = false, content }: Fold): TemplateResult {
  return html`<details class="fold" ?open=${wrong}>
    <summary>
      <span class="strong">${title}</span>
      ${line ? html`<span class="hint">${line}</span>` : nothing}
    </summary>
    <div class="step">${content}</div>
  </details>`
}
