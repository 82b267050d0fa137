import { expect } from 'chai'
import fc from 'fast-check'
import {
  checkReceiptFile,
  parseReceipt,
  receiptOf,
  receiptPage,
  signAuthorization,
  verifyReceipt,
  type FiledAccess,
  type Receipt,
} from '../../../src/index.js'
import { changed, without } from '../../support/paths.js'
import { login, seal } from '../../support/sealing.js'
import { accesses, authorization, filed, filingOf } from '../../support/whole.js'

const SECRET = 'Zażółć 🔑 hunter2'
const labels = { language: 'pl', tasks: ['Reset <hasła> </script>'], extras: ['Odzyskanie danych'] }

async function receiptFor(access: FiledAccess): Promise<Receipt> {
  const signed = await signAuthorization(authorization.record)
  return receiptOf({ ...filingOf(access), authorization: signed }, filed, labels)
}

const sealed = async () => receiptFor({ kind: 'account', sealed: await seal(login(SECRET)) })

/** The paths of everything in a value that is no object: `labels.tasks.0`. */
function leavesOf(value: unknown, path: readonly string[] = []): readonly string[] {
  if (typeof value !== 'object' || value === null) return [path.join('.')]
  return Object.entries(value).flatMap(([key, member]) => leavesOf(member, [...path, key]))
}

/** Every key of every object, however deep. */
function keysOf(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return []
  const own = Array.isArray(value) ? [] : Object.keys(value)
  return [...own, ...Object.values(value).flatMap(keysOf)]
}

describe('a receipt', () => {
  it('holds what was filed under the ticket’s number, and the keys that it was sealed to', async () => {
    const receipt = await sealed()
    expect(receipt).to.deep.include({
      ticket: { id: '7', number: 'T#7' },
      filedAt: 1,
      problem: ' nie działa\n',
      action: 'naprawić',
      errors: 'EIO',
      unstored: ['attachments'],
    })
    expect(receipt.authorization.record).to.deep.equal(authorization.record)
    const sealedTo = receipt.access.kind === 'account' ? receipt.access.sealedTo : []
    expect(sealedTo.map(({ label }) => label)).to.deep.equal(['Key on-call', 'Key escrow'])
  })

  it('verifies after JSON, and with its keys in any other order', async () => {
    for (const receipt of [await sealed(), ...(await Promise.all(accesses.map(receiptFor)))]) {
      const turned = Object.fromEntries(Object.entries(receipt).toReversed())
      expect(await verifyReceipt(JSON.parse(JSON.stringify(turned)))).to.equal('intact')
      expect(parseReceipt(receipt)).to.deep.equal({ ok: true, value: receipt })
    }
  })

  it('verifies without its optional keys', async () => {
    const { errors: _, ...rest } = filingOf({ kind: 'none' })
    const signed = await signAuthorization(authorization.record)
    const receipt = await receiptOf({ ...rest, authorization: signed }, filed, labels)
    expect(receipt).not.to.have.property('errors')
    expect(await verifyReceipt(receipt)).to.equal('intact')
  })

  it('does not verify once anything at all in it is changed, left out or added', async () => {
    const receipt = await sealed()
    const leaves = leavesOf(receipt).filter(path => path !== 'kind' && path !== 'v')
    expect(leaves.length).to.be.greaterThan(35)
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...leaves), fc.jsonValue(), async (path, value) => {
        const same = JSON.stringify(value)
        const other = changed(receipt, path, old => (JSON.stringify(old) === same ? `${same}?` : value))
        expect(await verifyReceipt(other), path).to.equal('changed')
      }),
      { numRuns: 300 },
    )
    for (const path of leaves) {
      expect(await verifyReceipt(without(receipt, path)), path).to.equal('changed')
      const beside = path.replace(/[^.]*$/u, 'more')
      // A list has no keys to add.
      if (/\.\d+$/u.test(path)) continue
      expect(await verifyReceipt(changed(receipt, beside, () => 1)), beside).to.equal('changed')
    }
  })

  it('does not verify with another whole authorization in it', async () => {
    const receipt = await sealed()
    const other = await signAuthorization({ ...authorization.record, reboot: false })
    expect(await verifyReceipt({ ...receipt, authorization: other })).to.equal('changed')
  })

  it('holds no secret, no sealed text, no user name', async () => {
    for (const receipt of [await sealed(), ...(await Promise.all(accesses.map(receiptFor)))]) {
      const text = JSON.stringify(receipt)
      for (const piece of [SECRET, 'hunter2', 'BEGIN AGE', 'DOMAIN\\\\ewa']) {
        expect(text.includes(piece), piece).to.equal(false)
      }
      for (const key of ['password', 'privateKey', 'passphrase', 'username', 'port', 'armored', 'sealed']) {
        expect(keysOf(receipt).includes(key), key).to.equal(false)
      }
    }
  })

  it('is told from what is none, whatever that is', async () => {
    const receipt = await sealed()
    const none: readonly unknown[] = [
      undefined,
      null,
      7,
      'receipt',
      [],
      {},
      { ...receipt, v: 2 },
      authorization,
    ]
    for (const value of none) expect(await verifyReceipt(value)).to.equal('not-a-receipt')
    await fc.assert(
      fc.asyncProperty(fc.anything(), async value => {
        expect(await verifyReceipt(value)).to.equal('not-a-receipt')
      }),
    )
  })
})

