import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { signAuthorization } from '../../src/index.js'
import type { AuthorizationRecord, Intervention, Message, QuoteOrder } from '../../src/index.js'
import { filingFor, newKey, sealedFor } from '../server/customer.js'
import type { SignedIn } from '../server/customer.js'
import { desks, hers, ofOnesOwn, openScene, ours } from './authorization-scene.js'
import type { Row, Scene } from './authorization-scene.js'
import { bridgeRoutes, demoRoutes, intents } from './routes.js'

describe('who may do what', () => {
  let scene: Scene

  before(async () => {
    scene = await openScene()
  })
  after(() => scene.close())

  const order: QuoteOrder = {
    lines: [{ extra: 'performance-tuning', quantity: '1', unitNet: { amount: '149.00', currency: 'EUR' } }],
    customer: { country: 'PL', kind: 'business' },
    date: new Date().toISOString().slice(0, 10),
  }

  /** Every way into the bridge. `POST 3 interventions replies` is tried by its intents. */
  const questions: Readonly<Record<string, () => Promise<void>>> = {
    'GET 1 context': () => scene.tried('GET context', ofOnesOwn, who => who.adapter.context()),
    'GET 1 capabilities': () =>
      scene.tried('GET capabilities', { ...ofOnesOwn, nobody: '401', engineer: '401' }, who =>
        who.ask('/api/capabilities'),
      ),
    'GET 1 interventions': async () => {
      await scene.tried('GET interventions', ofOnesOwn, who => who.adapter.list({}))
      assert.deepEqual((await scene.people.other.adapter.list({})).items, [])
      assert.ok(
        (await scene.people.colleague.adapter.list({})).items.some(({ id }) => id === scene.ticket.id),
      )
      await scene.tried(
        'GET interventions?key',
        ofOnesOwn,
        async who => (await who.adapter.find?.(scene.key)) ?? null,
      )
      assert.equal(await scene.people.other.adapter.find?.(scene.key), null)
    },
    'GET 2 interventions': () =>
      scene.tried('GET interventions/:id', ours, who => who.adapter.get(scene.ticket.id)),
    'GET 3 interventions entries': () =>
      scene.tried('GET interventions/:id/entries', ours, who => who.adapter.entries(scene.ticket.id)),
    'GET 2 files': () => scene.tried('GET files/:id', ours, who => who.adapter.open(scene.file)),
    'GET 3 interventions events': () =>
      scene.tried(
        'GET interventions/:id/events',
        { ...ours, other: '404', nobody: '401', engineer: '401' },
        async who => {
          const leaving = new AbortController()
          const { status } = await who.ask(`/api/interventions/${scene.ticket.id}/events`, {
            signal: leaving.signal,
          })
          leaving.abort()
          return new Response(null, { status })
        },
      ),
    'POST 1 quotes': () => scene.tried('POST quotes', ofOnesOwn, async who => who.adapter.quote?.(order)),
    'POST 1 vat-checks': () =>
      scene.tried('POST vat-checks', ofOnesOwn, async who => who.adapter.checkVatId?.('PL5260001246')),
    'POST 1 interventions': () =>
      scene.tried('POST interventions', { ...hers, other: 'yes' }, async (who, asker) => {
        const own = newKey()
        const person = asker === 'other' ? 'maria' : asker === 'colleague' ? 'peter' : 'anna'
        return who.adapter.submit(await filingFor(person, own), { key: own })
      }),
    'POST 3 interventions replies': async () => {
      assert.deepEqual([...intents()].sort(), Object.keys(replies).sort())
      for (const [intent, [expected, message, onEnded]] of Object.entries(replies)) {
        const { id } = onEnded === true ? scene.ended : scene.ticket
        await scene.tried(`POST replies: ${intent}`, expected, async who =>
          who.adapter.reply(id, await message(who), { key: newKey() }),
        )
      }
    },
  }

  /** What she has authorized, once more, in the asker’s own name. */
  async function consent(
    who: SignedIn,
    changes: Partial<AuthorizationRecord>,
    of: Intervention,
  ): Promise<Message> {
    const account = await who.adapter.context().then(
      context => context.account.id,
      () => 'nobody',
    )
    const { items } = await scene.people.owner.adapter.entries(of.id)
    const fact = items.find(one => one.fact.kind === 'authorization')?.fact
    assert.ok(fact?.kind === 'authorization')
    return {
      authorization: await signAuthorization({
        ...fact.record.record,
        signer: { ...fact.record.record.signer, account },
        ...changes,
        serverTime: Date.now(),
      }),
    }
  }

  type Reply = readonly [row: Row, message: (who: SignedIn) => Promise<Message>, onEnded?: true]

  /** In their order: what ends the request comes last. Who was before the owner has taken nothing from her. */
  const replies: Readonly<Record<string, Reply>> = {
    reply: [ours, async () => ({ text: 'Dzień dobry' })],
    'narrow-authorization': [
      hers,
      async who => ({
        intent: 'narrow-authorization',
        ...(await consent(who, { methods: ['rescue'] }, scene.ticket)),
      }),
    ],
    'renew-credentials': [
      ours,
      async () => ({
        intent: 'renew-credentials',
        sealed: await sealedFor(scene.people.owner.adapter, scene.key, 'Nowe'),
      }),
    ],
    // Once a colleague has agreed or declined there is nothing left to agree to.
    'approve-quote': [
      { ...ours, owner: 'forbidden' },
      async () => ({ intent: 'approve-quote', quoteDigest: scene.digest }),
    ],
    'decline-quote': [
      { ...ours, colleague: 'forbidden', owner: 'forbidden' },
      async () => ({ intent: 'decline-quote', quoteDigest: scene.digest }),
    ],
    'withdraw-access': [{ ...ours, owner: 'forbidden' }, async () => ({ intent: 'withdraw-access' })],
    'check-off': [
      { ...ours, colleague: 'forbidden', owner: 'forbidden' },
      async () => ({ intent: 'check-off', item: 'review-logs' }),
    ],
    cancel: [{ ...ours, owner: 'forbidden' }, async () => ({ intent: 'cancel' })],
    reopen: [
      hers,
      async who => ({ intent: 'reopen', text: 'Wróciło', ...(await consent(who, {}, scene.ended)) }),
      true,
    ],
  }

  const atDesk = (path: () => string, init?: () => RequestInit) => (who: SignedIn) =>
    who.ask(`/desk/api/${path()}`, init?.())
  const posted = (body: unknown) => () => ({
    ...{ method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json' } },
  })

  /** What the demo's server has beside the bridge and its pages. */
  const others: Readonly<Record<string, () => Promise<void>>> = {
    'ALL /api/*': async () => undefined,
    // One customer, always signed in: there is nothing of Nordhost's behind it.
    'ALL /another/api/*': async () => {
      for (const path of [
        `interventions/${scene.ticket.id}`,
        `interventions/${scene.ticket.id}/entries`,
        `files/${scene.file.id}`,
      ])
        assert.equal((await scene.people.owner.ask(`/another/api/${path}`)).status, 404)
    },
    'ALL /portal/*': async () => undefined,
    'GET /portal/session': async () => {
      await scene.tried('GET /portal/session', { ...ofOnesOwn, nobody: 'yes', engineer: 'yes' }, who =>
        who.ask('/portal/session'),
      )
    },
    'POST /portal/session': async () => {
      const forged = await scene.people.nobody.ask('/portal/session', posted({ as: 'root' })())
      assert.equal(forged.status, 422)
    },
    'ALL /desk/api/*': async () => undefined,
    'GET /desk/api/requests': () =>
      scene.tried(
        'GET /desk/api/requests',
        desks,
        atDesk(() => 'requests'),
      ),
    'GET /desk/api/requests/:number': () =>
      scene.tried(
        'GET /desk/api/requests/:number',
        desks,
        atDesk(() => `requests/${scene.ticket.id}`),
      ),
    'POST /desk/api/requests/:number/opened': () =>
      scene.tried(
        'POST /desk/api/requests/:number/opened',
        { ...desks, engineer: 'yes' },
        atDesk(() => `requests/${scene.ticket.id}/opened`, posted({ role: 'on-call engineer' })),
      ),
    'POST /desk/api/requests/:number/facts': () =>
      scene.tried('POST /desk/api/requests/:number/facts', { ...desks, engineer: '409' }, who =>
        atDesk(
          () => `requests/${scene.ticket.id}/facts`,
          posted({ version: 999, facts: [{ kind: 'effort', effort: 'complex' }] }),
        )(who),
      ),
    'POST /desk/api/requests/:number/offer': () =>
      scene.tried('POST /desk/api/requests/:number/offer', { ...desks, engineer: '409' }, who =>
        atDesk(
          () => `requests/${scene.ticket.id}/offer`,
          posted({ version: 999, extra: 'malware-removal', quantity: '1', waits: false }),
        )(who),
      ),
    'GET /desk/api/key': () =>
      scene.tried(
        'GET /desk/api/key',
        desks,
        atDesk(() => 'key'),
      ),
    'GET /desk/api/files/:id': () =>
      scene.tried(
        'GET /desk/api/files/:id',
        desks,
        atDesk(() => `files/${scene.file.id}`),
      ),
  }

  it('of the demo’s own ways in: every one has its row', async () => {
    const routes = await demoRoutes()
    const pages = routes.filter(
      route => !(route in others) && /^GET (?!\/(?:api|desk\/api|portal\/session))/.test(route),
    )
    assert.deepEqual(
      routes.filter(route => !(route in others) && !pages.includes(route)),
      [],
      'ways in without a row',
    )
    for (const ask of Object.values(others)) await ask()
    // A page is the same for everybody: what is somebody's own comes by the bridge.
    for (const path of pages.map(route => route.slice('GET '.length)).filter(path => !path.includes('*'))) {
      const [one, other] = await Promise.all(
        (['owner', 'nobody'] as const).map(async who =>
          (await scene.people[who].ask(path, { redirect: 'manual' })).text(),
        ),
      )
      assert.equal(one, other, path)
    }
  })

  it('of the bridge’s: every one has its row', async () => {
    assert.deepEqual([...bridgeRoutes()].sort(), Object.keys(questions).sort())
    for (const ask of Object.values(questions)) await ask()
  })
})
