import { signAuthorization } from '../authorization/digest.js'
import { sealCredentials } from '../credentials/seal.js'
import type { FiledAccess, Filing } from '../request/filing.js'
import { newRequestKey } from '../request/key.js'
import type { Context, InterventionAdapter } from './adapter.js'
import { holds } from './conformance-assert.js'

/** A request as the form would have made it, with its key. */
export interface Sample {
  readonly key: string
  readonly filing: Filing
}

/** Letters of two alphabets, an emoji, markup and a blank line: what systems lose first. */
const words = 'Zażółć gęślą jaźń 🖥️ <b>nie działa</b> & "sshd"\n\nPermission denied (publickey).'

/** A whole request for the customer whom the adapter knows, sealed and authorized. */
export async function sampleFor(adapter: InterventionAdapter, files: readonly File[] = []): Promise<Sample> {
  const context = await adapter.context()
  const key = newRequestKey()
  const service = context.services[0]
  const server = { kind: 'service-id', value: service?.id ?? 'SRV-1' } as const
  const tasks = [context.policy?.tasks[0]?.id ?? 'network-recovery']
  const authorization = await signAuthorization({
    v: 1,
    statement: { version: 'conformance-1', language: 'pl', text: 'Upoważniam.' },
    requestKey: key,
    provider: context.policy?.provider.name ?? 'provider',
    server,
    tasks,
    extras: [],
    methods: ['ssh-rdp'],
    window: 'until-done',
    reboot: true,
    mounting: true,
    duties: [{ id: 'backups', text: 'Mam kopie.' }],
    signer: {
      name: context.account.name,
      account: context.account.id,
      owner: context.account.owner === true ? 'known' : 'declared',
    },
    clientTime: context.now,
    serverTime: context.now,
  })
  return {
    key,
    filing: {
      v: 1,
      server,
      ...(service && { serviceId: service.id }),
      serverType: service?.serverType ?? 'unknown',
      tasks,
      extras: [],
      problem: words,
      action: 'Proszę naprawić.',
      access: await accessFor(adapter, context, key, server.value),
      authorization,
      language: 'pl',
      text: `Server: ${server.value}\n\n${words}`,
      ...(files.length > 0 && { files }),
    },
  }
}

async function accessFor(
  adapter: InterventionAdapter,
  { recipients, now }: Context,
  requestKey: string,
  server: string,
): Promise<FiledAccess> {
  if (!adapter.capabilities.sealed) return { kind: 'ssh-key', username: 'root' }
  const sealed = await sealCredentials(
    { username: 'root', password: newRequestKey(), secondFactor: false },
    recipients,
    { requestKey, server, time: now },
    { now },
  )
  holds(sealed.ok, `context().recipients: nothing can be sealed to them (${sealed.ok ? '' : sealed.error})`)
  return { kind: 'account', sealed: sealed.value }
}
