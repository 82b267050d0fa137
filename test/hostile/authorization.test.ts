import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { AdapterFault, signAuthorization } from '../../src/index.js'
import type { AuthorizationRecord, FileRef, Intervention, Message, QuoteOrder } from '../../src/index.js'
import { filingFor, newKey, sealedFor, signIn, withCookie } from '../server/customer.js'
import type { SignedIn } from '../server/customer.js'
import { dataFolder, startDemo } from '../server/demo-process.js'
import type { Demo } from '../server/demo-process.js'
import { bridgeRoutes, demoRoutes, intents } from './routes.js'

/** Who asks: the owner of the account whose ticket it is, her colleague, a customer of another company, a page that
 * nobody is signed in on, and an engineer's desk. In this order: what changes the ticket comes after what must not. */
const askers = ['nobody', 'other', 'engineer', 'colleague', 'owner'] as const
type Asker = (typeof askers)[number]

/** What comes of it, for each of them: `yes`, or the code or status of the refusal. */
type Row = Readonly<Record<Asker, string>>

/** For the owner and her company alone. */
const ours: Row = {
  ...{ owner: 'yes', colleague: 'yes', other: 'not-found' },
  ...{ nobody: 'unauthenticated', engineer: 'unauthenticated' },
}
/** For the owner alone. */
const hers: Row = { ...ours, colleague: 'forbidden' }
/** Everybody who is signed in has one of their own. */
const ofOnesOwn: Row = { ...ours, other: 'yes' }
/** The desk's own page alone. */
const desks: Row = { owner: '403', colleague: '403', other: '403', nobody: '403', engineer: 'yes' }

const secret = 'Tylko dla Anny'

