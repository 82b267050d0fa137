import type { Intervention } from '../tracking/intervention.js'
import type { Page } from './adapter.js'
import { answerOf } from './answer.js'
import { acting } from './conformance-acting.js'
import { holds, isRefused, rejection, tellsTheSame } from './conformance-assert.js'
import { attaching, picture } from './conformance-attaching.js'
import { sampleFor } from './conformance-filing.js'
import {
  asksNothingAborted,
  believesNoOrder,
  pricesNothingUnknown,
  saysOfAVatId,
  standsByAPrice,
} from './conformance-quoting.js'
import { hiding } from './conformance-hiding.js'
import {
  allEntries,
  foundOr,
  idsOf,
  isRecord,
  isSealing,
  isThe,
  numbersOf,
  tellsWordsOf,
  timeless,
} from './conformance-reading.js'
import { replying } from './conformance-replying.js'
import type { ConformanceSubject, TestFunctions } from './conformance-subject.js'
import { nobodys } from './conformance-talk.js'
import { watching } from './conformance-watching.js'
import * as wire from './wire.js'

/**
 * Tells whether an adapter keeps the contract: one test for each of its promises.
 *
 * What the system can't do by its own capabilities is not tested. Leaves tickets behind, at most three in a test, and
 * quotes, at most four.
 */
