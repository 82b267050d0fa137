import type { Page } from 'playwright-core'

/** A customer without a mouse: walks by Tab, and every press is written down. */
export interface Keys {
  /** Tabs on until what has the focus is called so; says where it went if it is never reached. */
  to(name: string | RegExp): Promise<void>
  /** Presses one key: `Enter`, `Space`, `ArrowDown`. */
  press(key: string): Promise<void>
  /** Types, character by character. */
  type(text: string): Promise<void>
  /** What has the focus is called so. */
  focused(): Promise<string>
  /** All presses but those of typing, in order. */
  presses(): readonly string[]
}

const FARTHEST = 70

/** Sets up the keyboard of a page. */
export function keysOf(page: Page): Keys {
  const presses: string[] = []
  const press = async (key: string) => {
    presses.push(key)
    await page.keyboard.press(key)
  }
  const focused = async () => (await page.evaluate(nameOfFocused)).replace(/\s+/g, ' ').trim()
  return {
    press,
    focused,
    presses: () => presses,
    async to(name) {
      const seen: string[] = []
      for (let step = 0; step < FARTHEST; step++) {
        const here = await focused()
        if (typeof name === 'string' ? here === name : name.test(here)) return
        seen.push(here)
        await press('Tab')
      }
      throw new Error(`never came to ${String(name)}; was at:\n  ${seen.join('\n  ')}`)
    },
    async type(text) {
      for (const character of text) await page.keyboard.type(character)
    },
  }
}

/** Runs in the page, so it names no function of its own: the text that a person knows the focused control by. */
function nameOfFocused(): string {
  let focused = document.activeElement
  while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement
  if (!focused || focused === document.body) return ''
  const label = focused.getAttribute('aria-label')
  if (label !== null) return label
  if (!('labels' in focused && focused.labels instanceof NodeList && focused.labels[0]))
    return focused.textContent
  // "(optional)" stands in the label, and is not part of what the question is called.
  const copy = focused.labels[0].cloneNode(true)
  if (copy instanceof Element) for (const mark of copy.querySelectorAll('.optional')) mark.remove()
  return copy.textContent ?? ''
}
