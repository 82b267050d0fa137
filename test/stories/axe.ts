import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import * as z from 'zod/mini'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

const OPTIONS = {
  runOnly: {
    type: 'tag',
    values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  },
  resultTypes: ['violations', 'incomplete'],
}

/** Evaluates an expression on a page, of whichever browser, and waits for what it promises. */
export type Evaluate = (expression: string) => Promise<unknown>

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

const checks = z.array(z.object({ id: z.string(), data: z.optional(z.unknown()) }))
const results = z.array(
  z.object({
    id: z.string(),
    nodes: z.array(
      z.object({
        any: checks,
        all: checks,
        none: checks,
        target: z.array(z.union([z.string(), z.array(z.string())])),
        html: z.string(),
      }),
    ),
  }),
)
const told = z.object({ violations: results, incomplete: results })

/** Makes axe ready on a page. */
export async function bringAxe(evaluate: Evaluate): Promise<void> {
  await evaluate(`(() => { ${AXE} })()`)
}

/** What axe finds on the whole page as it stands, by WCAG 2.2 AA and its best practices. */
export async function findings(evaluate: Evaluate): Promise<Findings> {
  const run = `axe.run(document, ${JSON.stringify(OPTIONS)})`
  // Of what it tells only this: plain text goes from every browser.
  const answer = await evaluate(
    `${run}.then(({ violations, incomplete }) => JSON.stringify({ violations, incomplete }))`,
  )
  const { violations, incomplete } = told.parse(JSON.parse(z.string().parse(answer)))
  return { violations: violations.flatMap(listed), incomplete: incomplete.flatMap(listed) }
}

function listed({ id, nodes }: z.infer<typeof results>[number]): readonly Finding[] {
  return nodes.map(({ any, all, none, target, html }) => {
    const reasons = new Set([...any, ...all, ...none].map(reasonOf))
    return {
      kind: `${id} (${[...reasons].join('; ')})`,
      place: `${target.flat().join(' » ')} ${html.slice(0, 160)}`,
    }
  })
}

function reasonOf({ id, data }: { readonly id: string; readonly data?: unknown }): string {
  const key: unknown = typeof data === 'object' && data !== null ? Reflect.get(data, 'messageKey') : undefined
  return typeof key === 'string' ? `${id}, ${key}` : id
}
