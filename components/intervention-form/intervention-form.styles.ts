import { css } from 'lit'

/** The form's own: its steps, the check page, the sheet of the authorization, and what is sent. */
export const formStyles = css`
  form,
  .step {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: calc(var(--_gap) * 7);
    max-inline-size: 44rem;
  }
  .progress svg {
    display: block;
    inline-size: 100%;
    block-size: 4px;
  }
  .progress .done {
    fill: var(--_accent);
  }
  .progress .ahead {
    fill: var(--_line);
  }
  @media (forced-colors: active) {
    .progress .done {
      fill: Highlight;
    }
    .progress .ahead {
      fill: GrayText;
    }
  }
  .intro {
    display: grid;
    gap: calc(var(--_gap) * 3);
    font-size: var(--_small);
  }
  .intro > ul {
    display: grid;
    gap: calc(var(--_gap) * 1.5);
    padding: 0;
    list-style: none;
  }
  .intro > ul > li {
    display: flex;
    gap: calc(var(--_gap) * 2);
    margin: 0;
  }
  .intro .icon {
    inline-size: 1.25rem;
    block-size: 1.25rem;
    color: var(--_accent);
  }
  .intro .step {
    gap: calc(var(--_gap) * 4);
  }
  .group {
    border-block-start: 1px solid var(--_line);
    padding-block-start: calc(var(--_gap) * 3);
  }
  /* As high with its button as without. */
  .heading {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 1rem;
    min-block-size: 2.75rem;
  }
  dl {
    display: grid;
    gap: calc(var(--_gap) * 3);
  }
  dl > div {
    display: grid;
    gap: var(--_gap);
  }
  dt {
    color: var(--_muted);
    font-size: var(--_small);
  }
  dd {
    min-inline-size: 0;
  }
  @container (min-width: 35rem) {
    dl > div {
      grid-template-columns: 12rem 1fr;
      gap: 1rem;
    }
  }
  .sheet {
    display: grid;
    gap: calc(var(--_gap) * 4);
    padding: calc(var(--_gap) * 5);
    border: 1px solid var(--_line);
    border-radius: calc(var(--_radius) / 2);
    box-shadow: 0 1px 8px color-mix(in oklab, var(--_text) 12%, transparent);
  }
  .sheet h3 {
    display: flex;
    gap: calc(var(--_gap) * 2);
    padding-block-end: calc(var(--_gap) * 3);
    border-block-end: 1px solid var(--_line);
  }
  .statement {
    display: grid;
    gap: calc(var(--_gap) * 3);
  }
  .statement span {
    display: block;
    white-space: pre-wrap;
  }
  .statement .item {
    padding-inline-start: 0.76em;
    text-indent: -0.76em;
  }
  .sheet dl {
    padding-block-start: calc(var(--_gap) * 3);
    border-block-start: 1px solid var(--_line);
  }
  .actions {
    display: flex;
    flex-wrap: wrap-reverse;
    align-items: center;
    justify-content: space-between;
    gap: calc(var(--_gap) * 3);
  }
  .filed {
    display: grid;
    gap: calc(var(--_gap) * 3);
    padding: calc(var(--_gap) * 5);
    border: 1px solid color-mix(in oklab, var(--_success) 30%, var(--_surface));
    border-radius: var(--_radius);
    background: var(--_success-soft);
  }
  .filed .number {
    display: flex;
    align-items: center;
    gap: calc(var(--_gap) * 3);
    color: var(--_success);
    font-variant-numeric: tabular-nums;
  }
  .filed .number .icon {
    inline-size: 2rem;
    block-size: 2rem;
  }
  .told {
    display: flex;
    gap: calc(var(--_gap) * 3);
  }
  .told > .icon {
    color: var(--_muted);
  }
  .told > .stack {
    flex: 1;
    min-inline-size: 0;
  }
`
