import { css } from 'lit'

/** A price: one figure large, then how it is made up. */
export const quoteStyles = css`
  .quote {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: calc(var(--_gap) * 5);
    max-inline-size: 44rem;
  }
  .quote > *,
  .fold > .step {
    min-inline-size: 0;
  }
  .fold > .step {
    display: grid;
    gap: calc(var(--_gap) * 6);
  }
  .headline {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_gap);
  }
  .headline > strong {
    font-size: var(--_huge);
    line-height: 1.25;
    font-variant-numeric: tabular-nums;
  }
  .headline > .hint {
    overflow-wrap: anywhere;
  }
  table {
    inline-size: 100%;
    border-collapse: collapse;
    font-variant-numeric: tabular-nums;
  }
  caption {
    padding-block-end: calc(var(--_gap) * 2);
    font-weight: 600;
    text-align: start;
  }
  th,
  td {
    padding-block: calc(var(--_gap) * 2.5);
    border-block-end: 1px solid var(--_line);
    vertical-align: top;
    text-align: start;
    font-weight: 400;
  }
  th {
    min-inline-size: min(9.25rem, 50cqi);
    padding-inline-end: calc(var(--_gap) * 4);
    overflow-wrap: anywhere;
  }
  th.amount {
    min-inline-size: 0;
  }
  .detailed > * {
    padding-block-end: 0;
    border-block-end: 0;
  }
  .detail > td {
    padding-block-start: calc(var(--_gap) * 0.5);
  }
  thead th {
    padding-block: calc(var(--_gap) * 1.5);
    color: var(--_muted);
    font-size: var(--_small);
  }
  .amount {
    padding-inline-end: 0;
    text-align: end;
  }
  td.amount {
    overflow-wrap: break-word;
    hyphens: none;
  }
  td.amount.long {
    overflow-wrap: anywhere;
  }
  tbody > tr:last-child > * {
    border-block-end: 2px solid var(--_border);
  }
  tfoot > tr:last-child > * {
    border-block-end: 0;
  }
  .total > * {
    font-size: 1.125rem;
    font-weight: 600;
  }
  .reasons {
    font-size: var(--_small);
  }
  .notice dl {
    display: grid;
    gap: var(--_gap);
  }
  .notice dt {
    font-size: var(--_small);
    color: var(--_muted);
  }
  .notice dd + dt {
    padding-block-start: calc(var(--_gap) * 2);
  }
`
