import { html, svg } from 'lit'
import type { TemplateResult } from 'lit'

const paths = {
  dedicated: svg`<rect x="3.5" y="4" width="17" height="7" rx="1.5"/><rect x="3.5" y="13" width="17" height="7" rx="1.5"/><path d="M7 7.5h.1M7 16.5h.1M11 7.5h5.5M11 16.5h5.5"/>`,
  vps: svg`<path d="m12 3.5 7.5 4.2v8.6L12 20.5l-7.5-4.2V7.7L12 3.5Zm0 8.5v8.5M12 12 4.5 7.7M12 12l7.5-4.3"/>`,
  unknown: svg`<rect x="3.5" y="6.5" width="17" height="11" rx="1.5"/><path d="M7 12h.1M11 12h5.5"/>`,
  person: svg`<circle cx="12" cy="8.5" r="4"/><path d="M4.5 20c.8-3.9 3.8-6 7.5-6s6.7 2.1 7.5 6"/>`,
  menu: svg`<path d="M4 7h16M4 12h16M4 17h16"/>`,
  down: svg`<path d="m6.5 9.5 5.5 5.5 5.5-5.5"/>`,
  help: svg`<circle cx="12" cy="12" r="8.5"/><circle cx="12" cy="12" r="3.5"/><path d="m6 6 3.5 3.5m5 5L18 18m0-12-3.5 3.5m-5 5L6 18"/>`,
} as const

/** A picture beside words, hidden from assistive technology: never the only sign. */
export function icon(name: keyof typeof paths): TemplateResult {
  return html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">${paths[name]}</svg>`
}
