import { css } from 'lit'

/** What every element shares: its box, its text, its notices. */
export const baseStyles = css`
  :host {
    display: block;
    container-type: inline-size;
    color: var(--_text);
    background: var(--_surface);
    font-family: var(--_font);
    font-size: 1rem;
    line-height: 1.5;
    text-align: start;
    overflow-wrap: break-word;
    hyphens: auto;
  }
  :host([hidden]),
  [hidden] {
    display: none !important;
  }
  * {
    box-sizing: border-box;
  }
  h2,
  h3,
  p,
  ul,
  dl,
  dd,
  pre {
    margin: 0;
  }
  h2 {
    font-size: var(--_huge);
    line-height: 1.25;
  }
  h2 small {
    display: block;
    font-size: var(--_small);
    font-weight: 400;
    color: var(--_muted);
    padding-block-end: var(--_gap);
  }
  h3 {
    font-size: 1.0625rem;
    line-height: 1.4;
  }
  p,
  li,
  .hint {
    max-inline-size: 70ch;
  }
  ul {
    padding-inline-start: 1.25rem;
  }
  li + li {
    margin-block-start: var(--_gap);
  }
  .hint,
  .optional {
    color: var(--_muted);
    font-weight: 400;
  }
  .hint {
    font-size: var(--_small);
  }
  .strong {
    font-weight: 600;
  }
  .stack {
    display: grid;
    gap: calc(var(--_gap) * 7);
  }
  .stack.tight {
    gap: calc(var(--_gap) * 2);
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--_gap) * 3);
  }
  .typed {
    white-space: pre-wrap;
  }
  .icon {
    inline-size: 1.5rem;
    block-size: 1.5rem;
    flex: none;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.75;
    stroke-linecap: round;
    stroke-linejoin: round;
    /* In forced colours as the words beside it: by itself an svg would keep the colour that it has here. */
    forced-color-adjust: auto;
  }
  .notice {
    --_tone: var(--_accent);
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: calc(var(--_gap) * 2) calc(var(--_gap) * 3);
    padding: calc(var(--_gap) * 3) calc(var(--_gap) * 4);
    border: 1px solid color-mix(in oklab, var(--_tone) 30%, var(--_surface));
    border-radius: var(--_radius);
    background: color-mix(in oklab, var(--_tone) 7%, var(--_surface));
  }
  .notice > .icon {
    color: var(--_tone);
  }
  .notice > :nth-child(n + 3) {
    grid-column: 1 / -1;
  }
  @container (min-width: 30rem) {
    .notice > :nth-child(n + 3) {
      grid-column: 2;
    }
  }
  .notice > button {
    justify-self: start;
    text-align: start;
  }
  /* Its letters stand below the text's, and as near as the target's height allows. */
  .notice > button.plain {
    margin-block: -0.375rem;
    margin-inline: -0.25rem;
  }
  .notice.warning {
    --_tone: var(--_warning);
    background: var(--_warning-soft);
  }
  .notice.danger {
    --_tone: var(--_danger);
    border-inline-start: 4px solid var(--_tone);
  }
  .notice.success {
    --_tone: var(--_success);
  }
  .idle {
    position: sticky;
    inset-block-start: calc(var(--_gap) * 2);
    z-index: 1;
  }
  a {
    color: var(--_accent);
  }
  :focus-visible {
    outline: 2px solid var(--_focus);
    outline-offset: 2px;
  }
  [tabindex='-1']:focus {
    outline: none;
  }
  .notice[tabindex='-1']:focus {
    outline: 2px solid var(--_focus);
    outline-offset: 2px;
  }
`
