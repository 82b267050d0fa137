import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { rtClient } from '../../src/adapter/request-tracker/client.js'
import { created } from '../../src/adapter/request-tracker/answers.js'
import { sampleFor } from '../../src/adapter/conformance-filing.js'
import { entriesAfter } from '../../src/adapter/entry-pages.js'
import { AdapterFault } from '../../src/adapter/fault.js'
import type { RtTransaction } from '../../src/adapter/request-tracker/answers.js'
import { historyOf } from '../../src/adapter/request-tracker/history.js'
import { keptFiling, partText, readPart, type ReplyPart } from '../../src/adapter/ticket-part.js'
import type { RtHistory, RtWriting } from '../../src/adapter/request-tracker/ticket-read.js'
import { introserv, type Fact } from '../../src/index.js'
import { memoryAdapter } from '../../src/testing.js'
import { accesses, filingOf } from '../support/whole.js'

// What needs no Request Tracker: what is understood of its answers. What it answers, the tests on a real one tell.

const digest = 'ab'.repeat(32)
const secret = 'for tests alone: 7f3a9c51'
const request = { kind: 'request', owner: 'anna', key: 'request-key', digest, files: [] } as const
const fields = { requestKey: 1, sealed: 2, stage: 3 }
const terms = { user: 'anna', policy: introserv, fields }

type Happened = Partial<RtTransaction> & { readonly writing?: Partial<RtWriting> }

/** A ticket on which this has happened after its filing. */
function ticketWith(...happened: readonly Happened[]): RtHistory {
  const [filing] = accesses.map(filingOf)
  assert.ok(filing)
  const filed: Happened = {
    Type: 'Create',
    Creator: { id: 'anna' },
    writing: { part: { ...request, filing: keptFiling(filing) } },
  }
  const all = [filed, ...happened].map(({ writing, ...transaction }, index) => ({
    writing: writing && { text: '', format: 'text' as const, files: [], ...writing },
    transaction: {
      id: 40 + index,
      Type: 'Correspond',
      Creator: { id: 'ada' },
      Created: 1_000,
      ...transaction,
    },
  }))
  return {
    ticket: {
      id: 1,
      Status: 'new',
      Created: 1_000,
      LastUpdated: '',
      Requestor: [],
      CustomFields: [],
      _hyperlinks: [],
    },
    version: '50',
    readAt: 0,
    transactions: all.map(({ transaction }) => transaction),
    writings: new Map(
      all.flatMap(({ transaction, writing }) => (writing ? [[transaction.id, writing] as const] : [])),
    ),
  }
}

async function toldOf(...happened: readonly Happened[]) {
  const history = await historyOf(ticketWith(...happened), terms)
  assert.ok(history)
  return history
}

const status = (NewValue: string, id = 'ada'): Happened => ({ Type: 'Status', NewValue, Creator: { id } })
const words = (text: string): Happened => ({ writing: { text } })

describe('The part for machines', () => {
  for (const access of accesses)
    it(`holds the whole request: ${access.kind}`, async () => {
      const filing = keptFiling(filingOf(access))
      const text = await partText({ ...request, filing }, secret)
      assert.deepEqual(await readPart(text, secret), { ...request, filing })
    })

  it('says of sealed login details only whom they are sealed to', async () => {
    const { filing } = await sampleFor(memoryAdapter())
    assert.ok(filing.access.kind === 'account')
    const text = await partText({ ...request, filing: keptFiling(filing) }, secret)
    assert.ok(!text.includes('AGE ENCRYPTED'))
    const read = await readPart(text, secret)
    assert.ok(read?.kind === 'request')
    const { recipients } = filing.access.sealed
    assert.deepEqual(read.filing, { ...filing, access: { kind: 'account', sealed: { recipients } } })
  })

  it('is none of ours where it is cut, changed, of another version, or signed with another secret', async () => {
    const withdrawn: Fact = { kind: 'access', event: 'withdrawn' }
    const sound = await partText({ ...request, kind: 'reply', ticket: 7, facts: [withdrawn] }, secret)
    const read = await readPart(sound, secret)
    assert.deepEqual(read?.kind === 'reply' && read.facts, [withdrawn])
    const broken = [
      sound.slice(0, -3),
      sound.replace('"v": 1', '"v": 2'),
      sound.replace('withdrawn', 'destroyed'),
      sound.replace('"ticket": 7', '"ticket": 8'),
      await partText({ ...request, kind: 'reply', ticket: 7, facts: [withdrawn] }, `${secret}.`),
    ]
    for (const text of broken) {
      assert.notEqual(text, sound)
      assert.equal(await readPart(text, secret), undefined)
    }
  })
})

