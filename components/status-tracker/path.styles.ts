import { css } from 'lit'

/** The way to the end, step by step. */
export const pathStyles = css`
  .path > li {
    position: relative;
    display: grid;
    grid-template-columns: 1.5rem minmax(0, 1fr);
    gap: calc(var(--_gap) * 3);
    margin: 0;
    padding-block-end: calc(var(--_gap) * 3);
    color: var(--_muted);
  }
  .path > li::before {
    content: '';
    position: absolute;
    inset-block: 1.5rem 0;
    inset-inline-start: calc(0.75rem - 1px);
    border-inline-start: 2px solid var(--_line);
  }
  .path > li:last-child {
    padding-block-end: 0;
  }
  .path > li:last-child::before {
    content: none;
  }
  .path .mark {
    display: grid;
    place-items: center;
    inline-size: 1.5rem;
    block-size: 1.5rem;
  }
  .path .mark:empty::before {
    content: '';
    inline-size: 0.75rem;
    block-size: 0.75rem;
    border: 2px solid var(--_border);
    border-radius: 50%;
  }
  .path .here {
    color: var(--_text);
    font-weight: 600;
  }
  .path .here .mark:empty::before {
    /* Filled by its border: a background is nothing in forced colours. */
    border: 0.375rem solid var(--_accent);
  }
  .path .passed .mark,
  .head.done .path .mark {
    color: var(--_success);
  }
  .head.declined .path .here .mark {
    color: var(--_danger);
  }
  .path .hint {
    display: block;
  }
`
