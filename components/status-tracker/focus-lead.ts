import type { LitElement, ReactiveController } from 'lit'
import { unfoldWrong } from '../shared/fold.js'

/** What is to be corrected, from the most exact. */
const wrong = ['[data-wrong] [aria-invalid="true"]', '[data-wrong] input', '[data-wrong]'] as const

/**
 * Leads the focus to what a press has opened, or to what is to be corrected; and where a press takes away what it was on,
 * to the heading of the section in which that stood, never to the top of the page.
 */
export class FocusLead implements ReactiveController {
  readonly #host: LitElement
  #next: readonly string[] = []
  #stoodIn: readonly string[] = []

  constructor(host: LitElement) {
    this.#host = host
    host.addController(this)
  }

  /** With the next drawing, to the first of these that is there then. */
  to(...selectors: readonly string[]): void {
    this.#next = selectors
    this.#host.requestUpdate()
  }

  /** With the next drawing, to the first thing to be corrected in there. */
  toWrong(within: string): void {
    this.to(...wrong.map(selector => `${within} ${selector}`))
  }

  hostUpdate(): void {
    const focused = this.#host.shadowRoot?.activeElement
    const heading = focused?.closest('section[aria-labelledby]')?.getAttribute('aria-labelledby')
    this.#stoodIn = focused ? [...(heading ? [`#${heading}`] : []), '.outcome', '#tracker-heading'] : []
  }

  hostUpdated(): void {
    const root = this.#host.renderRoot
    const isLost = this.#stoodIn.length > 0 && this.#host.shadowRoot?.activeElement === null
    const wanted = [...this.#next, ...(isLost ? this.#stoodIn : [])]
    if (this.#next.length > 0) unfoldWrong(root)
    this.#next = []
    for (const selector of wanted) {
      const target = root.querySelector<HTMLElement>(selector)
      if (!target) continue
      target.focus()
      return
    }
  }
}
