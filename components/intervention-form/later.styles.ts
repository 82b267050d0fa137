import { css } from 'lit'
import { quoteStyles } from '../extras-quote/extras-quote.styles.js'
import { attachmentsStyles } from '../shared/attachments.styles.js'
import { commandStyles } from '../shared/command.styles.js'
import { judgementStyles } from './judgement.styles.js'

/** The looks of what comes after the first step: files, what the words speak of, the check page, the sheet of the authorization, what is sent, the price. */
export const laterStyles = [
  css`
    dl {
      display: grid;
      gap: calc(var(--_gap) * 3);
    }
    dl > div {
      display: grid;
      gap: var(--_gap);
    }
    dt {
      color: var(--_muted);
      font-size: var(--_small);
    }
    dd {
      min-inline-size: 0;
    }
    @container (min-width: 35rem) {
      dl > div {
        grid-template-columns: 12rem 1fr;
        gap: 1rem;
      }
    }
    .sheet {
      display: grid;
      gap: calc(var(--_gap) * 4);
      padding: calc(var(--_gap) * 5);
      border: 1px solid var(--_line);
      border-radius: calc(var(--_radius) / 2);
      box-shadow: 0 1px 8px color-mix(in oklab, var(--_text) 12%, transparent);
    }
    .sheet h3 {
      display: flex;
      gap: calc(var(--_gap) * 2);
      padding-block-end: calc(var(--_gap) * 3);
      border-block-end: 1px solid var(--_line);
    }
    .statement {
      display: grid;
      gap: calc(var(--_gap) * 3);
    }
    .statement span {
      display: block;
      white-space: pre-wrap;
    }
    .statement .item {
      padding-inline-start: 0.76em;
      text-indent: -0.76em;
    }
    .sheet dl {
      padding-block-start: calc(var(--_gap) * 3);
      border-block-start: 1px solid var(--_line);
    }
    .filed {
      display: grid;
      gap: calc(var(--_gap) * 3);
      padding: calc(var(--_gap) * 5);
      border: 1px solid color-mix(in oklab, var(--_success) 30%, var(--_surface));
      border-radius: var(--_radius);
      background: var(--_success-soft);
    }
    .filed .number {
      display: flex;
      align-items: center;
      gap: calc(var(--_gap) * 3);
      color: var(--_success);
      font-variant-numeric: tabular-nums;
    }
    .filed .number .icon {
      inline-size: 2rem;
      block-size: 2rem;
    }
    .told {
      display: flex;
      gap: calc(var(--_gap) * 3);
    }
    .told > .icon {
      color: var(--_muted);
    }
    .told > .stack {
      flex: 1;
      min-inline-size: 0;
    }
  `,
  quoteStyles,
  commandStyles,
  attachmentsStyles,
  judgementStyles,
]
