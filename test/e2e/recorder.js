// Loaded before the demo's server: writes down everything that a browser sends it, headers and bodies, byte for byte.
// The browser itself can't be asked: it doesn't tell what stands in a part of a form.
import { appendFileSync } from 'node:fs'
import { IncomingMessage } from 'node:http'

const { OS_TEST_RECORD: file } = process.env
const { push } = IncomingMessage.prototype
const begun = new WeakSet()

IncomingMessage.prototype.push = function (chunk, encoding) {
  if (!begun.has(this)) {
    begun.add(this)
    appendFileSync(file, `\n${this.method} ${this.url}\n${this.rawHeaders.join('\n')}\n`)
  }
  if (chunk !== null) appendFileSync(file, chunk)
  return push.call(this, chunk, encoding)
}
