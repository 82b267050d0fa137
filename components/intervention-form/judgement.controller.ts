import type { ReactiveController, ReactiveControllerHost } from 'lit'
import type { Words } from '../../locales/index.js'
import {
  guardedTexts,
  type Draft,
  type GuardedText,
  type NoticeCode,
  type RecognizedSystem,
  type SecretSpan,
  type ServicePolicy,
} from '../../src/index.js'
import { announce } from '../shared/announcer.js'
import { titlesOf } from './form-view.js'
import type * as judges from './judgement.js'

/** A pause in typing after which the words are looked at; milliseconds. */
const pause = 400

/** What was decided about something that looked like a secret. */
export type Decision = 'moved' | 'masked' | 'kept'

/** What the judgement is about, and how it speaks of it. */
export interface Judged {
  readonly draft: () => Draft | undefined
  readonly policy: () => ServicePolicy | undefined
  readonly words: () => Words
}

/**
 * Reads what the customer writes, whenever typing pauses: which work it speaks of, which system, and what in it looks
 * like a secret. It suggests, and never answers for anybody.
 */
export class Judgement implements ReactiveController {
  /** Ids of the tasks and extras that the words speak of, in the policy's order. */
  suggestions: readonly string[] = []
  /** The operating system and the kind of server, where the words name them. */
  system: RecognizedSystem = {}

  readonly #host: ReactiveControllerHost
  readonly #judged: Judged
  #judges: typeof judges | undefined
  #timer: ReturnType<typeof setTimeout> | undefined
  #decided: { readonly key: GuardedText; readonly decision: Decision } | undefined
  /** The server that was typed when its notices were drawn or told last. */
  #server: string | undefined
  /** What the customer said is no secret: it isn't asked about again. */
  readonly #kept = new Set<string>()
  readonly #looked = new Map<GuardedText, { readonly text: string; readonly found: readonly SecretSpan[] }>()

  constructor(host: ReactiveControllerHost, judged: Judged) {
    this.#host = host
    this.#judged = judged
    host.addController(this)
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer)
  }

  /** Something was written: it is read once the writing pauses. */
  heed(): void {
    this.#decided = undefined
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.#read(), pause)
  }

  /** What looks like a secret in this text, and wasn't decided yet; nothing as long as no reader is loaded. */
  undecidedIn(key: GuardedText, text: string): readonly SecretSpan[] {
    return this.#secretsIn(key, text).filter(({ start, end }) => !this.#kept.has(text.slice(start, end)))
  }

  /** What was decided last, as long as nothing has been written since. */
  decisionAt(key: GuardedText): Decision | undefined {
    return this.#decided?.key === key ? this.#decided.decision : undefined
  }

  /** The customer has decided about a secret in this text; `kept`: about these very words. */
  decide(key: GuardedText, decision: Decision, words?: string): void {
    this.#decided = { key, decision }
    if (words !== undefined) this.#kept.add(words)
    this.#host.requestUpdate()
  }

  /** Forgets everything: for a new start. */
  reset(): void {
    clearTimeout(this.#timer)
    this.suggestions = []
    this.system = {}
    this.#decided = undefined
    this.#server = undefined
    this.#kept.clear()
    this.#looked.clear()
  }

  /**
   * Is there something about the server that the customer had no time to see, since they went straight on? Then it is
   * shown and told now, once.
   */
  tellsOf(server: string, notices: readonly NoticeCode[]): boolean {
    const told = notices.filter(code => code.endsWith('-address'))
    if (told.length === 0 || this.#server === server) return false
    this.#server = server
    const words = this.#judged.words()
    announce(told.map(code => words.say(`notice.${code}`)).join(' '))
    this.#host.requestUpdate()
    return true
  }

  async #read(): Promise<void> {
    // What can be said of the server is drawn with it.
    this.#server = this.#judged.draft()?.serverText
    this.#host.requestUpdate()
    try {
      this.#judges ??= await import('./judgement.js')
    } catch {
      // Suggestions are a help, no need: the next words try again.
      return
    }
    const draft = this.#judged.draft()
    const policy = this.#judged.policy()
    if (!draft || !policy) return
    const text = [draft.problem, draft.action, draft.errors].join('\n\n')
    const spoken = new Set(this.#judges.suggestTasks(text, policy).map(({ id }) => id))
    const ids = [...policy.tasks, ...policy.extras].map(({ id }) => id)
    this.#tell(
      ids.filter(id => spoken.has(id)),
      draft,
      policy,
    )
    this.system = this.#judges.recognizeSystem(text)
    this.#host.requestUpdate()
  }

  /** Tells what is new to the ear; the eye sees it. */
  #tell(suggestions: readonly string[], draft: Draft, policy: ServicePolicy): void {
    const known = [...this.suggestions, ...draft.tasks, ...draft.extras]
    const news = suggestions.filter(id => !known.includes(id))
    this.suggestions = suggestions
    const words = this.#judged.words()
    const leaking = guardedTexts.some(key => this.undecidedIn(key, draft[key]).length > 0)
    if (leaking) announce(words.say('guard.announced'))
    else if (news.length > 0) {
      const titles = [
        ...titlesOf(words, 'task', policy.tasks, news),
        ...titlesOf(words, 'extra', policy.extras, news),
      ]
      announce(words.say('suggestion.announced', { list: words.list(titles) }))
    }
  }

  #secretsIn(key: GuardedText, text: string): readonly SecretSpan[] {
    if (!this.#judges || text === '') return []
    const looked = this.#looked.get(key)
    if (looked?.text === text) return looked.found
    const found = this.#judges.findSecrets(text)
    this.#looked.set(key, { text, found })
    return found
  }
}
