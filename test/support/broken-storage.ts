import { createStore } from 'idb-keyval'
import { newRequestKey } from '../../src/index.js'

/** A name that nothing on this device has yet: all tests share it. */
export const freshKey = (): string => newRequestKey()

/** Puts something in the place of what the browser has; answers how to undo it. */
export function replaced(on: object, name: string, by: PropertyDescriptor): () => void {
  const own = Object.getOwnPropertyDescriptor(on, name)
  Object.defineProperty(on, name, { configurable: true, ...by })
  return () => {
    if (own) Object.defineProperty(on, name, own)
    else Reflect.deleteProperty(on, name)
  }
}

/** Storage that the customer or the browser has blocked; answers how to undo it. */
export function blocked(): () => void {
  return replaced(IDBFactory.prototype, 'open', {
    value: () => {
      throw new DOMException('The user denied permission to access the database.', 'SecurityError')
    },
  })
}

/** A disk without room, found out as it is written to or as the transaction ends; answers how to undo it. */
export function full(when: 'at once' | 'late'): () => void {
  return replaced(IDBObjectStore.prototype, 'put', {
    value(this: IDBObjectStore) {
      if (when === 'at once') throw new DOMException('', 'QuotaExceededError')
      this.transaction.abort()
    },
  })
}

/** A disk that does something else first; answers how to let it go on. */
export async function busy(): Promise<() => void> {
  let isBusy = true
  await new Promise<void>(begun => {
    void createStore('os-intervention', 'kept')('readwrite', kept => {
      const turn = (): void => {
        begun()
        if (isBusy) kept.get('nothing').onsuccess = turn
      }
      turn()
    })
  })
  return () => {
    isBusy = false
  }
}
