import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { describe, it } from 'node:test'
import { fileURLToPath } from 'node:url'
import { dataFolder } from '../server/demo-process.js'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))

describe('npm start', () => {
  it('ends with its server when it is asked to stop', { timeout: 30_000 }, async t => {
    const data = dataFolder()
    // Without `prestart`: the other tests read what is built. In a group of its own, so that nothing outlives the test.
    const npm = spawn('npm', ['start', '--ignore-scripts'], {
      cwd: ROOT,
      env: { ...process.env, OS_DEMO_DATA: data.path, PORT: '0' },
      stdio: ['ignore', 'pipe', 'ignore'],
      detached: true,
    })
    t.after(() => {
      endGroup(npm.pid)
      data.remove()
    })
    const ended = once(npm, 'exit')
    const url = await new Promise<string>((resolve, reject) => {
      createInterface(npm.stdout).on('line', line => {
        const [, found] = /portal (http:\S+)/.exec(line) ?? []
        if (found !== undefined) resolve(found)
      })
      void ended.then(() => reject(new Error('ended before it was ready')))
    })
    assert.equal((await fetch(url)).ok, true)
    npm.kill('SIGTERM')
    await ended
    await assert.rejects(fetch(url), TypeError)
  })
})

function endGroup(leader: number | undefined): void {
  try {
    if (leader !== undefined) process.kill(-leader, 'SIGKILL')
  } catch {
    // Nobody is left in it.
  }
}
