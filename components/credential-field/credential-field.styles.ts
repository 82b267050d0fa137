import { css } from 'lit'

/** The field's own: one question of several, as wide as the form's. */
export const credentialStyles = css`
  .entry,
  .step {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: calc(var(--_gap) * 7);
    max-inline-size: 44rem;
    min-inline-size: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }
  .entry > legend {
    padding-block-end: calc(var(--_gap) * 5);
    font-size: var(--_large);
  }
  .entry:disabled {
    opacity: 0.6;
  }
`
