import type { Page } from 'playwright-core'

/** A customer without a mouse: walks by Tab, and every press is written down. */
export interface Keys {
  /** Tabs on until what has the focus is called so; says where it went if it is never reached. */
  to(name: string | RegExp): Promise<void>
  /** Picks one of several that are one stop of Tab: the first, or on by the arrow. */
  pick(first: string, wanted: string): Promise<void>
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
  const walk = async (key: string, name: string | RegExp, farthest: number) => {
    const seen: string[] = []
    for (let step = 0; step < farthest; step++) {
      const here = await focused()
      if (typeof name === 'string' ? here === name : name.test(here)) return
      seen.push(here)
      await press(key)
    }
    throw new Error(`never came to ${String(name)} by ${key}; was at:\n  ${seen.join('\n  ')}`)
  }
  const to = (name: string | RegExp) => walk('Tab', name, FARTHEST)
  return {
    press,
    focused,
    presses: () => presses,
    to,
    async pick(first, wanted) {
      await to(first)
      if (first === wanted) await press('Space')
      else await walk('ArrowDown', wanted, 10)
    },
    type: text => page.keyboard.type(text),
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
