/** What screen readers were told last. */
export const spoken = (): string => document.querySelector('body > [role=status]')?.textContent ?? ''

/** All that the page’s live region says from now on, in order. */
export function listening(): readonly string[] {
  const heard: string[] = []
  const region = document.querySelector('body > [role=status]')
  new MutationObserver(() => {
    if (region?.textContent) heard.push(region.textContent)
  }).observe(region!, { childList: true })
  return heard
}

/** Long enough for whatever would still be told. */
export const quiet = (): Promise<unknown> => new Promise(resolve => setTimeout(resolve, 700))
