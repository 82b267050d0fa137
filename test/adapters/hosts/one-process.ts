// node --import=tsx test/adapters/hosts/one-process.ts <file> <system>: a bridge in a process of its own, with its keys in
// the file. Its ticket system is reached over HTTP. Prints its port.
import { createServer } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import { restAdapter } from '../../../src/index.js'
import { testAccount } from '../../../src/testing.js'
import { bridgeFor, PORTAL } from '../../support/wired.js'
import { keysIn } from './key-database.js'
import { lookingFirst } from './looking-first.js'

const [, , file = '', system = ''] = process.argv
const rest = restAdapter({
  endpoint: `${system}/api`,
  authorize(request) {
    request.headers.set('origin', PORTAL)
    return request
  },
})
await rest.context()
const made = async (key: string) => {
  await fetch(`${system}/made/${key}`, { method: 'POST' })
}
const answer = bridgeFor(lookingFirst(rest, made), testAccount.id, { keys: keysIn(file) })
const listener = getRequestListener(answer, { overrideGlobalObjects: false })
const server = createServer((incoming, outgoing) => void listener(incoming, outgoing))
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  process.stdout.write(typeof address === 'object' && address ? `${address.port}\n` : '')
})
