import { html } from 'lit'
import type { TemplateResult } from 'lit'

/** A cell's content. */
export type Cell = string | TemplateResult

/**
 * A table that turns into a list of small sheets on a narrow screen.
 *
 * The roles are written out because a browser forgets them once CSS lays the parts out as blocks. The first cell of a row
 * is its header.
 */
export function table(labelledBy: string, labels: readonly string[], rows: readonly (readonly Cell[])[]) {
  return html`
    <table role="table" aria-labelledby=${labelledBy}>
      <thead>
        <tr role="row">
          ${labels.map(label => html`<th role="columnheader" scope="col">${label}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          cells =>
            html`<tr role="row">
              ${cells.map((cell, index) => cellOf(cell, labels[index], index))}
            </tr>`,
        )}
      </tbody>
    </table>
  `
}

function cellOf(cell: Cell, label: string | undefined, index: number): TemplateResult {
  const content = html`<span class="label" aria-hidden="true">${label}</span>
    <div>${cell}</div>`
  return index === 0
    ? html`<th role="rowheader" scope="row">${content}</th>`
    : html`<td role="cell">${content}</td>`
}
