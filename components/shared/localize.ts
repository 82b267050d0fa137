import type { ReactiveController, ReactiveControllerHost } from 'lit'
import {
  languageFor,
  languages,
  loadedWords,
  loadLanguage,
  silentWords,
  type Language,
  type MessagesOverride,
  type Words,
} from '../../locales/index.js'
import { liveRegion } from './announcer.js'
import { inTime } from './in-time.js'
import { warn } from './warn.js'

/** No drawing waits longer for a language, milliseconds: then it is done in the one that is there. */
const longestWait = 1_000

/** An element that speaks: its own `locale`, or the language of the place where it stands. */
interface SpeakingHost extends ReactiveControllerHost, HTMLElement {
  locale: string
  messages: MessagesOverride | undefined
}

/**
 * The words of an element in its language, up to date when the page's `lang` changes; and the place for those to the
 * ear. A language is loaded when an element is to speak it: until then it goes on in the one that it speaks.
 */
export class Localize implements ReactiveController {
  readonly #host: SpeakingHost
  #watch: MutationObserver | undefined
  #loading: { readonly language: Language; readonly drawn: Promise<void> } | undefined
  /** Not asked for again with every drawing. */
  readonly #failed = new Set<Language>()

  constructor(host: SpeakingHost) {
    this.#host = host
    host.addController(this)
    host.addController(liveRegion)
  }

  /** The words, in the language that holds now; while that is loaded, in one that is there. */
  get words(): Words {
    return this.#spoken ?? silentWords(this.#language)
  }

  /** Is there any language to speak? Without one nothing can be said, and the way by hand stays what is shown. */
  get canSpeak(): boolean {
    return this.#spoken !== undefined
  }

  /** Settles once the language that holds now is there, or nobody waits for it any longer; `undefined` if it is there. */
  get ready(): Promise<void> | undefined {
    const language = this.#language
    if (this.#failed.has(language) || loadedWords(language)) return undefined
    if (this.#loading?.language !== language) this.#loading = { language, drawn: this.#load(language) }
    return this.#loading.drawn
  }

  hostConnected(): void {
    this.#watch = new MutationObserver(() => {
      this.#askAgain()
    })
    // A change inside a shadow root is seen by nobody outside it: each one on the way up is watched.
    for (let root: Node | undefined = this.#host.getRootNode(); root;) {
      this.#watch.observe(root, { subtree: true, attributeFilter: ['lang'] })
      root = root instanceof ShadowRoot ? root.host.getRootNode() : undefined
    }
    addEventListener('online', this.#askAgain)
    // It comes while the element is still being set up.
    void this.ready
  }

  hostDisconnected(): void {
    this.#watch?.disconnect()
    removeEventListener('online', this.#askAgain)
  }

  get #language(): Language {
    return languageFor(this.#host.locale || nearestLang(this.#host))
  }

  get #spoken(): Words | undefined {
    const { messages } = this.#host
    for (const language of [this.#language, ...languages]) {
      const words = loadedWords(language, messages)
      if (words) return words
    }
    return undefined
  }

  readonly #askAgain = (): void => {
    this.#failed.clear()
    this.#host.requestUpdate()
  }

  #load(language: Language): Promise<void> {
    const loaded = this.#loadOrAny(language).then(() => {
      if (this.#loading?.language === language) this.#loading = undefined
      this.#host.requestUpdate()
    })
    return inTime(loaded, longestWait)
  }

  /** Where the language can't be loaded and no other is there, any is better than none. */
  async #loadOrAny(language: Language): Promise<void> {
    for (const one of [language, ...languages]) {
      try {
        await loadLanguage(one)
        return
      } catch {
        warn('no-language')
        this.#failed.add(one)
        if (this.#spoken) return
      }
    }
  }
}

/** The `lang` in force at an element, looked for through shadow roots as the platform inherits it. */
function nearestLang(element: HTMLElement): string | undefined {
  let from: Element | undefined = element
  while (from) {
    const named: Element | null = from.closest('[lang]')
    if (named) return named.getAttribute('lang') ?? undefined
    const root: Node = from.getRootNode()
    from = root instanceof ShadowRoot ? root.host : undefined
  }
  return undefined
}
