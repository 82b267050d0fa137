import type { LitElement } from 'lit'
import type { Words } from '../../locales/index.js'
import type { FileLimits, Message } from '../../src/index.js'
import { announce } from '../shared/announcer.js'
import { Attachments } from '../shared/attachments.controller.js'
import type { Acts } from './acts.controller.js'
import type { FocusLead } from './focus-lead.js'
import { flawWords } from './parts/suspicion.js'
import { judgesOfWords, TextGuard } from './text-guard.js'

/** What an answer needs to know of its element. */
export interface ReplySurroundings {
  readonly words: () => Words
  readonly acts: Acts
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
    const { words, limits, acts, focus, onEdit } = surroundings
    this.#host = host
    this.#surroundings = surroundings
    this.guard = new TextGuard(host, {
      ...{ words, focus, key: 'reply' },
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

  /** Does a file keep it from being sent, and was that told? */
  get hasSuspectFile(): boolean {
    return this.#isHeldUp && this.attachments.hasSuspect
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
      this.#isHeldUp = this.attachments.hasSuspect
      const isWhole = this.guard.isWhole(files.length === 0)
      if (!isWhole || this.#isHeldUp) {
        this.#tell()
        return false
      }
      if (!(await this.guard.isClean()) || !isSame(files, this.attachments.files)) return false
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

  /** What is to be put right: said once, with the focus on it. */
  #tell(): void {
    const words = this.#surroundings.words()
    const flaw = flawWords(words, this.guard, words.say('tracker.reply.empty'))
    announce(flaw ?? words.say('issue.file-suspect'))
    this.#surroundings.focus.toWrong('.reply')
  }
}

function isSame(files: readonly File[], others: readonly File[]): boolean {
  return files.length === others.length && files.every((file, index) => file === others[index])
}
