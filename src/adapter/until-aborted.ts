/** What `run` comes to, or the signal's own reason as soon as it aborts, whether `run` listens or not. */
export async function untilAborted<T>(signal: AbortSignal | undefined, run: () => Promise<T>): Promise<T> {
  if (!signal) return run()
  signal.throwIfAborted()
  const settled = new AbortController()
  const abortion = new Promise<void>(resolve => {
    signal.addEventListener('abort', () => resolve(), { once: true, signal: settled.signal })
  }).then((): never => {
    signal.throwIfAborted()
    throw new TypeError('told of an abortion that was none')
  })
  try {
    return await Promise.race([run(), abortion])
  } finally {
    settled.abort()
  }
}
