import { executeServerCommand } from '@web/test-runner-commands'

/** What the browser tells assistive technology of an element. */
export interface Told {
  readonly role: string
  readonly name: string
  readonly description?: string
  readonly value?: string | number
  /** States as the browser names them: `checked`, `invalid`, `required`, `focused`, `disabled`, `expanded` … */
  readonly [state: string]: unknown
}

/** An element together with what is told of it. */
export interface Found {
  readonly element: HTMLElement
  readonly told: Told
}

declare global {
  var __accessibility: { within?: Element; found?: readonly Node[] } | undefined
}

type Name = string | RegExp

const fits = (name: string, wanted: Name | undefined) =>
  wanted === undefined || (typeof wanted === 'string' ? name === wanted : wanted.test(name))

// One question at a time: the answer comes by one place of the page.
let last: Promise<unknown> = Promise.resolve()

async function ask(within: Element, role: string | undefined): Promise<readonly Found[]> {
  globalThis.__accessibility = { within }
  const told = await executeServerCommand<readonly Told[], { role?: string }>(
    'accessibility',
    role === undefined ? {} : { role },
  )
  const nodes = globalThis.__accessibility.found ?? []
  return told.flatMap((one, index) => {
    const node = nodes[index]
    return node instanceof HTMLElement ? [{ element: node, told: one }] : []
  })
}

/** Everything below an element, with this role and name where given, as a screen reader would meet it. */
export async function allByRole(
  role?: string,
  name?: Name,
  within: Element = document.body,
): Promise<readonly Found[]> {
  const answer = last.then(() => ask(within, role))
  last = answer.catch(() => undefined)
  return (await answer).filter(({ told }) => fits(told.name, name))
}

/** The one element with this role and name; fails with the names that are there. */
export async function byRole(role: string, name?: Name, within?: Element): Promise<HTMLElement> {
  const found = await allByRole(role, name, within)
  const [first] = found
  if (first && found.length === 1) return first.element
  const all = await allByRole(role, undefined, within)
  const names = all.map(({ told }) => `  ${JSON.stringify(told.name)}`).join('\n')
  throw new Error(`${String(found.length)} × ${role} ${String(name)}; there are:\n${names || '  none'}`)
}

/** What the browser tells of one element; fails where it tells nothing. */
export async function told(element: Element): Promise<Told> {
  const found = (await allByRole(undefined, undefined, element)).find(one => one.element === element)
  if (!found) throw new Error(`nothing is told of <${element.localName}>`)
  return found.told
}
