import { expect } from 'chai'
import { deviceShelf, type Shelf } from '../../../src/request/kept.js'
import { fakeClock } from '../../support/fake-clock.js'
import { blocked, freshKey, full, replaced } from '../../support/broken-storage.js'

/** All that can be asked of a shelf, and what comes of it. */
async function askedAll(shelf: Shelf, key = freshKey()) {
  return Promise.all([shelf.read(key), shelf.write(key, 1), shelf.remove(key), shelf.change(key, () => 2)])
}

const nothing = [undefined, false, undefined, false]

describe('a shelf on this device', () => {
  it('keeps what was written for the next page, files with their bytes', async () => {
    const key = freshKey()
    expect(await deviceShelf().write(key, { at: 1, files: [new File(['żółw'], 'a.log')] })).to.equal(true)
    const kept = Object(await deviceShelf().read(key))
    expect(kept.at).to.equal(1)
    expect(kept.files[0].name).to.equal('a.log')
    expect(await kept.files[0].text()).to.equal('żółw')
  })

  it('holds nothing under a key that nobody wrote', async () => {
    expect(await deviceShelf().read(freshKey())).to.equal(undefined)
  })

  it('removes', async () => {
    const [shelf, key] = [deviceShelf(), freshKey()]
    await shelf.write(key, 'words')
    await shelf.remove(key)
    expect(await deviceShelf().read(key)).to.equal(undefined)
  })

  it('removes by a change to nothing, the key too', async () => {
    const [shelf, key] = [deviceShelf(), freshKey()]
    await shelf.write(key, 'words')
    expect(await shelf.change(key, () => undefined)).to.equal(true)
    expect(await keysOnDevice()).to.not.include(key)
  })

  it('loses no change of two pages that change the same at once', async () => {
    const [one, other, key] = [deviceShelf(), deviceShelf(), freshKey()]
    const more = (before: unknown) => (typeof before === 'number' ? before : 0) + 1
    await Promise.all(Array.from({ length: 100 }, (_, turn) => (turn % 2 ? one : other).change(key, more)))
    expect(await one.read(key)).to.equal(100)
  })

  it('leaves everything as it was where a change fails', async () => {
    const [shelf, key] = [deviceShelf(), freshKey()]
    await shelf.write(key, 'words')
    const failures: ((before: unknown) => unknown)[] = [
      () => {
        throw new Error('no')
      },
      () => () => 'a function can’t be kept',
    ]
    for (const failure of failures) {
      expect(await shelf.change(key, failure)).to.equal(false)
      expect(await shelf.read(key)).to.equal('words')
    }
    expect(await shelf.write(key, () => 1)).to.equal(false)
  })
})

describe('a device that keeps nothing', () => {
  const ways: readonly [string, () => () => void][] = [
    ['blocks it', blocked],
    ['has no room', () => full('at once')],
    ['finds out late that it has no room', () => full('late')],
    ['has nothing of the kind', () => replaced(globalThis, 'indexedDB', { value: undefined })],
    [
      'refuses the very question',
      () =>
        replaced(globalThis, 'indexedDB', {
          get: () => {
            throw new DOMException('', 'SecurityError')
          },
        }),
    ],
    [
      'opens nothing',
      () =>
        replaced(IDBFactory.prototype, 'open', {
          value: () => {
            const request = JSON.parse('{}')
            queueMicrotask(() => request.onerror())
            return request
          },
        }),
    ],
  ]
  for (const [way, begin] of ways)
    it(`${way}: says so by values`, async () => {
      const end = begin()
      try {
        const [read, written, removed, changed] = await askedAll(deviceShelf())
        expect([read, written, removed, changed]).to.deep.equal(nothing)
      } finally {
        end()
      }
    })

  it('works again once there is room', async () => {
    const [shelf, key] = [deviceShelf(), freshKey()]
    const end = full('late')
    expect(await shelf.write(key, 1)).to.equal(false)
    end()
    expect(await shelf.write(key, 1)).to.equal(true)
  })
})

