/** The strictest policy that the elements work under; an integrator may copy it as it stands. */
export const PAGE_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "img-src 'self'",
  "font-src 'self'",
  "base-uri 'none'",
  "object-src 'none'",
  "form-action 'none'",
  "frame-ancestors 'self'",
  "require-trusted-types-for 'script'",
  'trusted-types lit-html',
].join('; ')

/** The same, but nobody told it of Lit: what a page looks like whose owner forgot. */
export const POLICY_WITHOUT_LIT = PAGE_POLICY.replace('trusted-types lit-html', "trusted-types 'none'")

/** The list of stories shows each in a frame; the frame itself is under the strict policy. */
export const POLICY_OF_STORIES = `${PAGE_POLICY}; frame-src 'self'`

/** What every answer carries. One that is stricter with itself, as the bridge's are, stays so. */
export function withSafeHeaders(response: Response, policy: string = PAGE_POLICY): Response {
  const headers = new Headers(response.headers)
  if (!headers.has('content-security-policy')) headers.set('content-security-policy', policy)
  headers.set('x-content-type-options', 'nosniff')
  headers.set('referrer-policy', 'same-origin')
  headers.set('cross-origin-opener-policy', 'same-origin')
  headers.set('cross-origin-resource-policy', 'same-origin')
  return new Response(response.body, { status: response.status, statusText: response.statusText, headers })
}
