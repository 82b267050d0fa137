import type { LitElement } from 'lit'
import type { Words } from '../../locales/index.js'
import { maskSecret, type FileLimits, type Message, type SecretSpan } from '../../src/index.js'
import type * as judges from '../intervention-form/judgement.js'
import { announce } from '../shared/announcer.js'
import { Attachments } from '../shared/attachments.controller.js'
import { unfoldWrong } from '../shared/fold.js'
import type { Acts } from './acts.controller.js'

/** Nobody waits longer for what reads the words; milliseconds. */
const longestWait = 2_000

/** What an answer needs to know of its element. */
export interface ReplySurroundings {
  readonly words: () => Words
  readonly acts: Acts
  /** What the ticket system takes; `null` while it takes none. */
  readonly limits: () => FileLimits | null
}

/** What the customer writes to the engineer: looked through for secrets before it goes, and kept until it has gone. */
export class Reply {
  text = ''
  /** What looks like a secret in it, once the customer wanted to send it. */
  suspected: SecretSpan | undefined
  /** Was there nothing to send? */
  isEmpty = false
  readonly attachments: Attachments

  readonly #host: LitElement
  readonly #surroundings: ReplySurroundings
  /** What the customer said is no secret: it isn't asked about again. */
  readonly #kept = new Set<string>()
  #isSending = false
  /** Was it tried to send, with a file that nothing was decided about? */
  #isHeldUp = false

  constructor(host: LitElement, surroundings: ReplySurroundings) {
    const { words, limits } = surroundings
    this.#host = host
    this.#surroundings = surroundings
    this.attachments = new Attachments(host, {
      ...{ words, limits },
      finder: async () => (await judgesOfWords())?.findSecrets,
    })
  }

  /** Does a file keep it from being sent, and was that told? */
  get hasSuspectFile(): boolean {
    return this.#isHeldUp && this.attachments.hasSuspect
  }

  /** Takes what is typed; drawn anew only where something was said about it. */
  type(text: string): void {
    this.text = text
    if (!this.suspected && !this.isEmpty) return
    this.suspected = undefined
    this.isEmpty = false
    this.#host.requestUpdate()
  }

  /** A mark stands where the secret stood. */
  mask(): void {
    if (this.suspected) this.text = maskSecret(this.text, this.suspected)
    this.suspected = undefined
    this.#host.requestUpdate()
  }

  /** The customer says that these words are no secret. */
  keep(): void {
    if (this.suspected) this.#kept.add(this.text.slice(this.suspected.start, this.suspected.end))
    this.suspected = undefined
    this.#host.requestUpdate()
  }

  /** Sends it, unless there is nothing to send or something looks like a secret; answers whether the provider took it. */
  async send(): Promise<boolean> {
    if (this.#isSending) return false
    this.#isSending = true
    try {
      await this.attachments.settle()
      const { text } = this
      const { files } = this.attachments
      this.isEmpty = text.trim() === '' && files.length === 0
      this.#isHeldUp = this.attachments.hasSuspect
      this.#host.requestUpdate()
      if (this.#isHeldUp) this.#tellOfFiles()
      if (this.isEmpty || this.#isHeldUp) return false
      this.suspected = await this.#firstSecret(text)
      this.#host.requestUpdate()
      if (this.suspected || text !== this.text || !isSame(files, this.attachments.files)) return false
      return await this.#surroundings.acts.do('reply', { text, ...(files.length > 0 && { files }) })
    } finally {
      this.#isSending = false
    }
  }

  /** It is on the ticket: what was written and chosen since stays. */
  sent({ text = '', files = [] }: Message): void {
    if (this.text === text) this.text = ''
    this.attachments.release(files)
    this.#host.requestUpdate()
  }

  /** Forgets everything. */
  clear(): void {
    this.text = ''
    this.suspected = undefined
    this.isEmpty = false
    this.#isHeldUp = false
    this.#kept.clear()
    this.attachments.clear()
  }

  /** What is asked about a file may be folded away. */
  #tellOfFiles(): void {
    announce(this.#surroundings.words().say('issue.file-suspect'))
    void this.#host.updateComplete.then(() => {
      unfoldWrong(this.#host.renderRoot)
    })
  }

  async #firstSecret(text: string): Promise<SecretSpan | undefined> {
    const found = (await judgesOfWords())?.findSecrets(text) ?? []
    return found.find(({ start, end }) => !this.#kept.has(text.slice(start, end)))
  }
}

/** What reads the words, loaded when there are some: that it can't be loaded stops nobody. */
async function judgesOfWords(): Promise<typeof judges | undefined> {
  try {
    return await Promise.race([
      import('../intervention-form/judgement.js'),
      new Promise<undefined>(resolve => setTimeout(resolve, longestWait)),
    ])
  } catch {
    return undefined
  }
}

function isSame(files: readonly File[], others: readonly File[]): boolean {
  return files.length === others.length && files.every((file, index) => file === others[index])
}
