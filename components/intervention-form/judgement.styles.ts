import { css } from 'lit'

/** What the form makes of the customer's words: chips to press, and the ways in with their reasons. */
export const judgementStyles = css`
  .suggestions {
    display: grid;
    gap: calc(var(--_gap) * 2);
  }
  .chips {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--_gap) * 2);
  }
  .chip {
    display: flex;
    align-items: center;
    gap: calc(var(--_gap) * 1.5);
    padding: 0.375rem 0.875rem 0.375rem 0.625rem;
    font-weight: 500;
    line-height: 1.3;
    text-align: start;
    border-radius: 1.375rem;
  }
  .chip span {
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  .chip .icon {
    inline-size: 1.25rem;
    block-size: 1.25rem;
    color: var(--_accent);
  }
  .chip[aria-pressed='true'] {
    border-color: var(--_accent);
    background: var(--_accent-soft);
  }
  .ways {
    display: grid;
    gap: calc(var(--_gap) * 3);
    margin: 0;
    padding-inline-start: 1.25rem;
  }
  .ways li {
    margin: 0;
  }
  .ways .hint {
    display: block;
  }
  .ways .closed {
    color: var(--_muted);
  }
  .notice dl {
    gap: calc(var(--_gap) * 2);
  }
`
