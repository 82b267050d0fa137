import { svg, html, type TemplateResult } from 'lit'

const paths = {
  warning: svg`<path d="M12 4 2.8 19.5h18.4L12 4Zm0 6v4.5m0 2.6v.1"/>`,
  error: svg`<circle cx="12" cy="12" r="9"/><path d="M12 7.5v5.5m0 3.1v.1"/>`,
  info: svg`<circle cx="12" cy="12" r="9"/><path d="M12 11v5.5m0-8.6v.1"/>`,
  done: svg`<circle cx="12" cy="12" r="9"/><path d="m8 12.4 2.7 2.7L16 9.6"/>`,
  lock: svg`<rect x="5" y="10.5" width="14" height="9.5" rx="2"/><path d="M8 10.5V8a4 4 0 0 1 8 0v2.5"/>`,
} as const

/** An icon of the house: 24 px grid, drawn in the text's colour. */
export type IconName = keyof typeof paths

/** A picture beside words, hidden from assistive technology: never the only sign. */
export function icon(name: IconName): TemplateResult {
  return html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">${paths[name]}</svg>`
}
