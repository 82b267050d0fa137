import { svg, html, type TemplateResult } from 'lit'

const paths = {
  warning: svg`<path d="M12 4 2.8 19.5h18.4L12 4Zm0 6v4.5m0 2.6v.1"/>`,
  error: svg`<circle cx="12" cy="12" r="9"/><path d="M12 7.5v5.5m0 3.1v.1"/>`,
  info: svg`<circle cx="12" cy="12" r="9"/><path d="M12 11v5.5m0-8.6v.1"/>`,
  add: svg`<path d="M12 5.5v13M5.5 12h13"/>`,
  done: svg`<circle cx="12" cy="12" r="9"/><path d="m8 12.4 2.7 2.7L16 9.6"/>`,
  server: svg`<rect x="4" y="4.5" width="16" height="6.5" rx="1.5"/><rect x="4" y="13" width="16" height="6.5" rx="1.5"/><path d="M7.5 7.75h.1m-.1 8.5h.1"/>`,
  attach: svg`<path d="m19 11.5-7.4 7.4a4.6 4.6 0 0 1-6.5-6.5l8-8a3.1 3.1 0 0 1 4.4 4.4l-8 8a1.5 1.5 0 0 1-2.2-2.2l7.2-7.1"/>`,
  note: svg`<path d="M6 3.5h8.5L18.5 8v12.5H6Z"/><path d="M9 12h6m-6 3.5h6"/>`,
  message: svg`<path d="M4.5 5h15v11H11l-4.5 3.5V16h-2Z"/><path d="M8 9h8m-8 3h5"/>`,
  pen: svg`<path d="m5 19 1-4.2L15.8 5l3.2 3.2L9.2 18Z"/><path d="M13 19.5h6.5"/>`,
  clock: svg`<circle cx="12" cy="12" r="9"/><path d="M12 7v5.3l3.2 2"/>`,
  work: svg`<path d="M14.6 5.2a4.6 4.6 0 0 0-5.3 6.2L4 16.7 7.3 20l5.3-5.3a4.6 4.6 0 0 0 6.2-5.3l-2.9 2.9-3.3-.9-.9-3.3Z"/>`,
  closed: svg`<circle cx="12" cy="12" r="9"/><path d="m9 9 6 6m0-6-6 6"/>`,
  lock: svg`<rect x="5" y="10.5" width="14" height="9.5" rx="2"/><path d="M8 10.5V8a4 4 0 0 1 8 0v2.5"/>`,
  show: svg`<path d="M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12Z"/><circle cx="12" cy="12" r="2.8"/>`,
  hide: svg`<path d="M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12Z"/><circle cx="12" cy="12" r="2.8"/><path d="m4 20 16-16"/>`,
} as const

/** An icon of the house: 24 px grid, drawn in the text's colour. */
export type IconName = keyof typeof paths

/** A picture beside words, hidden from assistive technology: never the only sign. */
export function icon(name: IconName): TemplateResult {
  return html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">${paths[name]}</svg>`
}
