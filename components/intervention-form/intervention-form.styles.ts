import { css } from 'lit'

/** The form's own: its steps. */
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
  .actions {
    display: flex;
    flex-wrap: wrap-reverse;
    align-items: center;
    justify-content: space-between;
    gap: calc(var(--_gap) * 3);
  }
`
