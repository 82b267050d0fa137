import type { LitElement } from 'lit'
import type { Words } from '../../locales/index.js'
import type { InterventionAdapter, LoginAnswers } from '../../src/index.js'
import { Sealing } from '../credential-field/sealing.controller.js'
import { SecretFields } from '../shared/secret-fields.controller.js'
import type { Acts } from './acts.controller.js'

/** What renewing login details needs to know of its element. */
export interface RenewalSurroundings {
  readonly words: () => Words
  readonly adapter: () => InterventionAdapter | undefined
  readonly acts: Acts
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
  readonly #acts: Acts

  constructor(host: LitElement, surroundings: RenewalSurroundings) {
    this.#host = host
    this.#acts = surroundings.acts
    this.secrets = new SecretFields(host, {
      words: surroundings.words,
      username: () => this.sealing.answers.username,
      email: () => this.sealing.email,
      managed: () => false,
      onEdit: () => {
        this.sealing.edit()
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

  /** Shows the fields. */
  open(): void {
    this.isOpen = true
    this.sealing.prepare()
    this.#host.requestUpdate()
  }

  /** Hides the fields, and empties them. */
  close(): void {
    this.isOpen = false
    this.isShowingIssues = false
    this.secrets.reset()
    this.sealing.clear()
    this.#host.requestUpdate()
  }

  /** Takes an answer in the open. */
  edit(changes: Partial<LoginAnswers>): void {
    this.sealing.edit(changes)
  }

  /** Seals what stands there and sends it; what is missing is said instead. Answers whether the provider took it. */
  async send(): Promise<boolean> {
    this.isShowingIssues = true
    this.#host.requestUpdate()
    if (this.sealing.issues.length > 0) return false
    await this.sealing.seal()
    const { state } = this.sealing
    if (state.at !== 'sealed') return false
    this.secrets.wipe()
    return this.#acts.do('renew-credentials', { sealed: state.sealed.sealed })
  }
}
