import assert from 'node:assert/strict'
import { join } from 'node:path'
import { after, describe, it } from 'node:test'
import Database from 'libsql'
import { dataFolder, startDemo } from './demo-process.js'

describe('the data of an older demo', () => {
  const data = dataFolder()
  after(() => data.remove())

  it('is left as it is, and what to do is said in a sentence', async () => {
    const path = join(data.path, 'nordhost.db')
    const older = new Database(path)
    older.exec('CREATE TABLE tickets (number INTEGER PRIMARY KEY)')
    older.close()
    await assert.rejects(startDemo(data.path), ({ message }: Error) => {
      assert.match(
        message,
        /The demo can't start: .*nordhost\.db is of an older demo\. Delete it, or name another folder/,
      )
      assert.doesNotMatch(message, /SqliteError|at openStore/)
      return true
    })
    const still = new Database(path)
    assert.deepEqual(still.prepare('SELECT name FROM sqlite_master').all(), [{ name: 'tickets' }])
    still.close()
  })
})
