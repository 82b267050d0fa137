import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** What axe finds wrong, one line each. */
export async function violations(page: Page): Promise<readonly string[]> {
  await page.evaluate(AXE)
  return page.evaluate(async tags => {
    const axe: unknown = Reflect.get(globalThis, 'axe')
    const run: unknown = typeof axe === 'object' && axe !== null ? Reflect.get(axe, 'run') : undefined
    if (typeof run !== 'function') throw new Error('no axe')
    const found: unknown = await run.call(axe, document, { runOnly: tags })
    const wrong: unknown =
      typeof found === 'object' && found !== null ? Reflect.get(found, 'violations') : undefined
    if (!Array.isArray(wrong)) throw new Error('no answer')
    return wrong.map(one =>
      JSON.stringify([one.id, one.nodes.map((node: { target: unknown }) => node.target)]),
    )
  }, TAGS)
}
