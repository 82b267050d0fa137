/** The bytes of a body, or `undefined` once there are more than `most`: the rest is never read. */
export async function boundedBytes(
  body: ReadableStream<Uint8Array> | null,
  most: number,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const chunks: Uint8Array[] = []
  let size = 0
  const reader = body?.getReader()
  for (let read = await reader?.read(); read && !read.done; read = await reader?.read()) {
    size += read.value.byteLength
    if (size > most) {
      // Not awaited: a source that never settles its own end must not hold the answer up.
      reader?.cancel().catch(() => undefined)
      return undefined
    }
    chunks.push(read.value)
  }
  const bytes = new Uint8Array(size)
  let at = 0
  for (const chunk of chunks) {
    bytes.set(chunk, at)
    at += chunk.byteLength
  }
  return bytes
}

/** JSON in UTF-8. Throws for what is neither, and for more than `most` bytes. */
export async function boundedJson(body: ReadableStream<Uint8Array> | null, most: number): Promise<unknown> {
  const bytes = await boundedBytes(body, most)
  if (!bytes) throw new TypeError('too big')
  return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
}
