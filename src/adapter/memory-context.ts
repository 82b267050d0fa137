import type { Account, Capabilities, Context } from './adapter.js'

/**
 * For tests alone: a well-formed recipient whose private key was thrown away when it was made, so that nobody can ever
 * open what was sealed to it. A test that opens passes recipients of its own.
 */
export const testRecipient = {
  id: 'test-only',
  recipient: 'age1pcew3fcuafjupsvs5jgy46h9yvmu3t2xsyyxj2zf2haetlp38p6qtc64lt',
  label: 'Test key',
} as const

/** The owner of a small business, with one server of each kind. Addresses of RFC 5737 and RFC 3849. */
export const testAccount: Account = {
  id: 'C-20417',
  name: 'Anna Wiśniewska',
  email: 'anna@sklep.example',
  country: 'PL',
  kind: 'business',
  owner: true,
}

/** What the form is told where a test says nothing. */
export const testContext: Omit<Context, 'now'> = {
  account: testAccount,
  services: [
    {
      id: 'DS-48213',
      name: 'db1.sklep.example',
      addresses: ['192.0.2.41', '2001:db8:41::1'],
      serverType: 'dedicated',
      options: { ipKvm: true },
      operatingSystem: 'Debian 12',
      checks: { owner: 'ok', active: 'ok', rescue: 'ok' },
    },
    {
      id: 'VPS-1093',
      name: 'www.sklep.example',
      addresses: ['198.51.100.7'],
      serverType: 'vps',
      operatingSystem: 'Windows Server 2022',
    },
    { id: 'SRV-77', name: 'kopie', addresses: ['203.0.113.20'], serverType: 'unknown' },
  ],
  recipients: [testRecipient],
  sshKeys: [
    'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIET3P8RWUHBXzUBSedmRpiQtXaHBy9t6ZtL1WJXKxzDH support@test.invalid',
  ],
}

/** A system that can do all that is asked of one. */
export const testCapabilities: Capabilities = {
  phases: ['received', 'working', 'waiting', 'done', 'declined'],
  retries: { submit: 'safe', reply: 'safe' },
  locking: true,
  files: { maxBytes: 10_000_000, maxCount: 10 },
  sealed: { in: 'field', erasable: true },
  pollEveryMs: 1_000,
}
