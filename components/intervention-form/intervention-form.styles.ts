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
  .progress {
    block-size: 4px;
    border-radius: 2px;
    background: var(--_line);
    overflow: hidden;
  }
  .progress svg {
    display: block;
    inline-size: 100%;
    block-size: 100%;
    fill: var(--_accent);
  }
  .intro {
    padding: calc(var(--_gap) * 3) calc(var(--_gap) * 4);
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_soft);
  }
  .intro summary {
    min-block-size: 1.5rem;
    font-weight: 600;
    cursor: pointer;
  }
  .intro[open] summary {
    margin-block-end: calc(var(--_gap) * 2);
  }
  .group {
    border-block-start: 1px solid var(--_line);
    padding-block-start: calc(var(--_gap) * 3);
  }
  .heading {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 1rem;
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
    gap: calc(var(--_gap) * 3);
    padding: calc(var(--_gap) * 5);
    background: var(--_surface);
    border: 1px solid var(--_line);
    border-radius: calc(var(--_radius) / 2);
    box-shadow: 0 1px 6px color-mix(in oklab, var(--_text) 14%, transparent);
  }
  .actions {
    display: flex;
    flex-wrap: wrap-reverse;
    align-items: center;
    justify-content: space-between;
    gap: calc(var(--_gap) * 3);
  }
  .sent {
    display: grid;
    gap: calc(var(--_gap) * 3);
  }
  .sent .number {
    display: flex;
    align-items: center;
    gap: 0.75rem;
    font-size: var(--_huge);
    font-weight: 700;
    color: var(--_success);
  }
  .sent h3 {
    margin-block-start: calc(var(--_gap) * 2);
  }
`
