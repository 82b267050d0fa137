import { css } from 'lit'

/** Where files are chosen or dropped, and the list of those that are. */
export const attachmentsStyles = css`
  .drop {
    position: relative;
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: calc(var(--_gap) * 3);
    align-items: center;
    min-block-size: 2.75rem;
    padding: 0.625rem 0.875rem;
    border: 1px dashed var(--_border);
    border-radius: var(--_radius);
    scroll-margin-block: 6rem;
  }
  .drop:hover {
    background: var(--_soft);
  }
  .drop[data-over] {
    border-style: solid;
    border-color: var(--_accent);
    background: var(--_accent-soft);
  }
  .drop:focus-within:has(:focus-visible) {
    outline: 2px solid var(--_focus);
    outline-offset: 2px;
  }
  [data-wrong] .drop {
    border-color: var(--_danger);
    border-width: 2px;
  }
  /* The browser's own chooser speaks the browser's language: it lies over the whole place, unseen, and is what is pressed. */
  .drop > input {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    opacity: 0;
    cursor: pointer;
  }
  .drop > input::file-selector-button {
    cursor: pointer;
  }
  .drop > .icon {
    color: var(--_accent);
  }
  /* A finger drops nothing. */
  @media (pointer: coarse) {
    .by-drop {
      display: none;
    }
  }
  .choose {
    color: var(--_accent);
    font-weight: 600;
    text-decoration: underline;
  }
  .attached {
    display: grid;
    padding: 0;
    list-style: none;
  }
  .attached > li {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr) auto;
    gap: var(--_gap) calc(var(--_gap) * 3);
    align-items: center;
    max-inline-size: none;
    margin: 0;
    padding-block: calc(var(--_gap) * 1.5);
  }
  .attached > li + li {
    border-block-start: 1px solid var(--_line);
  }
  .attached > li > .icon {
    color: var(--_muted);
  }
  .attached > [data-at='refused'] > .icon {
    color: var(--_danger);
  }
  .attached .named {
    display: grid;
    overflow-wrap: anywhere;
    hyphens: none;
  }
  .attached .why {
    grid-area: 2 / 2 / auto / -1;
    color: var(--_danger);
    font-size: var(--_small);
  }
  .attached .notice {
    grid-column: 1 / -1;
    margin-block: var(--_gap) calc(var(--_gap) * 2);
  }
  @container (max-width: 25rem) {
    .attached > :not([data-at='refused']) > .icon {
      display: none;
    }
    .attached > :not([data-at='refused']) > .named {
      grid-column: 1 / 3;
    }
    .attached .why {
      grid-column: 1 / -1;
    }
  }
  /* The fold's own title says it already; the label stays for the ear. */
  .fold .question:has(.drop) > label {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  progress {
    inline-size: 100%;
    block-size: 0.75rem;
    accent-color: var(--_accent);
  }
`
