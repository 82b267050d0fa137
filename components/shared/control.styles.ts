import { css } from 'lit'

/** Questions and their controls: 44 px targets, borders and focus that can be seen, errors with a bar. */
export const controlStyles = css`
  .question {
    display: grid;
    gap: calc(var(--_gap) * 1.5);
    margin: 0;
    padding: 0;
    border: 0;
    min-inline-size: 0;
  }
  .question[data-wrong] {
    padding-inline-start: 0.75rem;
    border-inline-start: 4px solid var(--_danger);
  }
  /* Floating, it lies in the box like anything else: else the bar begins at the middle of its first line. */
  .question[data-wrong] > legend {
    float: inline-start;
    padding-block-end: 0;
  }
  label,
  legend {
    font-weight: 600;
    padding: 0;
  }
  legend {
    padding-block-end: calc(var(--_gap) * 1.5);
  }
  .error {
    display: flex;
    gap: 0.5rem;
    color: var(--_danger);
    font-weight: 600;
  }
  .error > span {
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  input[type='text'],
  input[type='password'],
  select,
  textarea {
    inline-size: 100%;
    min-block-size: 2.75rem;
    padding: 0.5rem 0.75rem;
    font: inherit;
    font-size: max(1rem, 16px);
    color: inherit;
    background: var(--_surface);
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    scroll-margin-block: 6rem;
  }
  /* As high as what is written, where the browser can: a pasted log is read without scrolling in a slit. */
  textarea {
    field-sizing: content;
    min-block-size: calc(2lh + 1.125rem);
    max-block-size: 20lh;
    resize: vertical;
    line-height: 1.5;
  }
  textarea[rows='4'],
  textarea[rows='5'] {
    min-block-size: calc(4lh + 1.125rem);
  }
  [data-wrong] input[type='text'],
  [data-wrong] input[type='password'],
  [data-wrong] textarea {
    border-color: var(--_danger);
    border-width: 2px;
  }
  .code,
  pre {
    font-family: ui-monospace, 'Cascadia Mono', 'DejaVu Sans Mono', monospace;
    font-size: var(--_small);
  }
  pre {
    padding: calc(var(--_gap) * 3);
    white-space: pre-wrap;
    overflow-wrap: anywhere;
    background: var(--_soft);
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
  }
  /* One surface with rows: the marks are what is seen first, not the frames. */
  .choices {
    display: grid;
  }
  .choice {
    position: relative;
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    column-gap: 0.75rem;
    align-items: start;
    min-block-size: 2.75rem;
    padding: 0.625rem 0.875rem;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
  }
  .choices > .choice:not(:last-child) {
    border-end-start-radius: 0;
    border-end-end-radius: 0;
  }
  .choices > .choice:not(:first-child) {
    margin-block-start: -1px;
    border-start-start-radius: 0;
    border-start-end-radius: 0;
  }
  .choice:hover {
    background: var(--_soft);
  }
  .choice:has(input:checked) {
    z-index: 1;
    border-color: var(--_accent);
    background: var(--_accent-soft);
  }
  .choice:focus-within:has(:focus-visible) {
    z-index: 2;
    outline: 2px solid var(--_focus);
    outline-offset: 2px;
  }
  .choice input {
    inline-size: 1.25rem;
    block-size: 1.25rem;
    margin: 0.125rem 0 0;
    position: relative;
    z-index: 1;
    accent-color: var(--_accent);
  }
  .choice input:focus-visible {
    outline: none;
  }
  .choice label {
    font-weight: 500;
    line-height: 1.4;
    padding-block: 0.0625rem;
  }
  /* The whole card is the label's target. */
  .choice label::after {
    content: '';
    position: absolute;
    inset: 0;
  }
  .choice .hint {
    grid-column: 2;
  }
  .secret {
    display: grid;
    gap: calc(var(--_gap) * 2);
  }
  .revealed {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: calc(var(--_gap) * 2);
  }
  .revealed button {
    display: flex;
    align-items: center;
    gap: calc(var(--_gap) * 1.5);
    padding-inline: 0.75rem;
  }
  .caps-lock {
    display: flex;
    align-items: center;
    gap: calc(var(--_gap) * 2);
    color: var(--_warning);
    font-weight: 600;
  }
  button {
    min-block-size: 2.75rem;
    padding: 0.5rem 1.25rem;
    font: inherit;
    font-weight: 600;
    color: var(--_text);
    background: var(--_surface);
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    cursor: pointer;
  }
  button:hover {
    background: var(--_soft);
  }
  button.primary:hover {
    background: var(--_accent-strong);
  }
  button.plain:hover {
    background: none;
    text-decoration-thickness: 2px;
  }
  button.primary {
    color: var(--_on-accent);
    background: var(--_accent);
    border-color: var(--_accent);
  }
  button.plain {
    margin-inline: -0.25rem;
    padding-inline: 0.25rem;
    color: var(--_accent);
    background: none;
    /* None, not one that can't be seen: in forced colours it could. */
    border: 0;
    text-decoration: underline;
    font-weight: 500;
  }
  button[aria-disabled='true'] {
    opacity: 0.7;
    cursor: progress;
  }
  .assurance {
    display: flex;
    gap: calc(var(--_gap) * 2);
    font-size: var(--_small);
  }
  .assurance .icon {
    color: var(--_success);
  }
  @container (max-width: 30rem) {
    button.primary {
      inline-size: 100%;
    }
  }
  /* A phone with letters of twice their size: no room is given away. */
  @container (max-width: 12rem) {
    .choice {
      column-gap: 0.375rem;
      padding-inline: 0.375rem;
    }
    .choice .hint {
      grid-column: 1 / -1;
    }
  }
`
