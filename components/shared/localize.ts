import type { ReactiveController, ReactiveControllerHost } from 'lit'
import { languageFor, wordsFor, type MessagesOverride, type Words } from '../../locales/index.js'
import { liveRegion } from './announcer.js'

/** An element that speaks: its own `locale`, or the language of the place where it stands. */
interface SpeakingHost extends ReactiveControllerHost, HTMLElement {
  locale: string
  messages: MessagesOverride | undefined
}

/** The words of an element in its language, up to date when the page's `lang` changes; and the place for those to the ear. */
export class Localize implements ReactiveController {
  readonly #host: SpeakingHost
  #watch: MutationObserver | undefined

  constructor(host: SpeakingHost) {
    this.#host = host
    host.addController(this)
    host.addController(liveRegion)
  }

  /** The words, in the language that holds now. */
  get words(): Words {
    const { locale, messages } = this.#host
    return wordsFor(languageFor(locale || nearestLang(this.#host)), messages)
  }

  hostConnected(): void {
    this.#watch = new MutationObserver(() => {
      this.#host.requestUpdate()
    })
    // A change inside a shadow root is seen by nobody outside it: each one on the way up is watched.
    for (let root: Node | undefined = this.#host.getRootNode(); root;) {
      this.#watch.observe(root, { subtree: true, attributeFilter: ['lang'] })
      root = root instanceof ShadowRoot ? root.host.getRootNode() : undefined
    }
  }

  hostDisconnected(): void {
    this.#watch?.disconnect()
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