describe('who may do what', () => {
  const data = dataFolder()
  const key = newKey()
  const table: [route: string, row: Row][] = []
  let demo: Demo
  let people: Readonly<Record<Asker, SignedIn>>
  let ticket: Intervention
  let ended: Intervention
  let file: FileRef
  let digest = ''

  const desk = (path: string, body?: unknown): Promise<Response> =>
    fetch(`${demo.url}/desk/api/${path}`, {
      ...(body !== undefined && { method: 'POST', body: JSON.stringify(body) }),
      headers: { 'x-nordhost-desk': '1', 'content-type': 'application/json' },
    })

  async function filed(changes = {}): Promise<Intervention> {
    const own = Object.keys(changes).length > 0 ? key : newKey()
    const filing = await filingFor('anna', own, { problem: secret, ...changes })
    return (await people.owner.adapter.submit(filing, { key: own })).intervention
  }

  before(async () => {
    demo = await startDemo(data.path)
    const asEngineer = (request: Request) => {
      const headers = new Headers(request.headers)
      headers.set('x-nordhost-desk', '1')
      return fetch(new Request(request, { headers }))
    }
    people = {
      nobody: withCookie(demo.url, ''),
      engineer: withCookie(demo.url, '', asEngineer),
      other: await signIn(demo.url, 'maria'),
      colleague: await signIn(demo.url, 'peter'),
      owner: await signIn(demo.url, 'anna'),
    }
    ticket = await filed({
      access: { kind: 'account', sealed: await sealedFor(people.owner.adapter, key, 'Zażółć') },
      files: [new File([secret], 'log.txt', { type: 'text/plain' })],
    })
    ended = await filed()
    const declined = { kind: 'stage', stage: 'declined', reason: 'No.' }
    assert.equal((await desk(`requests/${ended.id}/facts`, { version: 1, facts: [declined] })).status, 200)
    const offer = { version: 1, extra: 'malware-removal', quantity: '1', waits: false }
    assert.equal((await desk(`requests/${ticket.id}/offer`, offer)).status, 200)
    const { items } = await people.owner.adapter.entries(ticket.id)
    for (const { fact } of items) {
      if (fact.kind === 'message') file = fact.files[0] ?? file
      if (fact.kind === 'quote') digest = fact.digest
    }
    assert.ok(file && digest)
  })
  after(async () => {
    await demo.stop()
    data.remove()
    for (const [route, row] of table)
      console.log(route.padEnd(42), askers.map(who => `${who} ${row[who]}`.padEnd(26)).join(''))
  })

  /** Lets everybody try, and holds what came of it against the row. */
  async function tried(
    route: string,
    expected: Row,
    ask: (who: SignedIn, asker: Asker) => Promise<unknown>,
  ): Promise<void> {
    const found: Partial<Record<Asker, string>> = {}
    for (const who of askers) {
      let told = ''
      try {
        const answer = await ask(people[who], who)
        if (answer instanceof Response) {
          told = await answer.text()
          found[who] = answer.ok ? 'yes' : String(answer.status)
        } else {
          told = JSON.stringify(answer)
          found[who] = 'yes'
        }
      } catch (error) {
        assert.ok(error instanceof AdapterFault, String(error))
        found[who] = error.code
      }
      if (who === 'other' || who === 'nobody') {
        assert.ok(!told.includes(secret), `${route} tells ${who} what Anna wrote`)
        assert.ok(!told.includes(`"${ticket.number}"`), `${route} tells ${who} her ticket’s number`)
      }
    }
    table.push([route, { ...expected, ...found }])
    assert.deepEqual(found, expected, route)
  }

  const order: QuoteOrder = {
    lines: [{ extra: 'performance-tuning', quantity: '1', unitNet: { amount: '149.00', currency: 'EUR' } }],
    customer: { country: 'PL', kind: 'business' },
    date: new Date().toISOString().slice(0, 10),
  }

  /** Every way into the bridge. `POST 3 interventions replies` is tried by its intents. */
  const questions: Readonly<Record<string, () => Promise<void>>> = {
    'GET 1 context': () => tried('GET context', ofOnesOwn, who => who.adapter.context()),
    'GET 1 capabilities': () =>
      tried('GET capabilities', { ...ofOnesOwn, nobody: '401', engineer: '401' }, who =>
        who.ask('/api/capabilities'),
      ),
    'GET 1 interventions': async () => {
      await tried('GET interventions', ofOnesOwn, who => who.adapter.list({}))
      assert.deepEqual((await people.other.adapter.list({})).items, [])
      assert.ok((await people.colleague.adapter.list({})).items.some(({ id }) => id === ticket.id))
      await tried('GET interventions?key', ofOnesOwn, async who => (await who.adapter.find?.(key)) ?? null)
      assert.equal(await people.other.adapter.find?.(key), null)
    },
    'GET 2 interventions': () => tried('GET interventions/:id', ours, who => who.adapter.get(ticket.id)),
    'GET 3 interventions entries': () =>
      tried('GET interventions/:id/entries', ours, who => who.adapter.entries(ticket.id)),
    'GET 2 files': () => tried('GET files/:id', ours, who => who.adapter.open(file)),
    'GET 3 interventions events': () =>
      tried(
        'GET interventions/:id/events',
        { ...ours, other: '404', nobody: '401', engineer: '401' },
        async who => {
          const leaving = new AbortController()
          const { status } = await who.ask(`/api/interventions/${ticket.id}/events`, {
            signal: leaving.signal,
          })
          leaving.abort()
          return new Response(null, { status })
        },
      ),
    'POST 1 quotes': () => tried('POST quotes', ofOnesOwn, async who => who.adapter.quote?.(order)),
    'POST 1 vat-checks': () =>
      tried('POST vat-checks', ofOnesOwn, async who => who.adapter.checkVatId?.('PL5260001246')),
    'POST 1 interventions': () =>
      tried('POST interventions', { ...hers, other: 'yes' }, async (who, asker) => {
        const own = newKey()
        const person = asker === 'other' ? 'maria' : asker === 'colleague' ? 'peter' : 'anna'
        return who.adapter.submit(await filingFor(person, own), { key: own })
      }),
    'POST 3 interventions replies': async () => {
      assert.deepEqual([...intents()].sort(), Object.keys(replies).sort())
      for (const [intent, [expected, message, onEnded]] of Object.entries(replies)) {
        const { id } = onEnded === true ? ended : ticket
        await tried(`POST replies: ${intent}`, expected, async who =>
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
    const { items } = await people.owner.adapter.entries(of.id)
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
        ...(await consent(who, { methods: ['rescue'] }, ticket)),
      }),
    ],
    'renew-credentials': [
      ours,
      async () => ({
        intent: 'renew-credentials',
        sealed: await sealedFor(people.owner.adapter, key, 'Nowe'),
      }),
    ],
    // Once a colleague has agreed or declined there is nothing left to agree to.
    'approve-quote': [
      { ...ours, owner: 'forbidden' },
      async () => ({ intent: 'approve-quote', quoteDigest: digest }),
    ],
    'decline-quote': [
      { ...ours, colleague: 'forbidden', owner: 'forbidden' },
      async () => ({ intent: 'decline-quote', quoteDigest: digest }),
    ],
    'withdraw-access': [{ ...ours, owner: 'forbidden' }, async () => ({ intent: 'withdraw-access' })],
    'check-off': [
      { ...ours, colleague: 'forbidden', owner: 'forbidden' },
      async () => ({ intent: 'check-off', item: 'review-logs' }),
    ],
    cancel: [{ ...ours, owner: 'forbidden' }, async () => ({ intent: 'cancel' })],
    reopen: [
      hers,
      async who => ({ intent: 'reopen', text: 'Wróciło', ...(await consent(who, {}, ended)) }),
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
        `interventions/${ticket.id}`,
        `interventions/${ticket.id}/entries`,
        `files/${file.id}`,
      ])
        assert.equal((await people.owner.ask(`/another/api/${path}`)).status, 404)
    },
    'ALL /portal/*': async () => undefined,
    'GET /portal/session': async () => {
      await tried('GET /portal/session', { ...ofOnesOwn, nobody: 'yes', engineer: 'yes' }, who =>
        who.ask('/portal/session'),
      )
    },
    'POST /portal/session': async () => {
      const forged = await people.nobody.ask('/portal/session', posted({ as: 'root' })())
      assert.equal(forged.status, 422)
    },
    'ALL /desk/api/*': async () => undefined,
    'GET /desk/api/requests': () =>
      tried(
        'GET /desk/api/requests',
        desks,
        atDesk(() => 'requests'),
      ),
    'GET /desk/api/requests/:number': () =>
      tried(
        'GET /desk/api/requests/:number',
        desks,
        atDesk(() => `requests/${ticket.id}`),
      ),
    'POST /desk/api/requests/:number/opened': () =>
      tried(
        'POST /desk/api/requests/:number/opened',
        { ...desks, engineer: 'yes' },
        atDesk(() => `requests/${ticket.id}/opened`, posted({ role: 'on-call engineer' })),
      ),
    'POST /desk/api/requests/:number/facts': () =>
      tried('POST /desk/api/requests/:number/facts', { ...desks, engineer: '409' }, who =>
        atDesk(
          () => `requests/${ticket.id}/facts`,
          posted({ version: 999, facts: [{ kind: 'effort', effort: 'complex' }] }),
        )(who),
      ),
    'POST /desk/api/requests/:number/offer': () =>
      tried('POST /desk/api/requests/:number/offer', { ...desks, engineer: '409' }, who =>
        atDesk(
          () => `requests/${ticket.id}/offer`,
          posted({ version: 999, extra: 'malware-removal', quantity: '1', waits: false }),
        )(who),
      ),
    'GET /desk/api/key': () =>
      tried(
        'GET /desk/api/key',
        desks,
        atDesk(() => 'key'),
      ),
    'GET /desk/api/files/:id': () =>
      tried(
        'GET /desk/api/files/:id',
        desks,
        atDesk(() => `files/${file.id}`),
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
          (await people[who].ask(path, { redirect: 'manual' })).text(),
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
