import type { LitElement } from 'lit'
import type { Words } from '../../locales/index.js'
import type { FileLimits, Message } from '../../src/index.js'
import { announce } from '../shared/announcer.js'
import { Attachments } from '../shared/attachments.controller.js'
import type { Acts } from './acts.controller.js'
import type { FocusLead } from './focus-lead.js'
import { fileFlawWords, flawWords, type FileFlaw } from './parts/suspicion.js'
import type { Renewal } from './renewal.js'
import { judgesOfWords, TextGuard } from './text-guard.js'

/** What an answer needs to know of its element. */
export interface ReplySurroundings {
  readonly words: () => Words
  readonly acts: Acts
  readonly renewal: () => Renewal
  readonly id: () => string
  readonly focus: FocusLead
  /** What the ticket system takes; `null` while it takes none. */
  readonly limits: () => FileLimits | null
  /** Something was typed. */
  readonly onEdit: () => void
}

/** What the customer writes to the engineer, with its files: kept until it has gone. */
export class Reply {
  readonly guard: TextGuard
  readonly attachments: Attachments

  readonly #host: LitElement
  readonly #surroundings: ReplySurroundings
  #isSending = false
  #tried: readonly File[] = []
  /** Was it tried to send, with a file that nothing was decided about? */
  #isHeldUp = false

  constructor(host: LitElement, surroundings: ReplySurroundings) {
    const { words, limits, acts, focus, renewal, onEdit } = surroundings
    this.#host = host
    this.#surroundings = surroundings
    this.guard = new TextGuard(host, {
      ...{ words, focus, key: 'reply' },
      renewedIn: text => renewal().repeatedIn(this.name, text),
      onEdit: () => {
        acts.edited('reply')
        onEdit()
      },
    })
    this.attachments = new Attachments(host, {
      ...{ words, limits },
      finder: async () => (await judgesOfWords())?.findSecrets,
    })
  }

  /** What of its files keeps it from being sent, once that was told. */
  get fileFlaw(): FileFlaw | undefined {
    return this.#isHeldUp ? this.#flawOfFiles() : undefined
  }

  /** Which text it is, among those in which new login details are looked for. */
  get name(): string {
    return `reply ${this.#surroundings.id()}`
  }

  /** Is nothing written, and no file chosen? */
  get isBlank(): boolean {
    return this.guard.text === '' && this.attachments.chosen.length === 0
  }

  /** Are the files still those that were tried to send last? */
  get hasSameFiles(): boolean {
    return isSame(this.#tried, this.attachments.files)
  }

  /** Sends it, unless there is nothing to send or something looks like a secret; answers whether the provider took it. */
  async send(): Promise<boolean> {
    if (this.#isSending) return false
    this.#isSending = true
    try {
      await this.attachments.settle()
      const { text } = this.guard
      const { files } = this.attachments
      this.guard.isWhole(files.length === 0)
      if (this.#hasFlaw()) return false
      if (!(await this.guard.isClean()) || !isSame(files, this.attachments.files)) return false
      // What stands in the fields of the secret may be another thing by now.
      if (this.#hasFlaw()) return false
      this.#tried = files
      return await this.#surroundings.acts.do('reply', { text, ...(files.length > 0 && { files }) })
    } finally {
      this.#isSending = false
    }
  }

  /** Puts back what was written, and the files that had gone with it. */
  async recall(text: string, files: readonly File[]): Promise<void> {
    await this.attachments.putBack(files)
    this.guard.text = text
    this.#tried = files
  }

  /** It is on the ticket: what was written and chosen since stays. */
  sent({ text = '', files = [] }: Message): void {
    if (this.guard.text === text) this.guard.text = ''
    this.attachments.release(files)
    this.#host.requestUpdate()
  }

  /** Forgets everything. */
  clear(): void {
    this.guard.clear()
    this.#isHeldUp = false
    this.attachments.clear()
  }

  #flawOfFiles(): FileFlaw | undefined {
    const { attachments } = this
    if (attachments.hasText(text => this.#surroundings.renewal().isTypedIn(text))) return 'renewed'
    return attachments.hasSuspect ? 'suspect' : undefined
  }

  /** Is there something to be put right? It is said once, with the focus on it. */
  #hasFlaw(): boolean {
    this.#isHeldUp = this.#flawOfFiles() !== undefined
    const words = this.#surroundings.words()
    const flaw =
      flawWords(words, this.guard, words.say('tracker.reply.empty')) ?? fileFlawWords(words, this.fileFlaw)
    if (flaw === undefined) return false
    announce(flaw)
    this.#surroundings.focus.toWrong('.reply')
    return true
  }
}

function isSame(files: readonly File[], others: readonly File[]): boolean {
  return files.length === others.length && files.every((file, index) => file === others[index])
}