export function testAdapter(
  make: () => ConformanceSubject | Promise<ConformanceSubject>,
  { describe, it }: TestFunctions,
): void {
  const on = (name: string, body: (subject: ConformanceSubject) => Promise<void>) =>
    it(name, async () => {
      const subject = await make()
      try {
        // The most cautious capabilities may stand until the context is known.
        await subject.adapter.context()
        await subject.stranger?.context()
        await body(subject)
      } finally {
        await subject.close?.()
      }
    })

  describe('an intervention adapter', () => {
    on('tells a context and capabilities that can be understood', async ({ adapter }) => {
      const context = answerOf(wire.context, await adapter.context())
      const capabilities = answerOf(wire.capabilities, adapter.capabilities)
      holds(context.account.owner !== false, 'context(): the kit has to be signed in as the owner')
      holds(!capabilities.sealed || context.recipients.length > 0, 'context(): nobody to seal to')
    })

    on('tells of a new request what was sent, wherever it is asked', async ({ adapter }) => {
      const { key, filing } = await sampleFor(adapter)
      const { intervention, unstored } = answerOf(wire.filed, await adapter.submit(filing, { key }))
      tellsTheSame(intervention.server, filing.server, 'the server of the new request')
      const listed = answerOf(wire.interventionPage, await adapter.list({}))
      tellsTheSame(timeless(listed.items[0]), timeless(intervention), 'the newest of the list')
      const got = answerOf(wire.interventionOrNothing, await adapter.get(intervention.id))
      tellsTheSame(timeless(got), timeless(intervention), 'the request by its id')
      const open = answerOf(wire.interventionPage, await adapter.list({ open: true }))
      holds(open.items.some(isThe(intervention)), 'list({ open: true }): leaves the new request out')

      const facts = (await allEntries(adapter, intervention.id)).map(({ fact }) => fact)
      holds(
        facts.some(tellsWordsOf(filing)),
        'entries: no message tells the server and the customer’s own words, line by line',
      )
      holds(
        unstored.includes('authorization') || facts.some(isRecord(filing.authorization)),
        'entries: the authorization is missing or changed, and not told as unstored',
      )
      holds(
        filing.access.kind !== 'account' || unstored.includes('access') || facts.some(isSealing),
        'entries: the sealed access is missing, and not told as unstored',
      )
    })

    on('makes one ticket of one key, sent twice', async ({ adapter }) => {
      if (adapter.capabilities.retries.submit === 'unsafe') return
      const before = idsOf((await adapter.list({})).items)
      const { key, filing } = await sampleFor(adapter)
      const first = await adapter.submit(filing, { key })
      const second = await adapter.submit(structuredClone(filing), { key })
      tellsTheSame(numbersOf(second.intervention), numbersOf(first.intervention), 'the second answer')
      const fresh = idsOf((await adapter.list({})).items).filter(id => !before.includes(id))
      tellsTheSame(fresh, [first.intervention.id], 'what is new in the list')
    })

    on('makes one ticket of one key, sent twice at once', async ({ adapter }) => {
      if (adapter.capabilities.retries.submit === 'unsafe') return
      const before = idsOf((await adapter.list({})).items)
      const { key, filing } = await sampleFor(adapter)
      const [one, other] = await Promise.all([
        adapter.submit(filing, { key }),
        adapter.submit(filing, { key }),
      ])
      tellsTheSame(numbersOf(one.intervention), numbersOf(other.intervention), 'the second answer')
      const fresh = idsOf((await adapter.list({})).items).filter(id => !before.includes(id))
      tellsTheSame(fresh, [one.intervention.id], 'what is new in the list')
    })

    on('refuses one key for another request', async ({ adapter }) => {
      if (adapter.capabilities.retries.submit === 'unsafe') return
      const { key, filing } = await sampleFor(adapter)
      await adapter.submit(filing, { key })
      const other = { ...filing, problem: `${filing.problem} (2)` }
      await isRefused(adapter.submit(other, { key }), ['conflict'], 'another request under the same key')
    })

    on('finds a request by its key, where it can look one up', async ({ adapter }) => {
      if (!adapter.find) return
      const { key, filing } = await sampleFor(adapter)
      const before = await foundOr(adapter.find(key))
      if (before === 'unsupported') return
      holds(before === null, 'find: something is there before the request was sent')
      const { intervention } = await adapter.submit(filing, { key })
      const found = answerOf(wire.filedOrNothing, await adapter.find(key))
      tellsTheSame(timeless(found?.intervention), timeless(intervention), 'the request by its key')
    })

    on('tells that nothing changed since a version', async ({ adapter }) => {
      const { key, filing } = await sampleFor(adapter)
      const { intervention } = await adapter.submit(filing, { key })
      const known = await adapter.get(intervention.id)
      holds(known !== null, 'get without a version: answered null')
      holds((await adapter.get(known.id, known.version)) === null, 'get with the current version: not null')
      const stale = await adapter.get(known.id, `${known.version}-other`)
      tellsTheSame(timeless(stale), timeless(known), 'get with another version')
    })

    on('tells the history in order, and what came after an entry', async ({ adapter }) => {
      const { key, filing } = await sampleFor(adapter)
      const { intervention } = await adapter.submit(filing, { key })
      const all = await allEntries(adapter, intervention.id)
      const ordered = all.every(({ seq }, index) => index === 0 || seq > (all[index - 1]?.seq ?? seq))
      holds(ordered, 'entries: not oldest first')
      for (const [index, { id }] of all.entries()) {
        const rest = await allEntries(adapter, intervention.id, id)
        tellsTheSame(idsOf(rest), idsOf(all.slice(index + 1)), `entries after number ${index + 1}`)
      }
    })

    on('tells the list newest first, page by page', async ({ adapter }) => {
      const filed: string[] = []
      for (let count = 0; count < 3; count += 1) {
        const { key, filing } = await sampleFor(adapter)
        filed.unshift((await adapter.submit(filing, { key })).intervention.id)
      }
      const listed: string[] = []
      for (let cursor: string | undefined, pages = 0; listed.length < 3 && pages < 10; pages += 1) {
        const page: Page<Intervention> = await adapter.list({
          limit: 1,
          ...(cursor !== undefined && { cursor }),
        })
        holds(page.items.length <= 1, 'list: more items than asked for')
        listed.push(...idsOf(page.items))
        cursor = page.cursor
        if (cursor === undefined) break
      }
      tellsTheSame(listed, filed, 'the list, one by one')
    })

    on('keeps files as they were', async ({ adapter }) => {
      if (!adapter.capabilities.files) return
      const file = picture('zrzut błędów 1.png')
      const bytes = new Uint8Array(await file.arrayBuffer())
      const { key, filing } = await sampleFor(adapter, [file])
      const { intervention, unstored } = await adapter.submit(filing, { key })
      if (unstored.includes('attachments')) return
      const facts = (await allEntries(adapter, intervention.id)).map(({ fact }) => fact)
      const refs = facts.flatMap(fact => ('files' in fact ? fact.files : []))
      const ref = refs.find(({ name }) => name === file.name)
      holds(ref !== undefined, 'entries: the file is missing, or has lost its name')
      holds(ref.bytes === bytes.length, `entries: the file has ${ref.bytes} bytes instead of ${bytes.length}`)
      const opened = new Uint8Array(await (await adapter.open(ref)).arrayBuffer())
      holds(
        opened.length === bytes.length && opened.every((byte, index) => byte === bytes[index]),
        'open: other bytes than were sent',
      )
    })

    on('says of an id that nobody has that it is not there', async ({ adapter }) => {
      const file = { id: nobodys, name: 'x.log', type: 'text/plain', bytes: 1 }
      await isRefused(adapter.get(nobodys), ['not-found'], 'get')
      await isRefused(adapter.entries(nobodys), ['not-found'], 'entries')
      await isRefused(adapter.open(file), ['not-found'], 'open')
    })

    on('rejects with the reason of whoever aborts', async ({ adapter }) => {
      const reason = new Error('no longer wanted')
      const signal = AbortSignal.abort(reason)
      const before = await adapter.list({})
      const { key, filing } = await sampleFor(adapter)
      const calls = {
        context: () => adapter.context({ signal }),
        list: () => adapter.list({}, { signal }),
        get: () => adapter.get('1', undefined, { signal }),
        entries: () => adapter.entries('1', undefined, { signal }),
        submit: () => adapter.submit(filing, { key, signal }),
      }
      for (const [method, call] of Object.entries(calls))
        holds(
          (await rejection(call(), `${method}, aborted`)) === reason,
          `${method}: not the signal’s reason`,
        )
      const after = await adapter.list({})
      tellsTheSame(idsOf(after.items), idsOf(before.items), 'the list after an aborted submit')
      const control = new AbortController()
      const late = rejection(adapter.context({ signal: control.signal }), 'context, aborted on the way')
      control.abort(reason)
      holds((await late) === reason, 'context: not the signal’s reason')
    })

    on('stands by a price that adds up, where it can quote', ({ adapter }) => standsByAPrice(adapter))
    on('believes no price and no VAT ID of an order', ({ adapter }) => believesNoOrder(adapter))
    on('has no price for what nobody sells', ({ adapter }) => pricesNothingUnknown(adapter))
    on('says of a VAT ID one of three words, where it can ask', ({ adapter }) => saysOfAVatId(adapter))
    on('asks nothing for whoever has aborted', ({ adapter }) => asksNothingAborted(adapter))

    for (const [promise, hold] of [...hiding, ...replying, ...attaching, ...acting, ...watching])
      on(promise, hold)
  })
}
