import { record, records, text, textOrNone } from '../record.js'

/** Somebody who can sign in to the demo. */
export interface Person {
  readonly id: string
  readonly name: string
  readonly owner: 'owner' | 'colleague' | 'unknown'
}

/** Who can sign in, and who is. */
export interface Session {
  readonly people: readonly Person[]
  readonly current: Person | undefined
}

/** Asks the portal's backend who is signed in. */
export async function session(): Promise<Session> {
  const response = await fetch('/portal/session', { cache: 'no-store' })
  if (!response.ok) throw new Error(`session: ${String(response.status)}`)
  const answer = record(await response.json())
  const people = records(answer['people']).map(one => ({
    id: text(one, 'id'),
    name: text(one, 'name'),
    owner: ownerOf(one['owner']),
  }))
  const current = textOrNone(answer, 'current')
  return { people, current: people.find(({ id }) => id === current) }
}

const ARRIVED = 'nordhost-arrived'

/** The next page knows that somebody has just come. */
async function signIn(id: string): Promise<void> {
  const response = await fetch('/portal/session', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ as: id }),
  })
  if (!response.ok) throw new Error(`session: ${String(response.status)}`)
  sessionStorage.setItem(ARRIVED, '1')
}

/** Has somebody just signed in, out or over? Told once. */
export function hasJustArrived(): boolean {
  const has = sessionStorage.getItem(ARRIVED) !== null
  sessionStorage.removeItem(ARRIVED)
  return has
}

/** Signs in as this person, or out with an empty id. A new person, a new page: nothing of the former one's stays in it. */
export async function enter(id: string): Promise<void> {
  await signIn(id)
  location.reload()
}

function ownerOf(value: unknown): Person['owner'] {
  if (value === true) return 'owner'
  return value === false ? 'colleague' : 'unknown'
}
