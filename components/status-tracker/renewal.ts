import type { LitElement } from 'lit'
import type { Words } from '../../locales/index.js'
import {
  type InterventionAdapter,
  type LoginAnswers,
  type NotSentReason,
  type SealedCredentials,
} from '../../src/index.js'
import { Sealing } from '../credential-field/sealing.controller.js'
import { announce } from '../shared/announcer.js'
import { reasonText } from '../shared/by-hand.js'
import { issueWords } from '../shared/field.js'
import { SecretFields } from '../shared/secret-fields.controller.js'
import { finderIn, SecretPlaces } from '../shared/secret-places.js'
import type { Acts } from './acts.controller.js'
import type { FocusLead } from './focus-lead.js'
import type { Renewed } from './text-guard.js'

/** What renewing login details needs to know of its element. */
export interface RenewalSurroundings {
  readonly words: () => Words
  readonly adapter: () => InterventionAdapter | undefined
  readonly acts: Acts
  readonly focus: FocusLead
  /** The request's own key, which the seal names too; empty where nobody told. */
  readonly requestKey: () => string | undefined
  readonly server: () => string
  readonly pinned: () => readonly string[] | undefined
}

/** New login details for a ticket: the same protected fields, sealed anew, and sent as sealed text alone. */
export class Renewal {
  isOpen = false
  /** Has the customer tried to send? From then on it is said what is missing. */
  isShowingIssues = false
  readonly secrets: SecretFields
  readonly sealing: Sealing

  readonly #host: LitElement
  readonly #surroundings: RenewalSurroundings
  #places = new SecretPlaces()

  constructor(host: LitElement, surroundings: RenewalSurroundings) {
    this.#host = host
    this.#surroundings = surroundings
    this.secrets = new SecretFields(host, {
      words: surroundings.words,
      username: () => this.sealing.answers.username,
      email: () => this.sealing.email,
      managed: () => false,
      onEdit: () => {
        this.edit({})
      },
    })
    this.sealing = new Sealing(this.secrets, {
      adapter: surroundings.adapter,
      server: surroundings.server,
      pinned: surroundings.pinned,
      requestKey: surroundings.requestKey,
      onState: () => {
        host.requestUpdate()
      },
      onEmail: () => undefined,
      onOtherAccount: () => {
        this.close()
      },
    })
  }

  /** Does the ticket system take sealed login details at all? */
  get isPossible(): boolean {
    return (this.#surroundings.adapter()?.capabilities.sealed ?? null) !== null
  }

  /** Shows the fields. */
  open(): void {
    this.isOpen = true
    this.sealing.prepare()
    this.#surroundings.focus.to('#username')
  }

  /** Leaves everything as it is. */
  leave(): void {
    this.close()
    this.#surroundings.focus.to('#open-renewal')
  }

  /** Hides the fields, and empties them. */
  close(): void {
    this.isOpen = false
    this.isShowingIssues = false
    this.secrets.reset()
    this.sealing.clear()
    this.#host.requestUpdate()
  }

  /** The same, and forgets where in the texts the secret stood: they are emptied with it. */
  clear(): void {
    this.close()
    this.#places = new SecretPlaces()
  }

  /** Takes an answer in the open. */
  edit(changes: Partial<LoginAnswers>): void {
    this.sealing.edit(changes)
    this.#surroundings.acts.edited('renew-credentials', 'reopen')
  }

  /** Where what stands in the fields, or stood there, is repeated in the text of this name. */
  repeatedIn(name: string, text: string): Renewed {
    return {
      places: this.#places.of(name, text, finderIn(this.secrets)),
      isTyped: this.isTypedIn(text),
    }
  }

  /** Does what stands in the fields now stand in this text too? */
  isTypedIn(text: string): boolean {
    return finderIn(this.secrets)?.find(text) !== undefined
  }

  /** The text of this name without the secret that stands in the fields, or stood there, where it repeats that. */
  withoutRepeated(name: string, text: string): string {
    return this.#places.masked(name, text, finderIn(this.secrets))
  }

  /** Is nothing missing? From now on it is said what is. */
  isComplete(): boolean {
    this.isShowingIssues = true
    this.#host.requestUpdate()
    return this.sealing.issues.length === 0
  }

  /** Seals what stands there, and empties the fields of the secret; nothing where something is missing or it can't be sealed. */
  async seal(): Promise<SealedCredentials | undefined> {
    if (!this.isComplete()) return undefined
    await this.sealing.seal()
    const { state } = this.sealing
    if (state.at === 'failed') this.#tellFailure(state.reason)
    if (state.at !== 'sealed') return undefined
    this.secrets.wipe()
    return state.sealed.sealed
  }

  /** Seals what stands there and sends it; what is missing is said instead. Answers whether the provider took it. */
  async send(): Promise<boolean> {
    if (!this.isComplete()) {
      const { words, focus } = this.#surroundings
      announce(this.sealing.issues.map(issue => issueWords(issue, words())).join(' '))
      focus.toWrong('.renewal')
      return false
    }
    const sealed = await this.seal()
    return sealed !== undefined && this.#surroundings.acts.do('renew-credentials', { sealed })
  }

  #tellFailure(reason: NotSentReason): void {
    const words = this.#surroundings.words()
    announce(`${words.say('credential.failed')} ${reasonText(reason, words)}`)
  }
}
