import assert from 'node:assert/strict'
import { AdapterFault } from '../../src/index.js'
import type { FileRef, Intervention } from '../../src/index.js'
import { filingFor, newKey, sealedFor, signIn, withCookie } from '../server/customer.js'
import type { SignedIn } from '../server/customer.js'
import { dataFolder, startDemo } from '../server/demo-process.js'

/** Who asks: the owner of the account whose ticket it is, her colleague, a customer of another company, a page that
 * nobody is signed in on, and an engineer's desk. In this order: what changes the ticket comes after what must not. */
const askers = ['nobody', 'other', 'engineer', 'colleague', 'owner'] as const
type Asker = (typeof askers)[number]

/** What comes of it, for each of them: `yes`, or the code or status of the refusal. */
export type Row = Readonly<Record<Asker, string>>

/** For the owner and her company alone. */
export const ours: Row = {
  ...{ owner: 'yes', colleague: 'yes', other: 'not-found' },
  ...{ nobody: 'unauthenticated', engineer: 'unauthenticated' },
}
/** For the owner alone. */
export const hers: Row = { ...ours, colleague: 'forbidden' }
/** Everybody who is signed in has one of their own. */
export const ofOnesOwn: Row = { ...ours, other: 'yes' }
/** The desk's own page alone. */
export const desks: Row = { owner: '403', colleague: '403', other: '403', nobody: '403', engineer: 'yes' }

const secret = 'Tylko dla Anny'

/** A backend with a request of Anna's that has everything, and one that is over. */
export interface Scene {
  readonly people: Readonly<Record<Asker, SignedIn>>
  /** The key that the request was filed under. */
  readonly key: string
  readonly ticket: Intervention
  readonly ended: Intervention
  readonly file: FileRef
  /** The digest of the quote that she is offered. */
  readonly digest: string
  /** Lets everybody try, and holds what came of it against the row. */
  tried(route: string, expected: Row, ask: (who: SignedIn, asker: Asker) => Promise<unknown>): Promise<void>
  /** Prints what came of it all. */
  close(): Promise<void>
}

/** Starts the reference backend, and files what is asked for. */
export async function openScene(): Promise<Scene> {
  const data = dataFolder()
  const key = newKey()
  const table: [route: string, row: Row][] = []
  const demo = await startDemo(data.path)
  const asEngineer = (request: Request) => {
    const headers = new Headers(request.headers)
    headers.set('x-nordhost-desk', '1')
    return fetch(new Request(request, { headers }))
  }
  const people = {
    nobody: withCookie(demo.url, ''),
    engineer: withCookie(demo.url, '', asEngineer),
    other: await signIn(demo.url, 'maria'),
    colleague: await signIn(demo.url, 'peter'),
    owner: await signIn(demo.url, 'anna'),
  }
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

  const ticket = await filed({
    access: { kind: 'account', sealed: await sealedFor(people.owner.adapter, key, 'Zażółć') },
    files: [new File([secret], 'log.txt', { type: 'text/plain' })],
  })
  const ended = await filed()
  const declined = { kind: 'stage', stage: 'declined', reason: 'No.' }
  assert.equal((await desk(`requests/${ended.id}/facts`, { version: 1, facts: [declined] })).status, 200)
  const offer = { version: 1, extra: 'malware-removal', quantity: '1', waits: false }
  assert.equal((await desk(`requests/${ticket.id}/offer`, offer)).status, 200)
  let file: FileRef | undefined
  let digest = ''
  const { items } = await people.owner.adapter.entries(ticket.id)
  for (const { fact } of items) {
    if (fact.kind === 'message') file = fact.files[0] ?? file
    if (fact.kind === 'quote') digest = fact.digest
  }
  assert.ok(file && digest)

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

  return {
    ...{ people, key, ticket, ended, file, digest, tried },
    async close() {
      await demo.stop()
      data.remove()
      for (const [route, row] of table)
        console.log(route.padEnd(42), askers.map(who => `${who} ${row[who]}`.padEnd(26)).join(''))
    },
  }
}
