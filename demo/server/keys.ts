import { createHash, generateKeyPairSync } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { generateX25519Identity, identityToRecipient } from 'age-encryption'
import type { Recipient } from '../../src/index.js'

/** The demo provider's keys. The private halves lie in files that only the demo's own user can read. */
export interface Keys {
  /** Whom customers seal to. */
  readonly recipients: readonly Recipient[]
  /** The support team's public SSH key, one `authorized_keys` line. */
  readonly sshKey: string
  /** The on-call team's key file, as `age -d -i` takes it. Never the escrow's: that one stays in its safe. */
  readonly onCallFile: string
  readonly onCallIdentity: string
}

const IDENTITY = /^AGE-SECRET-KEY-1[0-9A-Z]+$/m

/** Reads a provider's keys, or makes them at the first start. */
export async function openKeys(data: string, provider: string): Promise<Keys> {
  const folder = join(data, 'keys')
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const onCallFile = join(folder, 'on-call.txt')
  const onCall = await identityIn(onCallFile)
  const escrow = await identityIn(join(folder, 'escrow.txt'))
  return {
    recipients: [
      await recipientOf(onCall, `${provider} on-call team`),
      await recipientOf(escrow, `${provider} escrow`),
    ],
    sshKey: sshKeyIn(join(folder, 'support-ssh.pem'), `support@${provider.toLowerCase()}.example`),
    onCallFile,
    onCallIdentity: onCall,
  }
}

async function recipientOf(identity: string, label: string): Promise<Recipient> {
  const recipient = await identityToRecipient(identity)
  return { id: createHash('sha256').update(recipient).digest('hex').slice(0, 12), recipient, label }
}

/** The identity in a key file as `age-keygen` writes one. */
async function identityIn(file: string): Promise<string> {
  if (!existsSync(file)) {
    const made = await generateX25519Identity()
    const lines = [
      `# created: ${new Date().toISOString()}`,
      `# public key: ${await identityToRecipient(made)}`,
      made,
    ]
    keep(file, `${lines.join('\n')}\n`)
  }
  const [identity] = IDENTITY.exec(readFileSync(file, 'utf8')) ?? []
  if (identity === undefined) throw new Error(`${file} holds no age identity`)
  return identity
}

/** The public half, in the one line that goes into `authorized_keys`. */
function sshKeyIn(file: string, owner: string): string {
  const publicFile = `${file}.pub`
  if (!existsSync(publicFile)) {
    const { privateKey, publicKey } = generateKeyPairSync('ed25519')
    keep(file, privateKey.export({ type: 'pkcs8', format: 'pem' }).toString())
    const raw = Buffer.from(publicKey.export({ format: 'jwk' }).x ?? '', 'base64url')
    const blob = Buffer.concat([sshString(Buffer.from('ssh-ed25519')), sshString(raw)])
    keep(publicFile, `ssh-ed25519 ${blob.toString('base64')} ${owner}\n`)
  }
  return readFileSync(publicFile, 'utf8').trim()
}

/** RFC 4251, section 5: the length in four bytes, then the bytes. */
function sshString(content: Buffer): Buffer {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(content.length)
  return Buffer.concat([length, content])
}

/** Whole or not at all: a start that is killed half-way leaves no half key behind. */
function keep(file: string, content: string): void {
  const half = `${file}.${String(process.pid)}`
  writeFileSync(half, content, { mode: 0o600 })
  renameSync(half, file)
}
