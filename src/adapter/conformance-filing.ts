import { accessMethods } from '../access.js'
import { signAuthorization } from '../authorization/digest.js'
import { sealCredentials } from '../credentials/seal.js'
import type { ServerType, ServicePolicy } from '../policy/policy.js'
import type { FiledAccess, Filing } from '../request/filing.js'
import { newRequestKey } from '../request/key.js'
import type { ServerReference } from '../server-reference.js'
import type { Context, InterventionAdapter } from './adapter.js'
import { holds } from './conformance-assert.js'

/** A request as the form would have made it, with its key. */
export interface Sample {
  readonly key: string
  readonly filing: Filing
}

/** Letters of two alphabets, an emoji, markup and a blank line: what systems lose first. */
const words = 'Zażółć gęślą jaźń 🖥️ <b>nie działa</b> & "sshd"\n\nPermission denied (publickey).'

const action = 'Proszę naprawić.'

/** A whole request for the customer whom the adapter knows, sealed and authorized. */
export async function sampleFor(adapter: InterventionAdapter, files: readonly File[] = []): Promise<Sample> {
  const context = await adapter.context()
  const key = newRequestKey()
  const { policy } = context
  const service = context.services[0]
  const server: ServerReference = service
    ? { kind: 'service-id', value: service.id }
    : { kind: 'ip', value: '192.0.2.1' }
  const serverType = service?.serverType ?? 'unknown'
  const tasks = [policy?.tasks[0]?.id ?? 'network-recovery']
  const access = await accessFor(adapter, context, key, server.value)
  const authorization = await signAuthorization({
    v: 1,
    statement: { version: policy?.authorization.version ?? '1', language: 'pl', text: 'Upoważniam.' },
    requestKey: key,
    provider: policy?.provider.name ?? 'provider',
    server,
    tasks,
    extras: [],
    methods: policy ? [methodFor(serverType, policy)] : ['ssh-rdp'],
    window: policy?.authorization.defaultWindow ?? 'until-done',
    reboot: true,
    mounting: policy?.authorization.mounting ?? true,
    duties: (policy?.duties ?? [{ id: 'backups' }]).map(({ id }) => ({ id, text: `Potwierdzam: ${id}.` })),
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
      serverType,
      tasks,
      extras: [],
      problem: words,
      action,
      access,
      authorization,
      language: 'pl',
      text: `Server: ${server.value}\n\n${action}\n\n${words}`,
      ...(files.length > 0 && { files }),
    },
  }
}

function methodFor(serverType: ServerType, policy: ServicePolicy): string {
  const [first] = accessMethods(serverType, {}, { credentials: 'given' }, policy)
  holds(first !== undefined && first.offered !== 'no', 'context().policy: no method for the first server')
  return first.method.id
}

async function accessFor(
  adapter: InterventionAdapter,
  { account, recipients, now }: Context,
  requestKey: string,
  server: string,
): Promise<FiledAccess> {
  if (!adapter.capabilities.sealed) return { kind: 'ssh-key', username: 'root' }
  const sealed = await sealCredentials(
    { username: 'root', password: newRequestKey(), secondFactor: false },
    recipients,
    { requestKey, account: account.id, server, time: now },
    { now },
  )
  holds(sealed.ok, `context().recipients: nothing can be sealed to them (${sealed.ok ? '' : sealed.error})`)
  return { kind: 'account', sealed: sealed.value }
}
