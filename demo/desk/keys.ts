/** What a letter or sign does, by its key. */
export type Shortcuts = Readonly<Record<string, () => void>>

const SWITCHED_OFF = 'nordhost-desk-letters-off'

/** Listens for single keys, but never where somebody types. The list of them opens by its button too, and switches all off. */
export function listenForKeys(shortcuts: Shortcuts): void {
  const box = document.getElementById('keys')
  const help = document.getElementById('help')
  if (!(box instanceof HTMLInputElement && help instanceof HTMLDialogElement)) return
  const showHelp = () => help.showModal()
  const all: Shortcuts = { ...shortcuts, '?': showHelp }
  box.checked = localStorage.getItem(SWITCHED_OFF) === null
  box.addEventListener('change', () => {
    if (box.checked) localStorage.removeItem(SWITCHED_OFF)
    else localStorage.setItem(SWITCHED_OFF, '1')
  })
  document.getElementById('shortcuts')?.addEventListener('click', showHelp)
  document.getElementById('help-close')?.addEventListener('click', () => help.close())
  addEventListener('keydown', event => {
    if (event.ctrlKey || event.altKey || event.metaKey || help.open || !box.checked) return
    if (isTyping(event.target)) return
    const act = Object.hasOwn(all, event.key) ? all[event.key] : undefined
    if (act === undefined) return
    // What the key would type must not land in the field that it goes to.
    event.preventDefault()
    act()
  })
}

/** Moves the focus along the list, from what has it or else from the request that is open. */
export function walk(step: 1 | -1): void {
  const links = [...document.querySelectorAll<HTMLAnchorElement>('#list a')]
  const focused = links.findIndex(link => link === document.activeElement)
  const from = focused < 0 ? links.findIndex(link => link.ariaCurrent === 'true') : focused
  links[Math.min(Math.max(from + step, 0), links.length - 1)]?.focus()
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof Element && target.matches('input:not([type=checkbox]), textarea, select')
}
