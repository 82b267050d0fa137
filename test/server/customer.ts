import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { AdapterFault, restAdapter, sealCredentials, signAuthorization } from '../../src/index.js'
import { nordhost } from '../../demo/policy.js'
import type {
  AuthorizationRecord,
  FiledAccess,
  Filing,
  InterventionAdapter,
  SealedCredentials,
} from '../../src/index.js'

const accounts = {
  anna: 'anna@kowalska.example',
  peter: 'peter@kowalska.example',
  maria: 'maria@viajes.example',
} as const

/** One of the demo's customers. */
export type Person = keyof typeof accounts

/** A customer who is signed in: the adapter a browser would use, and the raw way for what no browser does. */
export interface SignedIn {
  readonly adapter: InterventionAdapter
  ask(path: string, init?: RequestInit): Promise<Response>
}

type Send = (request: Request) => Promise<Response>

/** Signs in at the portal; whatever is asked afterwards goes by `send`. */
export async function signIn(url: string, person: Person, send: Send = fetch): Promise<SignedIn> {
  const answer = await fetch(`${url}/portal/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ as: person }),
  })
  assert.equal(answer.status, 204)
  const cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? ''
  return withCookie(url, cookie, send)
}

/** Somebody with this cookie; with none, a stranger. */
export function withCookie(url: string, cookie: string, send: Send = fetch): SignedIn {
  const asOwnPage = (request: Request) => {
    const headers = new Headers(request.headers)
    headers.set('cookie', cookie)
    if (!headers.has('origin')) headers.set('origin', url)
    return new Request(request, { headers })
  }
  return {
    adapter: restAdapter({ endpoint: '/api', base: url, authorize: asOwnPage, fetch: send }),
    ask: (path, init) => send(asOwnPage(new Request(url + path, init))),
  }
}

/** A key as the form makes one. */
export function newKey(): string {
  return randomUUID()
}

/** A whole request by this person, with its authorization; `signed` is what that says otherwise. */
export async function filingFor(
  person: Person,
  key: string,
  changes: Partial<Filing> = {},
  signed: Partial<AuthorizationRecord> = {},
): Promise<Filing> {
  const server = { kind: 'ip', value: '203.0.113.24' } as const
  const { access = { kind: 'none', reason: 'Hasło zgubione' } } = changes
  return {
    v: 1,
    server,
    serverType: 'dedicated',
    tasks: ['password-reset'],
    extras: [],
    problem: 'Po aktualizacji nikt nie może się zalogować. Zażółć gęślą jaźń 🛠',
    action: 'Proszę ustawić nowe hasło.',
    access,
    authorization: await signAuthorization({ ...recordFor(person, key, access), ...signed }),
    language: 'pl',
    text: `SERVER 203.0.113.24\n\nPo aktualizacji nikt nie może się zalogować.\n`,
    ...changes,
  }
}

function recordFor(person: Person, key: string, access: FiledAccess): AuthorizationRecord {
  const now = Date.now()
  return {
    v: 1,
    statement: { version: '1', language: 'pl', text: 'Upoważniam Nordhost do prac w systemie operacyjnym.' },
    requestKey: key,
    provider: 'Nordhost',
    server: { kind: 'ip', value: '203.0.113.24' },
    tasks: ['password-reset'],
    extras: [],
    methods: ['rescue', 'ip-kvm'],
    window: 'until-done',
    reboot: true,
    mounting: true,
    ...(access.kind === 'none' && { withoutCredentials: { console: true, reboot: true, mounting: true } }),
    duties: nordhost.duties.map(({ id }) => ({ id, text: `Potwierdzam: ${id}.` })),
    signer: {
      name: 'Anna Kowalska',
      account: accounts[person],
      owner: person === 'maria' ? 'declared' : 'known',
    },
    clientTime: now - 500,
    serverTime: now,
  }
}

/** Login details sealed to the demo's own keys. */
export async function sealedFor(
  adapter: InterventionAdapter,
  key: string,
  password: string,
): Promise<SealedCredentials> {
  const { account, recipients, now } = await adapter.context()
  const binding = { requestKey: key, account: account.id, server: '203.0.113.24', time: now }
  const sealed = await sealCredentials(
    { username: 'root', password, secondFactor: false },
    recipients,
    binding,
    { now },
  )
  assert.ok(sealed.ok)
  return sealed.value
}

/** What a call was refused with. */
export async function faultFrom(call: Promise<unknown>): Promise<AdapterFault> {
  const error: unknown = await call.then(
    () => undefined,
    (reason: unknown) => reason,
  )
  return error instanceof AdapterFault ? error : assert.fail('not refused')
}
