const SAID_MS = 6_000

let clearLater: ReturnType<typeof setTimeout> | undefined

/** Says a sentence in the page's status line, which a screen reader reads out wherever the focus is. */
export function tell(sentence: string): void {
  const place = document.getElementById('status')
  if (!place) return
  clearTimeout(clearLater)
  // What stands there already is not read out again: the line is emptied in between.
  place.textContent = ''
  requestAnimationFrame(() => {
    place.textContent = sentence
  })
  clearLater = setTimeout(() => {
    place.textContent = ''
  }, SAID_MS)
}

/** Copies a text, and says whether it worked; `what` names it, the text itself is never said. */
export async function copy(what: string, text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text)
    tell(`Copied: ${what}.`)
  } catch {
    tell(`Not copied: ${what}. Select it and copy it by hand.`)
  }
}
