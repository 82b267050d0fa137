import type { LitElement } from 'lit'
import type { Words } from '../../locales/index.js'
import { hasHalfCharacter, longestText, maskedBy, maskSecret, type SecretSpan } from '../../src/index.js'
import type * as judges from '../intervention-form/judgement.js'
import { announce } from '../shared/announcer.js'
import { inTime } from '../shared/in-time.js'
import type { Place } from '../shared/secret-places.js'
import type { FocusLead } from './focus-lead.js'

/** Nobody waits longer for what reads the words; milliseconds. */
const longestWait = 2_000

/** What keeps a text from being sent, beside a secret in it. */
export type TextFlaw = 'missing' | 'too-long' | 'broken'

/** Which text it is, and whom it needs. */
export interface GuardSurroundings {
  readonly key: 'reply' | 'reopenReason'
  readonly words: () => Words
  readonly focus: FocusLead
  /** Where the new login details stand in it: by what stands in their fields, or stood there before they were emptied. */
  readonly renewedIn: (text: string) => Renewed
  /** What is typed is another text than the one before. */
  readonly onEdit: () => void
}

/** Where new login details stand in a text, in their order. */
export interface Renewed {
  readonly places: readonly Place[]
  /** Do they stand in their fields too? Then nobody can say that they are no secret. */
  readonly isTyped: boolean
}

/** What is a secret in a text, or looks like one. */
export type Suspected =
  | SecretSpan
  | { readonly kind: 'renewed'; readonly start: number; readonly end: number; readonly isTyped: boolean }

/** What the customer writes into a ticket: looked through for secrets before it goes, and kept until it has gone. */
export class TextGuard {
  text = ''
  /** What is a secret in it, or looks like one, once the customer wanted to send it. */
  suspected: Suspected | undefined
  flaw: TextFlaw | undefined
  readonly key: GuardSurroundings['key']

  readonly #host: LitElement
  readonly #surroundings: GuardSurroundings
  /** What the customer said is no secret: it isn't asked about again. */
  readonly #kept = new Set<string>()

  constructor(host: LitElement, surroundings: GuardSurroundings) {
    this.key = surroundings.key
    this.#host = host
    this.#surroundings = surroundings
  }

  /** Takes what is typed; drawn anew only where something was said about it. */
  type(text: string): void {
    this.text = text
    this.#surroundings.onEdit()
    if (!this.suspected && this.flaw === undefined) return
    this.suspected = undefined
    this.flaw = undefined
    this.#host.requestUpdate()
  }

  /** A mark stands where the secret stood. */
  mask(): void {
    const { suspected, text } = this
    if (suspected?.kind === 'renewed')
      this.text = this.#surroundings.renewedIn(text).places.reduceRight(maskSecret, text)
    else if (suspected) this.text = maskSecret(text, suspected)
    this.#decided('masked')
  }

  /** The customer says that these words are no secret. */
  keep(): void {
    if (this.suspected) this.#kept.add(this.text.slice(this.suspected.start, this.suspected.end))
    this.#decided('kept')
  }

  /** Can it be sent by its form? `isNeeded`: there has to be something. */
  isWhole(isNeeded: boolean): boolean {
    const { text } = this
    if (isNeeded && text.trim() === '') this.flaw = 'missing'
    else if (text.length > longestText) this.flaw = 'too-long'
    else this.flaw = hasHalfCharacter(text) ? 'broken' : undefined
    this.#host.requestUpdate()
    return this.flaw === undefined
  }

  /** Is there no secret in it, as far as one can tell, and is it still the same text? Else it is asked about. */
  async isClean(): Promise<boolean> {
    const { text } = this
    const found = await this.#firstSecret(text)
    // By what stands in the fields now: nothing is waited for after that.
    this.suspected = this.#renewedIn(text) ?? found
    this.#host.requestUpdate()
    if (!this.suspected) return text === this.text
    announce(this.#surroundings.words().say('guard.announced'))
    this.#surroundings.focus.to(`#${this.key}-guard`)
    return false
  }

  /** Texts with a mark for each secret in them that nothing was decided about; nothing where nobody can tell. */
  async masked(...texts: readonly string[]): Promise<readonly string[] | undefined> {
    if (texts.every(text => text.trim() === '')) return texts
    const kept = new Set(this.#kept)
    const find = (await judgesOfWords())?.findSecrets
    if (!find) return undefined
    return texts.map(text =>
      maskedBy(text, open => find(open).find(({ start, end }) => !kept.has(open.slice(start, end)))),
    )
  }

  /** Forgets everything. */
  clear(): void {
    this.text = ''
    this.suspected = undefined
    this.flaw = undefined
    this.#kept.clear()
  }

  #decided(how: 'masked' | 'kept'): void {
    this.suspected = undefined
    this.#surroundings.onEdit()
    announce(this.#surroundings.words().say(`guard.${how}`))
    this.#surroundings.focus.to(`#${this.key}`)
  }

  #renewedIn(text: string): Suspected | undefined {
    const { places, isTyped } = this.#surroundings.renewedIn(text)
    const place = places.find(({ start, end }) => isTyped || !this.#kept.has(text.slice(start, end)))
    return place && { kind: 'renewed', start: place.start, end: place.end, isTyped }
  }

  async #firstSecret(text: string): Promise<SecretSpan | undefined> {
    const found = (await judgesOfWords())?.findSecrets(text) ?? []
    return found.find(({ start, end }) => !this.#kept.has(text.slice(start, end)))
  }
}

/** What reads the words, loaded when there are some: that it can't be loaded stops nobody. */
export async function judgesOfWords(): Promise<typeof judges | undefined> {
  try {
    return await inTime(import('../intervention-form/judgement.js'), longestWait)
  } catch {
    return undefined
  }
}
