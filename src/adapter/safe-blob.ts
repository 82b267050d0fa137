/** Types that no browser runs when their bytes are shown; everything else is a download. */
const harmless = new Set([
  'text/plain',
  'image/png',
  'image/jpeg',
  'image/gif',
  'image/webp',
  'application/zip',
])

/**
 * The same bytes under a type that is never run as a page: `text/html`, SVG and whatever isn't known become
 * `application/octet-stream`, because a blob's URL has the origin of the page that made it.
 */
export function safeBlob(answer: unknown): Blob {
  if (!(answer instanceof Blob)) throw new TypeError('not a blob')
  const type = answer.type.split(';', 1)[0]?.trim().toLowerCase() ?? ''
  const safeType = { type: harmless.has(type) ? type : 'application/octet-stream' }
  return answer instanceof File ? new File([answer], answer.name, safeType) : new Blob([answer], safeType)
}
