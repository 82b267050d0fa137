import { css } from 'lit'

/** One request: a card that answers everything at one look, then a conversation, then what lies behind it. */
export const trackerStyles = css`
  /* Wider, a time at the end of a line is too far from what happened then. */
  .tracker {
    max-inline-size: 48rem;
  }
  /* As wide as there is room, whatever stands in it: a long word breaks, and doesn't widen the page. */
  .stack,
  .head,
  .asked,
  .talk,
  .entries,
  .said-by,
  .group,
  .group dl,
  .group dl > div,
  .life,
  .step {
    grid-template-columns: minmax(0, 1fr);
  }
  .state > span,
  .asked > h2 > span {
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  .head h2 {
    font-size: clamp(1.25rem, 7cqi, var(--_huge));
  }
  .head,
  .asked {
    display: grid;
    gap: calc(var(--_gap) * 3);
    padding: min(calc(var(--_gap) * 5), 5cqi);
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_soft);
  }
  .asked {
    border: 2px solid var(--_warning);
    background: var(--_warning-soft);
  }
  .asked > h2 {
    display: flex;
    align-items: center;
    gap: calc(var(--_gap) * 2);
    font-size: 1.25rem;
  }
  .asked > h2 > .icon {
    color: var(--_warning);
  }
  blockquote {
    margin: 0;
    padding-inline-start: calc(var(--_gap) * 4);
    border-inline-start: 3px solid var(--_warning);
    overflow-wrap: anywhere;
  }
  .raised th {
    min-inline-size: min(9.25rem, 35cqi);
  }
  .state {
    display: flex;
    align-items: center;
    gap: calc(var(--_gap) * 2);
  }
  .head.done .state > .icon {
    color: var(--_success);
  }
  .head.waiting .state > .icon {
    color: var(--_warning);
  }
  .head.declined .state > .icon {
    color: var(--_danger);
  }
  .heard {
    margin-block-start: calc(var(--_gap) * -4);
  }
  ol {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .unseen {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .talk {
    display: grid;
    gap: calc(var(--_gap) * 4);
  }
  .reply {
    padding-block-start: calc(var(--_gap) * 3);
  }
  .entries {
    display: grid;
    gap: calc(var(--_gap) * 3);
  }
  .entries > li {
    margin: 0;
    max-inline-size: none;
  }
  .said-by {
    display: grid;
    gap: var(--_gap);
    padding: calc(var(--_gap) * 3) calc(var(--_gap) * 4);
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    overflow-wrap: anywhere;
  }
  .said-by.customer {
    margin-inline-start: calc(var(--_gap) * 6);
    background: var(--_accent-soft);
  }
  .said-by.engineer,
  .said-by.system {
    margin-inline-end: calc(var(--_gap) * 6);
  }
  .said-by.question {
    border-inline-start: 4px solid var(--_warning);
  }
  .rest > summary {
    min-block-size: 2.75rem;
    align-content: center;
    color: var(--_accent);
    cursor: pointer;
    text-decoration: underline;
  }
  .rest:not([open]) .less,
  .rest[open] .more {
    display: none;
  }
  .author {
    max-inline-size: none;
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: 0 calc(var(--_gap) * 3);
  }
  .event {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: 0 calc(var(--_gap) * 3);
    padding-inline: calc(var(--_gap) * 2);
    color: var(--_muted);
    font-size: var(--_small);
  }
  .event > :first-child {
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  .files {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .files .hint {
    white-space: nowrap;
  }
  .files button {
    text-align: start;
    overflow-wrap: anywhere;
  }
  h2 .which {
    display: flex;
    flex-wrap: wrap;
    gap: 0 calc(var(--_gap) * 3);
  }
  h2 .which > bdi {
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  .tell {
    justify-self: start;
    text-align: start;
  }
  .group {
    display: grid;
    gap: calc(var(--_gap) * 3);
    padding-block-start: calc(var(--_gap) * 4);
    border-block-start: 1px solid var(--_line);
  }
  .life {
    display: grid;
    gap: calc(var(--_gap) * 2);
    padding-inline-start: calc(var(--_gap) * 4);
    border-inline-start: 2px solid var(--_line);
  }
  .life > li {
    position: relative;
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0 calc(var(--_gap) * 2);
    margin: 0;
  }
  .life > li > bdi {
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  /* A point of its life: a border, so that it stays in forced colours. */
  .life > li::before {
    content: '';
    position: absolute;
    inset-block-start: 0.5rem;
    inset-inline-start: calc(var(--_gap) * -4 - 5px);
    border: 4px solid var(--_border);
    border-radius: 50%;
  }
  .group dl {
    display: grid;
    gap: calc(var(--_gap) * 3);
  }
  .group dl > div {
    display: grid;
    gap: var(--_gap);
  }
  .group dt {
    color: var(--_muted);
    font-size: var(--_small);
  }
  .group dd {
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  .step {
    display: grid;
    gap: calc(var(--_gap) * 6);
  }
  @container (min-width: 35rem) {
    .group dl > div {
      grid-template-columns: 12rem minmax(0, 1fr);
      gap: 1rem;
    }
    .said-by.customer {
      margin-inline-start: 20%;
    }
    .said-by.engineer,
    .said-by.system {
      margin-inline-end: 20%;
    }
  }
`
