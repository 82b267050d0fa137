import { css } from 'lit'

/** Requests as one surface of rows; what waits for the customer stands out by its edge, its mark and its place. */
export const listStyles = css`
  .list {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: calc(var(--_gap) * 4);
    max-inline-size: 60rem;
  }
  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0 calc(var(--_gap) * 6);
  }
  .rows + h3 {
    padding-block-start: calc(var(--_gap) * 4);
  }
  .only-open {
    display: flex;
    align-items: center;
    gap: 0.75rem;
    min-block-size: 2.75rem;
    font-weight: 500;
    cursor: pointer;
  }
  .only-open input {
    inline-size: 1.25rem;
    block-size: 1.25rem;
    margin: 0;
    accent-color: var(--_accent);
  }
  .rows {
    display: grid;
    padding: 0;
    /* Not 'none': Safari would take it for no list. */
    list-style-type: '';
  }
  .rows > li {
    max-inline-size: none;
    margin: 0;
  }
  .rows > li:not(:first-child) {
    margin-block-start: -1px;
  }
  .request {
    position: relative;
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: calc(var(--_gap) * 2) calc(var(--_gap) * 6);
    inline-size: 100%;
    padding: calc(var(--_gap) * 3) calc(var(--_gap) * 4);
    border-color: var(--_line);
    border-radius: 0;
    font-weight: 400;
    text-align: start;
    overflow-wrap: anywhere;
    scroll-margin-block: 6rem;
  }
  .rows > li:first-child > .request {
    border-start-start-radius: var(--_radius);
    border-start-end-radius: var(--_radius);
  }
  .rows > li:last-child > .request {
    border-end-start-radius: var(--_radius);
    border-end-end-radius: var(--_radius);
  }
  .request:focus-visible {
    z-index: 1;
  }
  .request.turn {
    border-inline-start: 4px solid var(--_warning);
    background: var(--_warning-soft);
  }
  .request.turn:hover {
    background: color-mix(in oklab, var(--_warning) 6%, var(--_warning-soft));
  }
  .which,
  .how {
    display: grid;
    align-content: start;
    gap: calc(var(--_gap) * 0.5);
    min-inline-size: 0;
  }
  .which > .strong {
    color: var(--_accent);
    font-variant-numeric: tabular-nums;
    text-decoration: underline;
  }
  .request:hover .strong {
    text-decoration-thickness: 2px;
  }
  .state,
  .mark {
    display: flex;
    gap: calc(var(--_gap) * 2);
    align-items: start;
  }
  .mark {
    color: var(--_warning);
    font-weight: 600;
  }
  .state.received .icon,
  .state.working .icon {
    color: var(--_accent);
  }
  .state.done .icon {
    color: var(--_success);
  }
  .state.waiting .icon {
    color: var(--_warning);
  }
  .state.declined .icon {
    color: var(--_muted);
  }
  .how > .hint {
    font-variant-numeric: tabular-nums;
  }
  .skeleton {
    display: grid;
    gap: calc(var(--_gap) * 2);
  }
  .skeleton > div {
    block-size: 5.5rem;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_soft);
  }
  .foot {
    display: grid;
    gap: calc(var(--_gap) * 2);
    justify-items: start;
  }
  @container (min-width: 34rem) {
    .request {
      grid-template-columns: minmax(0, 2fr) minmax(0, 3fr);
    }
  }
`
