import { replaced } from './broken-storage.js'

/** What is running. */
export interface Count {
  readonly listeners: number
  readonly timers: number
}

/** Counts what listens on the window and the document, and which timers wait, from now until the end. */
export function counted(): { readonly now: () => Count; readonly end: () => void } {
  const listening = new Map<string, number>()
  const timers = new Set<unknown>()
  const ids = new WeakMap<object, number>()
  let lastId = 0
  const nameOf = (target: EventTarget, args: readonly unknown[]): string => {
    const [type, listener, options] = args
    const id = typeof listener === 'function' || (typeof listener === 'object' && listener) ? listener : {}
    if (!ids.has(id)) ids.set(id, (lastId += 1))
    const isCapture =
      options === true || (typeof options === 'object' && Reflect.get(options ?? {}, 'capture') === true)
    return `${target === window ? 'window' : 'document'} ${String(type)} ${String(ids.get(id))} ${String(isCapture)}`
  }
  const undo: (() => void)[] = []
  const replace = (
    on: object,
    name: string,
    make: (real: (...args: unknown[]) => unknown) => unknown,
  ): void => {
    const real: unknown = Reflect.get(on, name)
    if (typeof real !== 'function') throw new Error(name)
    undo.push(replaced(on, name, { writable: true, value: make((...args) => Reflect.apply(real, on, args)) }))
  }
  for (const target of [window, document]) {
    replace(target, 'addEventListener', real => (...args: unknown[]) => {
      listening.set(nameOf(target, args), 1)
      return real(...args)
    })
    replace(target, 'removeEventListener', real => (...args: unknown[]) => {
      listening.delete(nameOf(target, args))
      return real(...args)
    })
  }
  replace(window, 'setTimeout', real => (run: unknown, ...rest: unknown[]) => {
    const id = real(
      (...args: unknown[]) => {
        timers.delete(id)
        if (typeof run === 'function') Reflect.apply(run, undefined, args)
      },
      ...rest,
    )
    timers.add(id)
    return id
  })
  replace(window, 'setInterval', real => (...args: unknown[]) => {
    const id = real(...args)
    timers.add(id)
    return id
  })
  for (const name of ['clearTimeout', 'clearInterval'])
    replace(window, name, real => (id: unknown) => {
      timers.delete(id)
      return real(id)
    })
  return {
    now: () => ({ listeners: listening.size, timers: timers.size }),
    end: () => {
      for (const one of undo) one()
    },
  }
}