describe('a receipt’s file', () => {
  const page = '<!doctype html>\n<html lang="pl">\n<body>\n<main>Zgłoszenie nr T#7</main>'

  it('is read again, as JSON and as a page', async () => {
    const receipt = await sealed()
    for (const file of [JSON.stringify(receipt, undefined, 2), await receiptPage(page, receipt)]) {
      expect(await checkReceiptFile(file)).to.deep.equal({ kind: 'intact', receipt })
    }
  })

  it('carries the digest that any other program finds', async () => {
    const file = await receiptPage(page, await sealed())
    const [, before = '', digest = ''] = /^([^]*)<!-- sha256 (\w+) -->\n$/u.exec(file) ?? []
    const hash = new DataView(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(before)))
    const hex = [0, 8, 16, 24].map(at => hash.getBigUint64(at).toString(16).padStart(16, '0')).join('')
    expect(digest).to.equal(hex)
  })

  it('lets no text of the customer’s out of its data', async () => {
    const file = await receiptPage(page, await sealed())
    expect(file.match(/<\/script>/gu)).to.have.length(1)
  })

  it('is noticed once any one character of the page is another, shown or not', async () => {
    const file = await receiptPage(page, await sealed())
    await fc.assert(
      fc.asyncProperty(fc.nat(file.length - 2), fc.constantFrom('x', '"', ' ', '0'), async (at, to) => {
        fc.pre(file[at] !== to)
        const { kind } = await checkReceiptFile(file.slice(0, at) + to + file.slice(at + 1))
        expect(kind).not.to.equal('intact')
      }),
      { numRuns: 300 },
    )
    const seen = await checkReceiptFile(file.replace('nr T#7', 'nr T#8'))
    expect(seen.kind).to.equal('changed')
    expect((await checkReceiptFile(file.replace('"T#7"', '"T#8"'))).kind).to.equal('changed')
    expect((await checkReceiptFile(file.replace('"filedAt": ', '"filedAt":'))).kind).to.equal('changed')
    expect((await checkReceiptFile(file.replace('"v": 1', '"v": }'))).kind).to.equal('changed')
  })

  it('is told from every other text', async () => {
    for (const text of ['', 'x', '{}', '[]', page, '<!-- sha256 00 -->', '\u0000']) {
      expect((await checkReceiptFile(text)).kind).to.equal('not-a-receipt')
    }
  })
})
