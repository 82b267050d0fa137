import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { partText, keptFiling } from '../../src/adapter/ticket-part.js'
import { redmineAdapter, type RedmineOptions } from '../../src/redmine.js'
import { testAccount, testContext } from '../../src/testing.js'
import { accesses, filingOf } from '../support/whole.js'

// What needs no Redmine: what is understood of its answers, as 5.0.4 gave them. What it answers, the tests on a real one tell.

const [customer, engineer] = [7, 5]
const signingSecret = 'for tests alone: 1c937f5a'
const at = '2026-11-27T08:51:44Z'

const file = (id: number, filename: string, author: number) => ({
  id,
  filename,
  filesize: 6,
  content_type: 'text/plain',
  author: { id: author },
})

const attached = (id: number) => ({
  property: 'attachment',
  name: String(id),
  old_value: null,
  new_value: '?',
})

const toStatus = (id: number) => ({
  property: 'attr',
  name: 'status_id',
  old_value: '1',
  new_value: String(id),
})

interface Journal {
  readonly notes?: string
  readonly private_notes?: boolean
  readonly user?: { readonly id: number }
  readonly details?: readonly object[]
}

/** A Redmine with one issue, on which this has happened after its filing; and what it was asked. */
async function redmineWith(
  journals: readonly Journal[],
  more: object = {},
  options: Partial<RedmineOptions> = {},
) {
  const [access] = accesses
  assert.ok(access)
  const filing = keptFiling(filingOf(access))
  const request = {
    kind: 'request',
    owner: '7',
    key: 'request-key',
    digest: 'ab'.repeat(32),
    files: [],
  } as const
  const part = await partText({ ...request, filing }, signingSecret)
  const issue = {
    id: 1,
    status: { id: 1 },
    author: { id: customer },
    description: 'Nie działa.',
    created_on: at,
    updated_on: at,
    allowed_statuses: [{ id: 1 }, { id: 6 }],
    attachments: [
      file(1, 'intervention.json', customer),
      file(2, 'umowa.txt', engineer),
      file(3, 'opis.txt', engineer),
    ],
    journals: journals.map((journal, index) => ({
      id: index + 1,
      user: { id: engineer },
      notes: null,
      private_notes: false,
      created_on: at,
      details: [],
      ...journal,
    })),
    ...more,
  }
  const asked: Request[] = []
  const adapter = redmineAdapter({
    url: 'https://redmine.example/',
    project: 'technical-problems',
    tracker: 3,
    fields: { requestKey: 1, sealed: 7, stage: 8 },
    serviceKey: 'key of the service account',
    signingSecret,
    fetch(sent) {
      asked.push(sent)
      return Promise.resolve(sent.url.includes('/download/') ? new Response(part) : Response.json({ issue }))
    },
    ...options,
  })({
    user: customer,
    key: 'key of the customer',
    context: () => Promise.resolve({ ...testContext, account: testAccount, now: Date.now() }),
  })
  const kinds = async () => (await adapter.entries('1')).items.map(({ by, fact }) => `${by} ${fact.kind}`)
  return { adapter, asked, kinds }
}

describe('An issue in Redmine', () => {
  it('tells no private note, even if Redmine should, and no file that may be one’s', async () => {
    const { adapter, kinds } = await redmineWith([
      { notes: 'a difficult customer', private_notes: true, details: [attached(3)] },
      { details: [attached(2)] },
    ])
    const plain = await redmineWith([])
    assert.deepEqual(await kinds(), await plain.kinds())
    assert.equal((await adapter.get('1'))?.version, (await plain.adapter.get('1'))?.version)
    for (const id of ['1-2', '1-3', '1-1'])
      await assert.rejects(adapter.open({ id, name: 'a', type: '', bytes: 6 }), { code: 'not-found' })
  })

  it('tells what an engineer says with a file, and asks by a status', async () => {
    const { adapter } = await redmineWith([
      { notes: 'Proszę przeczytać.\r\nJuż.', details: [attached(3)] },
      { notes: 'Który dysk?', details: [toStatus(4)] },
    ])
    const { items } = await adapter.entries('1')
    const [words, question, stage] = items.slice(-3).map(({ fact }) => fact)
    assert.deepEqual(words, {
      kind: 'message',
      text: 'Proszę przeczytać.\nJuż.',
      format: 'text',
      files: [{ id: '1-3', name: 'opis.txt', type: 'text/plain', bytes: 6 }],
    })
    assert.equal(question?.kind === 'question' && question.text, 'Który dysk?')
    assert.equal(stage?.kind, 'stage')
    assert.equal((await adapter.get('1'))?.phase, 'waiting')
  })

  it('is nobody’s but its author’s, and none where it was not filed here', async () => {
    const others = await redmineWith([], { author: { id: 8 } })
    await assert.rejects(others.adapter.get('1'), { code: 'not-found' })
    const mailed = await redmineWith([], { attachments: [] })
    await assert.rejects(mailed.adapter.get('1'), { code: 'not-found' })
    const forged = await redmineWith([], {}, { signingSecret: `${signingSecret}.` })
    await assert.rejects(forged.adapter.get('1'), { code: 'not-found' })
  })

  it('offers what Redmine lets its author do', async () => {
    const { adapter } = await redmineWith([])
    assert.ok((await adapter.get('1'))?.actions.includes('cancel'))
    const strict = await redmineWith([], { allowed_statuses: [{ id: 1 }] })
    const actions = (await strict.adapter.get('1'))?.actions ?? []
    assert.deepEqual([actions.includes('cancel'), actions.includes('reply')], [false, true])
  })

  it('has a provider’s own statuses', async () => {
    const statuses = { phases: { 11: 'received', 12: 'declined' }, resumed: 11, cancelled: 12 } as const
    const { adapter } = await redmineWith([{ details: [toStatus(12)] }], {}, { statuses })
    assert.deepEqual(adapter.capabilities.phases, ['received', 'declined'])
    assert.equal((await adapter.get('1'))?.phase, 'declined')
  })

  it('is asked for by no address with a key in it, and not where a redirect leads', async () => {
    const { adapter, asked } = await redmineWith([])
    await adapter.get('1')
    assert.ok(asked.length > 0)
    for (const { url, redirect, headers } of asked) {
      assert.doesNotMatch(url, /key|%20of%20/)
      assert.equal(headers.get('x-redmine-api-key'), 'key of the customer')
      assert.equal(redirect, 'manual')
    }
    const login = await redmineWith([], {}, { fetch: async () => new Response(null, { status: 302 }) })
    await assert.rejects(login.adapter.get('1'), { code: 'unavailable' })
  })
})
