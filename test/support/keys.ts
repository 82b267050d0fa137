import { sendKeys } from '@web/test-runner-commands'

/** Presses keys one after the other, real ones: `press('Tab', 'Space')`, `press('Shift+Tab')`. */
export async function press(...keys: readonly string[]): Promise<void> {
  for (const key of keys) {
    const [main = '', ...held] = key.split('+').reverse()
    for (const modifier of held) await sendKeys({ down: modifier })
    await sendKeys({ press: main })
    for (const modifier of held) await sendKeys({ up: modifier })
  }
}

/** Types a text where the focus is, character by character. */
export const type = (text: string): Promise<void> => sendKeys({ type: text })
