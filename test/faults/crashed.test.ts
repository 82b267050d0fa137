import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { openStore } from '../../demo/server/store.js'
import { newKey } from '../server/customer.js'
import { dataFolder } from '../server/demo-process.js'
import { ROOT } from '../support/run.js'
import { amount } from './amount.js'
import { halvesIn, repliesIn, sealedIn, ticketsIn } from './ticket-file.js'

type Write = 'filing' | 'reply' | 'withdrawal'

describe('a backend that is killed between any two statements', () => {
  const data = dataFolder()
  const path = join(data.path, 'nordhost.db')

  before(() => openStore(path).close())
  after(() => data.remove())

  /** The statements that were made for a write, or `undefined` where it was killed in front of the n-th. */
  function written(write: Write, key: string, deadly: number | string = 0): number | undefined {
    const words = ['--import=tsx', 'test/faults/one-write.ts', path, write, key, String(deadly)]
    const { status, signal, stdout, stderr } = spawnSync(process.execPath, words, {
      cwd: ROOT,
      encoding: 'utf8',
    })
    if (signal === 'SIGKILL') return undefined
    assert.equal(status, 0, stderr)
    return Number(stdout)
  }

  const isThere: Readonly<Record<Write, (key: string) => boolean>> = {
    filing: key => ticketsIn(path).some(ticket => ticket.key === key),
    reply: key => repliesIn(path).includes(key),
    withdrawal: key => repliesIn(path).includes(key),
  }

  // In `npm test` a filing alone, and one moment of it.
  const writes = ['filing', 'reply', 'withdrawal'] as const
  for (const write of amount.isEveryStatement ? writes : writes.slice(0, 1))
    it(`has the whole of a ${write}, or nothing of it; and sent again it is there once`, () => {
      // The others need a ticket, with login details that are there to be withdrawn.
      if (write !== 'filing') written('filing', newKey())
      const statements = written(write, newKey()) ?? assert.fail('killed by nobody')
      const moments = Array.from({ length: statements }, (_, index) => index + 1)
      const chosen = amount.isEveryStatement ? moments : moments.slice(-1)
      const kept: number[] = []
      for (const moment of chosen) {
        if (write === 'withdrawal') written('filing', newKey())
        const key = newKey()
        const before = [ticketsIn(path).length, versionsIn(), repliesIn(path).length]
        assert.equal(written(write, key, moment), undefined, 'nobody was killed')
        assert.deepEqual(halvesIn(path), [], `killed in front of statement ${String(moment)}`)
        const isKept = isThere[write](key)
        if (isKept) kept.push(moment)
        else assert.deepEqual([ticketsIn(path).length, versionsIn(), repliesIn(path).length], before)

        written(write, key)
        const [ticketsBefore = 0, , repliesBefore = 0] = before
        const isFiling = write === 'filing'
        assert.equal(ticketsIn(path).length, Number(ticketsBefore) + (isFiling ? 1 : 0))
        assert.equal(repliesIn(path).length, Number(repliesBefore) + (isFiling ? 0 : 1))
        assert.deepEqual(halvesIn(path), [])
      }
      console.log(
        `a ${write} of ${String(statements)} statements, killed in front of ${String(chosen.length)} of them: ` +
          `whole ${String(kept.length)}, nothing ${String(chosen.length - kept.length)}, half 0`,
      )
    })

  it('has nothing of withdrawn login details any more once it is started again, though they were not erased yet', () => {
    written('filing', newKey())
    const others = sealedIn(path)
    const sealed = others.pop() ?? assert.fail('nothing sealed')
    // A long text lies on several pages of the file: any piece of it would be too much, but for how they all begin.
    const pieces = (sealed.match(/.{40}/gs) ?? []).filter(
      piece => !others.some(other => other.includes(piece)),
    )
    const isLying = () =>
      readdirSync(data.path).some(name => {
        const bytes = readFileSync(join(data.path, name))
        return pieces.some(piece => bytes.includes(piece))
      })
    assert.equal(written('withdrawal', newKey(), 'wal_checkpoint'), undefined)
    assert.ok(isLying())
    const store = openStore(path)
    try {
      assert.ok(!isLying())
      assert.ok(!sealedIn(path).includes(sealed))
    } finally {
      store.close()
    }
  })

  function versionsIn(): string {
    return ticketsIn(path)
      .map(({ number, version }) => `${number} ${String(version)}`)
      .join(', ')
  }
})