describe('a device that is silent', () => {
  /** Answers none of the openings until it is let go. */
  function silent() {
    const open = IDBFactory.prototype.open
    const held: (() => void)[] = []
    const end = replaced(IDBFactory.prototype, 'open', {
      value(this: IDBFactory, name: string) {
        const request = JSON.parse('{}')
        held.push(() => {
          const real = open.call(this, name)
          real.onupgradeneeded = () => void real.result.createObjectStore('kept')
          real.onsuccess = () => {
            request.result = real.result
            request.onsuccess()
          }
        })
        return request
      },
    })
    return { end, letGo: () => held.forEach(go => go()), asked: () => held.length }
  }

  it('is waited for no longer than two seconds', async () => {
    const clock = fakeClock()
    const { end } = silent()
    try {
      let answer: unknown
      void askedAll(deviceShelf(clock)).then(all => (answer = all))
      await clock.pass(1_999)
      expect(answer).to.equal(undefined)
      await clock.pass(1)
      expect(answer).to.deep.equal(nothing)
    } finally {
      end()
    }
  })

  it('is not waited for again, until it answers; and does nothing late that was given up', async () => {
    const clock = fakeClock()
    const { end, letGo } = silent()
    try {
      const [shelf, key, late] = [deviceShelf(clock), freshKey(), freshKey()]
      const written = shelf.write(late, 'late')
      await clock.pass(2_000)
      expect(await written).to.equal(false)
      expect(await askedAll(shelf, key)).to.deep.equal(nothing)
      letGo()
      // Asked in turn, so that the opening and what had waited for it are through.
      for (let turn = 0; turn < 1_000 && !(await shelf.write(key, 'again')); turn += 1) await clock.pass(0)
      expect(await shelf.read(key)).to.equal('again')
      expect(await shelf.read(late)).to.equal(undefined)
    } finally {
      end()
    }
  })

  it('that ended in the very moment of giving up is no error of the page', async () => {
    const clock = fakeClock()
    const { end, letGo, begun } = heldOpen()
    const { abort } = IDBTransaction.prototype
    const ended = replaced(IDBTransaction.prototype, 'abort', {
      value(this: IDBTransaction) {
        abort.call(this)
        throw new DOMException('The transaction has finished.', 'InvalidStateError')
      },
    })
    const errors: string[] = []
    const { onerror } = window
    window.onerror = (_event, _source, _line, _column, error) => errors.push(String(error?.name)) > 0
    try {
      const changed = deviceShelf(clock).change(freshKey(), () => 'after')
      await begun
      await clock.pass(2_000)
      expect(await changed).to.equal(false)
      expect(errors).to.deep.equal([])
    } finally {
      letGo()
      end()
      ended()
      window.onerror = onerror
    }
  })

  it('in the midst of a change takes it back', async () => {
    const clock = fakeClock()
    const [shelf, other, key] = [deviceShelf(clock), deviceShelf(), freshKey()]
    await other.write(key, 'before')
    const { end, letGo } = heldOpen()
    try {
      const changed = shelf.change(key, () => 'after')
      await clock.pass(2_000)
      expect(await changed).to.equal(false)
    } finally {
      letGo()
      end()
    }
    expect(await other.read(key)).to.equal('before')
  })
})

/** Lets every change that writes go on for ever: a transaction lives as long as something is asked of it. */
function heldOpen(): { end(): void; letGo(): void; readonly begun: Promise<void> } {
  let isHeld = true
  let begin: () => void = () => undefined
  const begun = new Promise<void>(resolve => (begin = resolve))
  const { put } = IDBObjectStore.prototype
  const end = replaced(IDBObjectStore.prototype, 'put', {
    value(this: IDBObjectStore, value: unknown, at: IDBValidKey) {
      const hold = () => {
        if (isHeld) this.get(at).onsuccess = hold
      }
      hold()
      begin()
      return put.call(this, value, at)
    },
  })
  return { end, begun, letGo: () => (isHeld = false) }
}

async function keysOnDevice(): Promise<readonly IDBValidKey[]> {
  const opening = indexedDB.open('os-intervention')
  await new Promise(resolve => (opening.onsuccess = resolve))
  const asked = opening.result.transaction('kept').objectStore('kept').getAllKeys()
  await new Promise(resolve => (asked.onsuccess = resolve))
  opening.result.close()
  return asked.result
}
