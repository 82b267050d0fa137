/** The bytes of a text in base64, line breaks allowed. */
export function bytesIn(base64: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64.replace(/\s+/g, '')), letter => letter.charCodeAt(0))
}
