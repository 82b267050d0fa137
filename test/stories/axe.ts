import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Result } from 'axe-core'
import type { Page } from 'playwright-core'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

const STANDARD = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** Something that axe finds wrong, or cannot judge, in one place. */
export interface Finding {
  /** The rule, and why: what the list of answers goes by. */
  readonly kind: string
  /** Where, and what stands there. */
  readonly place: string
}

/** What axe finds. */
export interface Findings {
  readonly violations: readonly Finding[]
  /** What a person has to look at. */
  readonly incomplete: readonly Finding[]
}

/** Makes axe ready on a page. */
export async function bringAxe(page: Page): Promise<void> {
  await page.evaluate(AXE)
}

/** What axe finds on the whole page as it stands, by WCAG 2.2 AA and its best practices. */
export async function findings(page: Page): Promise<Findings> {
  const { violations, incomplete } = await page.evaluate(
    tags =>
      window.axe.run(document, {
        runOnly: { type: 'tag', values: tags },
        resultTypes: ['violations', 'incomplete'],
      }),
    STANDARD,
  )
  return { violations: violations.flatMap(listed), incomplete: incomplete.flatMap(listed) }
}

function listed({ id, nodes }: Result): readonly Finding[] {
  return nodes.map(({ any, all, none, target, html }) => {
    const reasons = new Set([...any, ...all, ...none].map(reasonOf))
    return {
      kind: `${id} (${[...reasons].join('; ')})`,
      place: `${target.flat().join(' » ')} ${html.slice(0, 160)}`,
    }
  })
}

function reasonOf({ id, data }: { readonly id: string; readonly data: unknown }): string {
  const key: unknown = typeof data === 'object' && data !== null ? Reflect.get(data, 'messageKey') : undefined
  return typeof key === 'string' ? `${id}, ${key}` : id
}
