/** A boundary (RFC 2046, 5.1.1) as a content type names it: 1–70 of its own characters, quoted or not. */
const boundaryIn = /;\s*boundary=(?:"([\w'()+,\-./:=? ]{1,70})"|([\w'()+,\-./:=?]{1,70}))\s*(?:;|$)/i

/**
 * How many parts a multipart body has, counted by its delimiters without taking it apart: that is what costs.
 *
 * @returns the count, `Infinity` where there are more than `most`, and `undefined` where no boundary is named.
 */
export function countParts(bytes: Uint8Array, contentType: string, most: number): number | undefined {
  const [, quoted, plain] = boundaryIn.exec(contentType) ?? []
  const boundary = quoted ?? plain
  if (boundary === undefined) return undefined
  const delimiter = new TextEncoder().encode(`--${boundary}`)
  let count = 0
  for (let at = bytes.indexOf(0x2d); at !== -1; at = bytes.indexOf(0x2d, at)) {
    if (!delimiter.every((byte, index) => bytes[at + index] === byte)) {
      at++
      continue
    }
    count++
    if (count > most + 1) return Infinity
    at += delimiter.length
  }
  // The last delimiter closes the body.
  return Math.max(0, count - 1)
}
