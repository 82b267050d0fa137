import { createHash, randomBytes } from 'node:crypto'
import { customers } from './customers.js'
import type { Customer } from './customers.js'
import type { Store } from './store.js'

const NAME = 'nordhost_session'
const SEVEN_DAYS = 7 * 86_400_000

/** Who is signed in at the demo's client area: a choice instead of a password, and otherwise a session as it should be. */
export interface Sessions {
  /** The customer of a request, if it carries a session that holds. */
  customerOf(request: Request): Customer | undefined
  /** Signs in as one of the demo's customers; answers the cookie to set. */
  start(person: string): string | undefined
  /** Ends the request's session; answers the cookie that forgets it. */
  end(request: Request): string
}

/** Sessions that outlive a restart. The store keeps a digest of the token: who reads the file can't sign in with it. */
export function openSessions(store: Store): Sessions {
  return {
    customerOf(request) {
      const token = tokenOf(request)
      const signedIn = token && store.signedIn(digest(token), Date.now())
      return customers.find(customer => customer.person === signedIn)
    },
    start(person) {
      if (!customers.some(customer => customer.person === person)) return undefined
      const token = randomBytes(32).toString('base64url')
      store.signIn(digest(token), person, Date.now() + SEVEN_DAYS)
      return cookie(token, SEVEN_DAYS / 1_000)
    },
    end(request) {
      const token = tokenOf(request)
      if (token !== undefined) store.signOut(digest(token))
      return cookie('', 0)
    },
  }
}

function tokenOf(request: Request): string | undefined {
  const pairs = (request.headers.get('cookie') ?? '').split('; ')
  return pairs.find(pair => pair.startsWith(`${NAME}=`))?.slice(NAME.length + 1)
}

function digest(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}

// Not `Secure`: the demo speaks plain HTTP, to this machine only.
function cookie(value: string, seconds: number): string {
  return `${NAME}=${value}; HttpOnly; SameSite=Lax; Path=/; Max-Age=${String(seconds)}`
}
