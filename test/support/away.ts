/** Away to another tab, and back: a browser tells of both in two ways. */
export function awayAndBack(): void {
  let isHidden = true
  Object.defineProperty(document, 'hidden', { configurable: true, get: () => isHidden })
  const visibilityState = () => (isHidden ? 'hidden' : 'visible')
  Object.defineProperty(document, 'visibilityState', { configurable: true, get: visibilityState })
  try {
    dispatchEvent(new FocusEvent('blur'))
    document.dispatchEvent(new Event('visibilitychange'))
    isHidden = false
    document.dispatchEvent(new Event('visibilitychange'))
    dispatchEvent(new FocusEvent('focus'))
  } finally {
    Reflect.deleteProperty(document, 'hidden')
    Reflect.deleteProperty(document, 'visibilityState')
  }
}

/** To another window beside this one, and back: the page was in sight all the time. */
export function besideAndBack(): void {
  dispatchEvent(new FocusEvent('blur'))
  dispatchEvent(new FocusEvent('focus'))
}