describe('The history of a ticket in Request Tracker', () => {
  it('counts its entries without a gap', async () => {
    const { entries } = await toldOf(
      words('Dzień dobry.'),
      { Type: 'EmailRecord' },
      status('open'),
      words('Już.'),
    )
    assert.deepEqual(
      entries.map(({ seq }) => seq),
      entries.map((_, index) => index + 1),
    )
  })

  it('is nothing where the ticket was not filed here', async () => {
    const { transactions, ...rest } = ticketWith(words('Mail.'))
    assert.equal(await historyOf({ ...rest, transactions: transactions.slice(1) }, terms), undefined)
  })

  it('knows a question by the status behind it, and tells it again to whoever had it as a message', async () => {
    const asked = [words('Który dysk?'), status('open', 'RT_System'), status('stalled')]
    const early = await toldOf(...asked.slice(0, 1))
    const late = await toldOf(...asked)
    const message = early.entries.at(-1)
    assert.equal(message?.fact.kind, 'message')
    const again = entriesAfter(late, message.id).items
    assert.deepEqual(
      again.map(({ id, rev, fact }) => [id === message.id, rev, fact.kind]),
      [
        [true, 1, 'question'],
        [false, 0, 'stage'],
        [false, 0, 'stage'],
      ],
    )
    assert.equal(late.standing.phase, 'waiting')
  })

  it('lets a status overwrite no finer stage, and no word of the customer’s own', async () => {
    const stage: Happened = { Type: 'CustomField', Field: '3', NewValue: 'in-progress' }
    assert.equal((await toldOf(stage, status('open'))).standing.stage, 'in-progress')
    const reopened: ReplyPart = {
      ...request,
      kind: 'reply',
      ticket: 1,
      facts: [{ kind: 'stage', stage: 'reopened' }],
    }
    const { standing } = await toldOf(
      status('resolved'),
      { Creator: { id: 'anna' }, writing: { part: reopened } },
      status('open', 'RT_System'),
      status('open', 'anna'),
    )
    assert.equal(standing.stage, 'reopened')
  })

  it('takes no mail of the customer’s for the beginning of the work, though RT opens the ticket', async () => {
    const mail: Happened = { Creator: { id: 'anna' }, writing: { text: 'I jeszcze jedno.' } }
    assert.equal((await toldOf(mail, status('open', 'RT_System'))).standing.phase, 'received')
    const again = await toldOf(status('resolved'), mail, status('open', 'RT_System'))
    assert.equal(again.standing.phase, 'working')
  })

  it('counts a reply once that came in twice under its key', async () => {
    const fact = { kind: 'message', text: 'Jeden.', format: 'text', files: [] } as const
    const twice: Happened = {
      Creator: { id: 'anna' },
      writing: { part: { ...request, key: 'reply-key', kind: 'reply', ticket: 1, facts: [fact] } },
    }
    const { entries, replies } = await toldOf(twice, twice)
    assert.equal(entries.filter(one => one.fact.kind === 'message' && one.fact.text === 'Jeden.').length, 1)
    assert.equal(replies.get('reply-key'), digest)
  })

  it('passes over fields that it doesn’t know, and values that mean nothing', async () => {
    const { entries } = await toldOf()
    const { entries: same } = await toldOf(
      { Type: 'CustomField', Field: '77', NewValue: 'x' },
      { Type: 'CustomField', Field: '3', NewValue: '' },
      { Type: 'CustomField', Field: '3', NewValue: 'a b' },
      status('some-status-of-the-provider'),
      status('constructor'),
    )
    assert.deepEqual(same, entries)
  })
})

describe('The way to Request Tracker', () => {
  const answering = (response: () => Response) => {
    const asked: Request[] = []
    const fetch = (request: Request) => {
      asked.push(request)
      return Promise.resolve(response())
    }
    return { asked, client: rtClient({ url: 'https://rt.example/base/', fetch }, '1-32-secret') }
  }

  async function faultOf(response: () => Response, method: 'GET' | 'POST' = 'GET') {
    const { client } = answering(response)
    const order = method === 'GET' ? {} : { method, body: '{}' }
    const fault: unknown = await client.ask('ticket/1', created, order).catch((error: unknown) => error)
    assert.ok(fault instanceof AdapterFault)
    assert.ok(!String(fault.cause).includes('secret'))
    return [fault.code, fault.uncertain]
  }

  it('has the token in a header, and in no address', async () => {
    const { asked, client } = answering(() => Response.json({ id: '7' }, { headers: { etag: '"46"' } }))
    const answer = await client.ask('ticket/1', created)
    assert.deepEqual([answer?.value, answer?.version], [{ id: 7 }, '46'])
    assert.equal(asked[0]?.url, 'https://rt.example/base/REST/2.0/ticket/1')
    assert.equal(asked[0].headers.get('authorization'), 'token 1-32-secret')
    assert.equal(asked[0].redirect, 'manual')
  })

  it('tells each failure by a code, and of a write whether it may have gone through', async () => {
    const empty = (status: number) => () => new Response(null, { status })
    assert.deepEqual(await faultOf(empty(302)), ['unavailable', false])
    assert.deepEqual(await faultOf(empty(401)), ['unavailable', false])
    assert.deepEqual(await faultOf(empty(403)), ['not-found', false])
    assert.deepEqual(await faultOf(empty(404)), ['not-found', false])
    assert.deepEqual(await faultOf(empty(400), 'POST'), ['invalid', false])
    assert.deepEqual(await faultOf(empty(500), 'POST'), ['unavailable', true])
    assert.deepEqual(await faultOf(() => Response.json({ id: [] }), 'POST'), ['unavailable', true])
    assert.deepEqual(await faultOf(() => new Response('<html>', { status: 200 })), ['unavailable', false])
    assert.deepEqual(await faultOf(() => Response.error()), ['unavailable', false])
  })
})
