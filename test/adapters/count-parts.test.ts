import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { countParts } from '../../src/adapter/count-parts.js'

describe('the parts of a multipart body', () => {
  it('are counted as the platform takes them apart', async () => {
    const text = fc.string({ unit: fc.constantFrom('-', '--', '\r\n', 'x', 'ż', '\n--') })
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(text, fc.boolean()), { maxLength: 12 }), async parts => {
        const form = new FormData()
        for (const [value, isFile] of parts) form.append('part', isFile ? new Blob([value]) : value)
        const body = new Response(form)
        const type = body.headers.get('content-type') ?? ''
        const bytes = new Uint8Array(await body.arrayBuffer())
        assert.equal(countParts(bytes, type, 100), parts.length)
        assert.equal(countParts(bytes, type, parts.length), parts.length)
        if (parts.length > 0) assert.equal(countParts(bytes, type, parts.length - 1), Infinity)
      }),
      { numRuns: 200 },
    )
  })

  it('are as many whether the boundary is quoted or not', () => {
    const bytes = new TextEncoder().encode('--a b\r\n\r\n1\r\n--a b--\r\n')
    assert.equal(countParts(bytes, 'multipart/form-data; charset=x; BOUNDARY="a b"', 9), 1)
    assert.equal(countParts(bytes, 'multipart/form-data; boundary=a; charset=x', 9), 1)
  })

  it('are unknown without a boundary, and with one that could be read in two ways', () => {
    assert.equal(countParts(new Uint8Array(9), 'multipart/form-data; boundary="a\\"b"', 9), undefined)
    assert.equal(countParts(new Uint8Array(9), 'multipart/form-data', 9), undefined)
    assert.equal(
      countParts(new Uint8Array(9), `multipart/form-data; boundary=${'x'.repeat(71)}`, 9),
      undefined,
    )
  })
})
