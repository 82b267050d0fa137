import { css } from 'lit'

/**
 * All colours, sizes and distances, in two layers: seeds that a page may set, and roles derived from them.
 *
 * Light and dark follow the page's `color-scheme`. One grid of 4 px, five sizes of text in rem.
 */
export const tokens = css`
  :host {
    /* Seeds: what a page sets. */
    --_accent: var(--os-accent, light-dark(#0b5cad, #7ab8ff));
    --_font: var(--os-font, inherit);
    --_radius: var(--os-radius, 0.5rem);
    --_density: var(--os-density, 1);
    --_surface: var(--os-surface, Canvas);
    --_text: var(--os-text, light-dark(#1b1f24, #e8eaed));

    /* Roles: what the elements use. */
    --_muted: color-mix(in oklab, var(--_text) 72%, var(--_surface));
    --_line: color-mix(in oklab, var(--_text) 16%, var(--_surface));
    --_border: color-mix(in oklab, var(--_text) 58%, var(--_surface));
    --_soft: color-mix(in oklab, var(--_text) 4%, var(--_surface));
    --_on-accent: light-dark(#ffffff, #0d1117);
    --_accent-soft: color-mix(in oklab, var(--_accent) 8%, var(--_surface));
    --_accent-strong: color-mix(in oklab, var(--_accent) 88%, var(--_text));
    --_focus: var(--_accent);
    --_danger: light-dark(#b3261e, #ff9d94);
    --_warning: light-dark(#8a5300, #f3bd5c);
    /* Made of a brighter colour than its text: a little of that brown on white looks like dust. */
    --_warning-soft: color-mix(in oklab, #ffb020 14%, var(--_surface));
    --_success: light-dark(#1a6b3c, #7fd6a2);
    --_success-soft: color-mix(in oklab, var(--_success) 9%, var(--_surface));

    --_small: 0.875rem;
    --_huge: 1.625rem;
    --_gap: calc(0.25rem * var(--_density));
  }
  /* Black or white on the accent, whichever is read better: a page may set any accent. */
  @supports (color: oklch(from red clamp(0, l, 1) 0 h)) {
    :host {
      --_on-accent: oklch(from var(--_accent) clamp(0, (0.57 - l) * 1000, 1) 0 h);
    }
  }
`
