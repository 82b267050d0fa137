const shared = Symbol.for('os-intervention.announcer')

interface Announcer {
  readonly region: HTMLElement
}

/** The page's live region: `undefined` where another copy of the library keeps something else under the symbol. */
function isAnnouncer(value: unknown): value is Announcer {
  return (
    typeof value === 'object' && value !== null && 'region' in value && value.region instanceof HTMLElement
  )
}

/**
 * Tells screen readers one sentence through the page's one live region.
 *
 * The region stands in light DOM, because VoiceOver on iOS barely hears those inside shadow roots; every copy of the
 * library finds it through a registered symbol. It is hidden by CSSOM, which a strict style policy doesn't forbid.
 */
export function announce(sentence: string): void {
  const { region } = announcer()
  region.textContent = ''
  // A new node in a later task: the same sentence twice is otherwise no change, and is not spoken.
  setTimeout(() => {
    region.textContent = sentence
  }, 50)
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
  const announcer: Announcer = { region }
  Reflect.set(document, shared, announcer)
  return announcer
}
