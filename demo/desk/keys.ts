/** Lets j and k walk the list; Enter opens, as with any link. One box on the page switches the letters off. */
export function walkByKeys(): void {
  addEventListener('keydown', event => {
    const step = event.key === 'j' ? 1 : event.key === 'k' ? -1 : 0
    if (step === 0 || event.ctrlKey || event.altKey || event.metaKey) return
    if (isTyping(event.target) || !isSwitchedOn()) return
    const links = [...document.querySelectorAll<HTMLAnchorElement>('#list a')]
    const focused = links.findIndex(link => link === document.activeElement)
    const from = focused < 0 ? links.findIndex(link => link.ariaCurrent === 'true') : focused
    const to = links[Math.min(Math.max(from + step, 0), links.length - 1)]
    if (!to) return
    event.preventDefault()
    to.focus()
  })
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof Element && target.matches('input:not([type=checkbox]), textarea, select')
}

function isSwitchedOn(): boolean {
  const box = document.getElementById('keys')
  return box instanceof HTMLInputElement && box.checked
}
