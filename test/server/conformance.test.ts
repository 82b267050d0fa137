import { after, before, describe, it } from 'node:test'
import { testAdapter } from '../../src/testing.js'
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

  const make = async () => ({
    adapter: (await signIn(demo.url, 'anna')).adapter,
    stranger: (await signIn(demo.url, 'maria')).adapter,
  })
  testAdapter(make, { describe, it })
})
