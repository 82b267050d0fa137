/** The two themes of the client area; the form takes on each by its six seeds. */
export const themes = ['nord', 'heather'] as const
/** Light or dark by choice, or as the system has it. */
export const schemes = ['auto', 'light', 'dark'] as const

/** How the client area looks. */
export interface Look {
  readonly theme: (typeof themes)[number]
  readonly scheme: (typeof schemes)[number]
}

/** The look that the server sent the page in. */
export function look(): Look {
  const { theme, scheme } = document.documentElement.dataset
  return {
    theme: themes.find(one => one === theme) ?? 'nord',
    scheme: schemes.find(one => one === scheme) ?? 'auto',
  }
}

/** Changes the look of this page and of every later one. */
export function wear({ theme, scheme }: Look): void {
  document.cookie = `nordhost_look=${theme}-${scheme}; Path=/; SameSite=Lax; Max-Age=31536000`
  Object.assign(document.documentElement.dataset, { theme, scheme })
  colourTheBrowser()
}

/** Lets the browser's own bar take the header's colour, also when the system turns dark. */
export function colourTheBrowser(): void {
  const header = document.querySelector('header')
  if (!header) return
  const { backgroundColor } = getComputedStyle(header)
  for (const meta of document.querySelectorAll('meta[name=theme-color]'))
    meta.setAttribute('content', backgroundColor)
}
