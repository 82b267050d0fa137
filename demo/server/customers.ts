import type { Account, Service } from '../../src/index.js'

/** A person who can sign in to the demo's client area. */
export interface Customer {
  /** What the demo's sign-in calls them. */
  readonly person: string
  /** A colleague has an account of their own: what one types is not shown to the other. */
  readonly account: Account
  /** The company whose tickets these are: colleagues see one another's, strangers never. */
  readonly company: string
  readonly services: readonly Service[]
}

// The addresses are those set aside for documentation (RFC 5737, RFC 3849): nobody's server.
const kowalska: readonly Service[] = [
  {
    id: 'NH-20418',
    name: 'web-gdansk-1',
    addresses: ['203.0.113.24', '2001:db8:40::24'],
    serverType: 'dedicated',
    options: { ipKvm: true },
    operatingSystem: 'Debian 12',
    checks: { owner: 'ok', active: 'ok', rescue: 'ok' },
  },
  {
    id: 'NH-31077',
    name: 'sklep-vps',
    addresses: ['198.51.100.71'],
    serverType: 'vps',
    operatingSystem: 'Ubuntu 24.04',
    checks: { owner: 'ok', active: 'ok', rescue: 'ok' },
  },
  {
    id: 'NH-20533',
    name: 'biuro-rds',
    addresses: ['203.0.113.87'],
    serverType: 'dedicated',
    options: { ipKvm: false },
    operatingSystem: 'Windows Server 2022',
    checks: { owner: 'ok', active: 'ok', rescue: 'unknown' },
  },
  { id: 'NH-10092', name: 'stary-serwer', addresses: ['198.51.100.140'], serverType: 'unknown' },
]

const viajes: readonly Service[] = [
  {
    id: 'NH-20761',
    name: 'reservas',
    addresses: ['203.0.113.162', '2001:db8:40::162'],
    serverType: 'dedicated',
    options: { ipKvm: true },
    operatingSystem: 'AlmaLinux 9',
    checks: { owner: 'ok', active: 'ok', rescue: 'ok' },
  },
  {
    id: 'NH-31544',
    name: 'blog-vps',
    addresses: ['198.51.100.209'],
    serverType: 'vps',
    operatingSystem: 'Debian 12',
    checks: { owner: 'ok', active: 'ok', rescue: 'ok' },
  },
  { id: 'NH-31602', name: 'pruebas', addresses: ['198.51.100.214'], serverType: 'vps' },
]

/** Who can sign in: an owner, her colleague who is not, and somebody of whom the client area can't tell. */
export const customers: readonly Customer[] = [
  {
    person: 'anna',
    account: {
      id: 'anna@kowalska.example',
      name: 'Anna Kowalska',
      email: 'anna@kowalska.example',
      country: 'PL',
      kind: 'business',
      owner: true,
    },
    company: 'kowalska',
    services: kowalska,
  },
  {
    person: 'peter',
    account: {
      id: 'peter@kowalska.example',
      name: 'Peter Brandt',
      email: 'peter@kowalska.example',
      country: 'PL',
      kind: 'business',
      owner: false,
    },
    company: 'kowalska',
    services: kowalska,
  },
  {
    person: 'maria',
    account: {
      id: 'maria@viajes.example',
      name: 'Maria Lopez',
      email: 'maria@viajes.example',
      country: 'ES',
      kind: 'consumer',
      owner: 'unknown',
    },
    company: 'viajes',
    services: viajes,
  },
]
