import 'axe-core/axe.min.js'
import type axe from 'axe-core'
import type { AxeResults, Result } from 'axe-core'

declare global {
  interface Window {
    readonly axe: typeof axe
  }
}

const STANDARD = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

// Rules about a whole page: a test shows one element, without the page around it.
const OF_THE_PAGE = ['region', 'page-has-heading-one', 'landmark-one-main', 'document-title', 'html-has-lang']

const told = ({ id, help, nodes }: Result) =>
  `${id}: ${help}\n${nodes.map(node => `    ${node.target.flat().join(' » ')}\n      ${node.failureSummary ?? ''}`).join('\n')}`

/** What axe finds in an element and its shadow roots, by WCAG 2.2 AA and its best practices. */
export async function axeResults(element: Element): Promise<AxeResults> {
  return window.axe.run(element, {
    runOnly: { type: 'tag', values: STANDARD },
    rules: Object.fromEntries(OF_THE_PAGE.map(id => [id, { enabled: false }])),
    resultTypes: ['violations', 'incomplete'],
  })
}

/** Fails with a readable list unless axe finds nothing wrong. */
export async function expectAccessible(element: Element): Promise<void> {
  const { violations } = await axeResults(element)
  if (violations.length > 0) throw new Error(`axe finds:\n  ${violations.map(told).join('\n  ')}`)
}
