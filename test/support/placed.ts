const placed = new Set<HTMLElement>()

afterEach(() => {
  for (const element of placed) element.remove()
  placed.clear()
})

/** Puts an element on the page with these settings; gone again after the test. */
export function place<E extends HTMLElement>(element: E, settings: object): E {
  Object.assign(element, settings, { locale: 'en' })
  placed.add(element)
  document.body.append(element)
  return element
}
