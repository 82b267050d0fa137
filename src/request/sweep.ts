import * as z from 'zod/mini'
import { parse } from '../parse.js'
import { instant } from '../text-schema.js'
import type { Shelf } from './shelf.js'

const day = 24 * 60 * 60 * 1_000

/** How long each kind is kept, milliseconds. */
const longest: Readonly<Partial<Record<string, number>>> = {
  draft: 7 * day,
  outbox: day,
  reply: 7 * day,
  reopening: 7 * day,
  'reply-outbox': day,
}

const dated = z.object({ at: instant })

/**
 * Removes what is too old, whose ever it is: who doesn't come back has it removed by whoever comes next.
 *
 * @param now - This device's clock, epoch milliseconds.
 */
export async function sweep(shelf: Shelf, now: number): Promise<void> {
  await shelf.changeAll((before, key) => {
    const limit = longest[key.split('/')[0] ?? '']
    if (limit === undefined) return before
    if (!Array.isArray(before)) return isOver(before, now - limit) ? undefined : before
    const items: readonly unknown[] = before
    const left = items.filter(item => !isOver(item, now - limit))
    if (left.length === items.length) return items
    return left.length > 0 ? left : undefined
  })
}

/** What can't be read is nothing that somebody could come back for. */
function isOver(item: unknown, before: number): boolean {
  const found = parse(dated, item)
  return !found.ok || found.value.at < before
}
