import type { Page } from 'playwright-core'

/** Taken, verified, with a method, and begun, as fast as a mouse does it. */
export async function beginWork(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Take it' }).click()
  await page.getByRole('button', { name: 'Ownership and authorization verified' }).click()
  await unfold(page, 'Method')
  await page.getByLabel('Access method').selectOption('rescue')
  await page.getByLabel('Reason, as').fill('It boots no more.')
  await page.getByRole('button', { name: 'Choose the method' }).click()
  await page.getByRole('button', { name: 'Begin work' }).click()
  await page.getByText('The work has begun.').waitFor()
}

/** Unfolds what is called so, if it isn't yet. */
export async function unfold(page: Page, name: string): Promise<void> {
  const folded = page.locator('#act details', { has: page.locator('summary', { hasText: exactly(name) }) })
  await folded.waitFor()
  if (!(await folded.evaluate(element => element.hasAttribute('open'))))
    await folded.locator('summary').click()
}

function exactly(text: string): RegExp {
  return new RegExp(`^\\s*${text.replace(/[()]/g, '\\$&')}\\s*$`)
}
