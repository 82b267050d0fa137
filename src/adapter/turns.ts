/** Runs one work under a name after another. */
export type InTurn = <T>(name: string, run: () => Promise<T>) => Promise<T>

/** Nothing is running yet. In this process only. */
export function turns(): InTurn {
  const running = new Map<string, Promise<unknown>>()
  return async (name, run) => {
    const before = running.get(name)
    const turn = (async () => {
      await before?.catch(() => undefined)
      return run()
    })()
    running.set(name, turn)
    try {
      return await turn
    } finally {
      if (running.get(name) === turn) running.delete(name)
    }
  }
}
