import { warn, warnOfOther } from './shared/warn.js'

// The entry for a script tag. Lit throws while it loads if the page's policy doesn't name it: so nothing of Lit is
// here, the elements come by import(), and if they can't, the way by hand inside the tags stays what is shown.
const elements = {
  'os-credential-field': () => import('./credential-field/define.js'),
  'os-extras-quote': () => import('./extras-quote/define.js'),
  'os-intervention-form': () => import('./intervention-form/define.js'),
  'os-intervention-list': () => import('./intervention-list/define.js'),
  'os-status-tracker': () => import('./status-tracker/define.js'),
} as const

const waiting = new Map(Object.entries(elements))

/** After so many milliseconds what was asked for stands in the page. */
const restAfter = 3_000

async function load(isWanted: (tag: string) => boolean): Promise<void> {
  const wanted = [...waiting].filter(([tag]) => isWanted(tag))
  await Promise.all(wanted.map(([tag, start]) => loadOne(tag, start)))
}

async function loadOne(tag: string, start: () => Promise<unknown>): Promise<void> {
  waiting.delete(tag)
  try {
    await start()
  } catch {
    // Where one can't start, none can.
    waiting.clear()
    // Where another copy got here first, its Lit has the one name that the policy grants, and its elements are there.
    const first = customElements.get(tag)
    if (first) warnOfOther(first)
    else warn('not-started')
  }
}

/** What stands in the page comes first, and what is added to it as soon as it is there. */
const loadShown = (): Promise<void> => load(tag => document.querySelector(tag) !== null)

const watch = new MutationObserver(() => {
  void loadShown()
  if (waiting.size === 0) watch.disconnect()
})
watch.observe(document, { childList: true, subtree: true })

// What stands out of sight, in a shadow root, or may still be added, comes when nobody waits for anything.
void loadShown().then(() => {
  setTimeout(() => {
    void load(() => true)
  }, restAfter)
})
