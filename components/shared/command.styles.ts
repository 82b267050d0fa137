import { css } from 'lit'

/** Commands with what they do, of which a selection by hand takes the commands alone; and what is said beside a button. */
export const commandStyles = css`
  .commands {
    display: grid;
    gap: calc(var(--_gap) * 3);
    max-inline-size: 44rem;
    margin: 0;
    padding: calc(var(--_gap) * 3);
    list-style: none;
    background: var(--_soft);
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
  }
  .commands li {
    margin: 0;
    max-inline-size: none;
  }
  code {
    display: block;
    font-family: ui-monospace, 'Cascadia Mono', 'DejaVu Sans Mono', monospace;
    font-size: var(--_small);
    white-space: pre-wrap;
    overflow-wrap: anywhere;
    hyphens: none;
  }
  .commands .hint {
    display: block;
    user-select: none;
  }
  .said {
    display: flex;
    align-items: center;
    gap: calc(var(--_gap) * 2);
  }
`
