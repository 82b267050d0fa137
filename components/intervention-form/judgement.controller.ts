import type { ReactiveController, ReactiveControllerHost } from 'lit'
import type { Words } from '../../locales/index.js'
import { chosenServer, guardedTexts, type Draft, type Facts } from '../../src/index.js'
import { announce } from '../shared/announcer.js'
import { inTime } from '../shared/in-time.js'
import type * as judges from './judgement.js'
import { offered, type Spoken } from './offered.js'
import { SecretGuard } from './secret-guard.js'

/** A pause in typing after which the words are looked at; milliseconds. */
const pause = 400

/** Nobody waits longer for what reads the words; milliseconds. */
const longestWait = 2_000

const nothingSpoken: Spoken = { work: [], system: {} }

/** What the judgement is about, and how it speaks of it. */
export interface Judged {
  readonly draft: () => Draft | undefined
  readonly facts: () => Facts | undefined
  readonly words: () => Words
  /** Has one of the offers the focus? Then they stay as they are. */
  readonly isBusy: () => boolean
}

/**
 * Reads what the customer writes, whenever typing pauses: which work it speaks of, which system, and what in it looks
 * like a secret. It suggests, and never answers for anybody.
 */
export class Judgement implements ReactiveController {
  spoken: Spoken = nothingSpoken
  readonly guard = new SecretGuard()

  readonly #host: ReactiveControllerHost
  readonly #judged: Judged
  #judges: typeof judges | undefined
  #timer: ReturnType<typeof setTimeout> | undefined
  #isConnected = false
  #isUnread = false
  /** How many secrets were asked about when that was told last. */
  #asked = 0
  /** The server whose notices were told last. */
  #server: string | undefined

  constructor(host: ReactiveControllerHost, judged: Judged) {
    this.#host = host
    this.#judged = judged
    host.addController(this)
  }

  hostConnected(): void {
    this.#isConnected = true
    if (this.#isUnread) this.#wait()
  }

  hostDisconnected(): void {
    this.#isConnected = false
    clearTimeout(this.#timer)
  }

  /** Something was written: it is read once the writing pauses. */
  heed(): void {
    this.guard.leave()
    this.#isUnread = true
    this.#wait()
  }

  /** Loads what reads the words, where there are any that nobody could read yet; nothing to wait for otherwise. */
  settle(): Promise<unknown> | undefined {
    const draft = this.#judged.draft()
    if (this.#judges || !draft || guardedTexts.every(key => draft[key].trim() === '')) return undefined
    return this.#loadOrNot()
  }

  /** Loads what finds secrets in a text; `undefined` where it can't be loaded, or not soon enough to be waited for. */
  async finder(): Promise<SecretGuard['find']> {
    await this.#loadOrNot()
    return this.guard.find
  }

  /** Is there something about the server that was not told yet? Then it is told now, once. */
  tellsOfServer(): boolean {
    const sentence = this.#ofServer()
    if (sentence === '') return false
    announce(sentence)
    this.#host.requestUpdate()
    return true
  }

  /** Forgets everything: for a new start. */
  reset(): void {
    clearTimeout(this.#timer)
    this.#isUnread = false
    this.spoken = nothingSpoken
    this.#asked = 0
    this.#server = undefined
    this.guard.reset()
  }

  #wait(): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.#read(), pause)
  }

  #loadOrNot(): Promise<unknown> {
    return inTime(this.#load(), longestWait)
  }

  /** A failure is no misfortune: the form goes on without suggestions and without the guard. */
  async #load(): Promise<void> {
    try {
      this.#judges ??= await import('./judgement.js')
      this.guard.find = this.#judges.findSecrets
    } catch {
      // The browser remembers the failure as long as the page stands.
    }
  }

  async #read(): Promise<void> {
    if (this.#judged.isBusy()) {
      this.#wait()
      return
    }
    const draft = this.#judged.draft()
    if (draft && guardedTexts.some(key => draft[key].trim() !== '')) await this.#load()
    if (!this.#isConnected) return
    this.#isUnread = false
    const sentences = [this.#ofServer(), ...this.#ofWords()].filter(Boolean)
    if (sentences.length > 0) announce(sentences.join(' '))
    this.#host.requestUpdate()
  }

  /** Why no engineer can connect to the server that was typed; empty where nothing speaks against it, or it was told. */
  #ofServer(): string {
    const draft = this.#judged.draft()
    const facts = this.#judged.facts()
    if (!draft || !facts || draft.serverText === this.#server) return ''
    this.#server = draft.serverText
    const server = chosenServer(draft, facts.context, facts.policy)
    const codes = server.ok ? server.value.notices.filter(code => code.endsWith('-address')) : []
    return codes.map(code => this.#judged.words().say(`notice.${code}`)).join(' ')
  }

  /** What is new in the words, to be told to the ear: the eye sees it. */
  #ofWords(): readonly string[] {
    const draft = this.#judged.draft()
    const facts = this.#judged.facts()
    if (!this.#judges || !draft || !facts) return []
    const words = this.#judged.words()
    const text = [draft.problem, draft.action, draft.errors].join('\n\n')
    const known = new Set(offered(this.spoken, words, draft, facts).map(({ id }) => id))
    this.spoken = {
      work: this.#judges.suggestTasks(text, facts.policy).map(({ id }) => id),
      system: this.#judges.recognizeSystem(text),
    }
    const news = offered(this.spoken, words, draft, facts).filter(
      ({ id, isTaken }) => !isTaken && !known.has(id),
    )
    const before = this.#asked
    this.#asked = this.guard.undecided(draft)
    return [
      this.#asked > before ? words.say('guard.announced') : '',
      news.length > 0
        ? words.say('suggestion.announced', { list: words.list(news.map(({ title }) => title)) })
        : '',
    ]
  }
}
