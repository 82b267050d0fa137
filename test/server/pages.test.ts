import assert from 'node:assert/strict'
import { readFileSync, statSync } from 'node:fs'
import { after, before, describe, it } from 'node:test'
import { dataFolder, startDemo } from './demo-process.js'
import type { Demo } from './demo-process.js'

const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'; font-src 'self'; " +
  "base-uri 'none'; object-src 'none'; form-action 'none'; frame-ancestors 'self'; " +
  "require-trusted-types-for 'script'; trusted-types lit-html"

describe('every answer', () => {
  const data = dataFolder()
  let demo: Demo

  before(async () => {
    demo = await startDemo(data.path)
  })
  after(async () => {
    await demo.stop()
    data.remove()
  })

  const paths = [
    '/',
    '/portal/',
    '/portal/new',
    '/portal/prices',
    '/portal/ticket',
    '/portal/verify',
    '/desk/',
    '/embed/',
    '/embed/index.html',
    '/desk/api/key',
    '/nowhere',
  ]
  for (const path of paths) {
    it(`of ${path} stands under the strict policy`, async () => {
      const { headers } = await fetch(demo.url + path, { redirect: 'manual' })
      assert.equal(headers.get('content-security-policy'), POLICY)
      assert.equal(headers.get('x-content-type-options'), 'nosniff')
      assert.equal(headers.get('referrer-policy'), 'same-origin')
    })
  }

  it('of the protocol is no page at all', async () => {
    const { headers } = await fetch(`${demo.url}/api/context`)
    assert.match(headers.get('content-security-policy') ?? '', /^default-src 'none';.* sandbox$/)
    assert.equal(headers.get('x-content-type-options'), 'nosniff')
  })

  it('of the page that forgot Lit lacks it, and nothing else', async () => {
    const { headers } = await fetch(`${demo.url}/embed/no-lit.html`)
    assert.equal(
      headers.get('content-security-policy'),
      POLICY.replace('trusted-types lit-html', "trusted-types 'none'"),
    )
  })

  it('is a file of its folder, never one beside it', async () => {
    for (const path of [
      '/embed/..%2fserver%2fmain.ts',
      '/embed/%2e%2e/server/main.ts',
      '/lib/..%2f..%2fpackage.json',
      '/assets/..%2f..%2f..%2fpackage.json',
      '/embed/%00.html',
    ])
      assert.equal((await fetch(demo.url + path)).status, 404, path)
  })
})

describe('the desk’s own API', () => {
  const data = dataFolder()
  let demo: Demo

  before(async () => {
    demo = await startDemo(data.path)
  })
  after(async () => {
    await demo.stop()
    data.remove()
  })

  it('gives nothing to a page that can’t send its header', async () => {
    for (const path of ['requests', 'requests/48210', 'key'])
      assert.equal((await fetch(`${demo.url}/desk/api/${path}`)).status, 403)
    assert.equal((await fetch(`${demo.url}/desk/api/requests/48210/opened`, { method: 'POST' })).status, 403)
  })

  it('gives the on-call team’s key, and never the escrow’s', async () => {
    const key = await (
      await fetch(`${demo.url}/desk/api/key`, { headers: { 'x-nordhost-desk': '1' } })
    ).text()
    const kept = (name: string) => readFileSync(`${data.path}/keys/${name}.txt`, 'utf8')
    assert.match(key, /^AGE-SECRET-KEY-1[0-9A-Z]+$/)
    assert.ok(kept('on-call').includes(key))
    assert.ok(!kept('escrow').includes(key))
  })

  it('keeps keys and data from every other user of the machine', () => {
    const files = ['keys/on-call.txt', 'keys/escrow.txt', 'keys/support-ssh.pem', 'nordhost.db']
    for (const name of files) assert.equal(statSync(`${data.path}/${name}`).mode & 0o077, 0, name)
  })

  it('makes the keys once', async () => {
    const read = () =>
      ['on-call.txt', 'escrow.txt', 'support-ssh.pem.pub'].map(name =>
        readFileSync(`${data.path}/keys/${name}`, 'utf8'),
      )
    const before = read()
    await demo.stop('SIGKILL')
    demo = await startDemo(data.path)
    assert.deepEqual(read(), before)
  })
})
