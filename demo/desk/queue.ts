import { requests } from './desk-data.js'
import type { Summary } from './desk-data.js'
import { drawInto } from './draw-into.js'
import { listView } from './list-view.js'

const PAGE = 100

/** The list beside the request, as far as it is shown. */
export interface Queue {
  /** Asks the backend; never rejects. */
  read(): Promise<void>
  draw(): void
}

/** The list, with the number of the request that is open, and what is done where that is pressed again. */
export function queue({
  current,
  again,
}: {
  readonly current: () => number | undefined
  readonly again: () => void
}): Queue {
  let list: readonly Summary[] | 'unreachable' = []
  let total = 0
  let rows = PAGE
  let sought = ''

  // Of several questions under way, the last one counts.
  const read = async () => {
    const asked = { sought, rows }
    const found = await requests(sought, rows).catch(() => 'unreachable' as const)
    if (asked.sought !== sought || asked.rows !== rows) return
    list = found === 'unreachable' ? found : found.requests
    total = found === 'unreachable' ? 0 : found.total
  }
  const find = (wanted: string) => {
    sought = wanted
    rows = PAGE
    void read().then(draw)
  }
  const more = () => {
    rows += PAGE
    void read().then(draw)
  }
  const openFirst = () => {
    void read().then(() => {
      draw()
      document.querySelector<HTMLElement>('#list a')?.click()
    })
  }
  const draw = () => {
    drawInto(
      'list',
      listView({ requests: list, total, current: current(), sought, find, more, openFirst, again }),
    )
  }
  return { read, draw }
}
