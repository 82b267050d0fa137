// node --import=tsx test/faults/one-write.ts <file> <write> <key> <deadly>: one write of a customer's on the store in this
// file, killed in front of the n-th statement that it makes, or of the first with this word in it; 0: of none. Prints how
// many it has made, once it has answered.
import Database from 'libsql'
import { nordhost } from '../../demo/policy.js'
import { customers } from '../../demo/server/customers.js'
import { storeAdapter } from '../../demo/server/store-adapter.js'
import { openStore } from '../../demo/server/store.js'
import { generateX25519Identity, identityToRecipient } from 'age-encryption'
import { filingFor, sealedFor } from '../server/customer.js'

const [, , path = '', write = '', key = '', deadly = '0'] = process.argv
const [anna] = customers
if (!anna) throw new Error('the demo has no customers')

const deadlyWord = /^\d+$/.test(deadly) ? '\0' : deadly
let isCounting = false
let statements = 0

/** Kills this process, as nobody can who is asked to stop, in front of the statement. */
function beforeEach(prototype: object, names: readonly string[]): void {
  for (const name of names) {
    const own: unknown = Reflect.get(prototype, name)
    if (typeof own !== 'function') throw new Error(`no ${name}`)
    Reflect.set(prototype, name, function (this: unknown, ...given: unknown[]): unknown {
      if (isCounting && (++statements === Number(deadly) || String(given[0]).includes(deadlyWord)))
        process.kill(process.pid, 'SIGKILL')
      return Reflect.apply(own, this, given)
    })
  }
}

const probe = new Database(':memory:')
beforeEach(Database.prototype, ['exec', 'pragma'])
beforeEach(Object.getPrototypeOf(probe.prepare('SELECT 1')), ['run', 'get', 'all'])
probe.close()

const recipient = {
  id: 'test',
  label: 'Test',
  recipient: await identityToRecipient(await generateX25519Identity()),
}
const adapter = storeAdapter(
  openStore(path),
  anna,
  { recipients: [recipient], sshKey: 'ssh-ed25519 AAAA test' },
  nordhost,
)
const files = [new File(['dmesg: zażółć'], 'dziennik.txt', { type: 'text/plain' })]

/** Each write, with all that can come with it; `prepare` is done before it counts. */
async function prepared(): Promise<() => Promise<unknown>> {
  if (write === 'filing') {
    const sealed = await sealedFor(adapter, key, 'Zażółć')
    const filing = await filingFor('anna', key, { access: { kind: 'account', sealed }, files })
    return () => adapter.submit(filing, { key })
  }
  const [ticket] = (await adapter.list({ limit: 1 })).items
  if (!ticket) throw new Error('no ticket to answer on')
  return write === 'withdrawal'
    ? () => adapter.reply(ticket.id, { intent: 'withdraw-access' }, { key })
    : () => adapter.reply(ticket.id, { text: 'Odpowiadam.', files }, { key })
}

const act = await prepared()
isCounting = true
await act()
isCounting = false
process.stdout.write(`${String(statements)}\n`)
