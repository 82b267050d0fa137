/** The page, in the look that the customer chose from its first byte: no other one shows up for a moment. */
export function inLook(page: string, request: Request): string {
  const cookies = request.headers.get('cookie') ?? ''
  const [, theme, scheme] = /(?:^|; )nordhost_look=([a-z]+)-([a-z]+)(?:;|$)/.exec(cookies) ?? []
  if (theme === undefined || scheme === undefined) return page
  return page.replace('<html ', `<html data-theme="${theme}" data-scheme="${scheme}" `)
}
