import { css } from 'lit'

/** What most people need not answer: a line that opens. */
export const foldStyles = css`
  .fold {
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
  }
  .fold > summary {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    column-gap: 0.75rem;
    align-items: center;
    min-block-size: 2.75rem;
    padding: 0.625rem 0.875rem;
    border-radius: var(--_radius);
    cursor: pointer;
    list-style: none;
  }
  .fold > summary::-webkit-details-marker {
    display: none;
  }
  .fold > summary:hover {
    background: var(--_soft);
  }
  .fold > summary > .hint {
    grid-row: 2;
    overflow-wrap: anywhere;
  }
  .fold > summary::after {
    content: '';
    grid-column: 2;
    grid-row: 1 / span 2;
    inline-size: 0.5rem;
    block-size: 0.5rem;
    margin-block-end: 0.25rem;
    margin-inline-end: 0.25rem;
    border: solid currentColor;
    border-width: 0 2px 2px 0;
    rotate: 45deg;
  }
  .fold[open] > summary::after {
    margin-block: 0.25rem 0;
    rotate: 225deg;
  }
  .fold > .step {
    padding: calc(var(--_gap) * 2) 0.875rem 0.875rem;
  }
`
