import type { ReactiveController } from 'lit'

const shared = Symbol.for('os-intervention.announcer')

/** How long the region is empty before a sentence, and how long that stays before another takes its place; milliseconds. */
const blank = 50
const shortest = 150

interface Announcer {
  readonly region: HTMLElement
  /** Until when the last sentence has the region for itself, as `performance.now()` counts. */
  takenUntil: number
}

/** The page's live region: `undefined` where another copy of the library keeps something else under the symbol. */
function isAnnouncer(value: unknown): value is Announcer {
  return (
    typeof value === 'object' &&
    value !== null &&
    'region' in value &&
    value.region instanceof HTMLElement &&
    'takenUntil' in value &&
    typeof value.takenUntil === 'number'
  )
}

/**
 * Tells screen readers one sentence through the page's one live region; of two at the same time the second comes after
 * the first, which would not be heard otherwise.
 *
 * The region stands in light DOM, because VoiceOver on iOS barely hears those inside shadow roots; every copy of the
 * library finds it through a registered symbol. It is hidden by CSSOM, which a strict style policy doesn't forbid.
 */
export function announce(sentence: string): void {
  queue.push(sentence)
  if (timer === undefined) tellNext()
}

/** Takes back what is told and what waits to be: it is nothing for whoever sits before the page now. */
export function hush(): void {
  clearTimeout(timer)
  timer = undefined
  queue = []
  const shared = announcer()
  shared.region.textContent = ''
  shared.takenUntil = 0
}

let queue: string[] = []
let timer: ReturnType<typeof setTimeout> | undefined

// One timer at a time: on a busy page two that are late together would tell the first sentence last.
function later(ms: number, run: () => void): void {
  timer = setTimeout(() => {
    timer = undefined
    run()
  }, ms)
}

function tellNext(): void {
  const shared = announcer()
  const now = performance.now()
  if (shared.takenUntil > now) {
    later(shared.takenUntil - now, tellNext)
    return
  }
  const sentence = queue.shift()
  if (sentence === undefined) return
  shared.takenUntil = now + blank + shortest
  shared.region.textContent = ''
  // A new node in a later task: the same sentence twice is otherwise no change, and is not spoken.
  later(blank, () => {
    shared.region.textContent = sentence
    shared.takenUntil = performance.now() + shortest
    if (queue.length > 0) tellNext()
  })
}

/** Has the live region on the page before its first sentence: one that was only just made is often not listened to. */
export const liveRegion: ReactiveController = {
  hostConnected() {
    announcer()
  },
}

function announcer(): Announcer {
  const known: unknown = Reflect.get(document, shared)
  if (isAnnouncer(known) && known.region.isConnected) return known
  const region = document.createElement('div')
  region.setAttribute('role', 'status')
  const { style } = region
  style.position = 'absolute'
  style.width = '1px'
  style.height = '1px'
  style.overflow = 'hidden'
  style.clipPath = 'inset(50%)'
  style.whiteSpace = 'nowrap'
  document.body.append(region)
  const announcer: Announcer = { region, takenUntil: 0 }
  Reflect.set(document, shared, announcer)
  return announcer
}
