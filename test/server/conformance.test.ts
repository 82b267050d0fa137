import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { recordOrNone } from '../../demo/record.js'
import { testAdapter, type ConformanceStaff } from '../../src/testing.js'
import { signIn } from './customer.js'
import { dataFolder, startDemo } from './demo-process.js'
import type { Demo } from './demo-process.js'

describe('the reference backend, as a browser sees it, is', () => {
  const data = dataFolder()
  let demo: Demo

  before(async () => {
    demo = await startDemo(data.path)
  })
  after(async () => {
    await demo.stop()
    data.remove()
  })

  const staff = (): ConformanceStaff => {
    const desk = async (path: string, body?: object): Promise<unknown> => {
      const answer = await fetch(`${demo.url}/desk/api/requests/${path}`, {
        headers: { 'x-nordhost-desk': '1', 'content-type': 'application/json' },
        ...(body && { method: 'POST', body: JSON.stringify(body) }),
      })
      assert.equal(answer.status, 200)
      return answer.json()
    }
    const versionOf = async (id: string) => recordOrNone(await desk(id))?.['version']
    return {
      ask: async (id, text) =>
        desk(`${id}/facts`, {
          version: await versionOf(id),
          facts: [{ kind: 'question', text, format: 'text', files: [] }],
        }),
      offer: async id =>
        desk(`${id}/offer`, {
          version: await versionOf(id),
          extra: 'malware-removal',
          quantity: '1',
          waits: false,
        }),
    }
  }

  const make = async () => ({
    adapter: (await signIn(demo.url, 'anna')).adapter,
    stranger: (await signIn(demo.url, 'maria')).adapter,
    staff: staff(),
  })
  testAdapter(make, { describe, it })
})
