import type { LitElement } from 'lit'
import { fileLimits, type Action } from '../../src/index.js'
import { Acts, type ActSurroundings } from './acts.controller.js'
import type { FocusLead } from './focus-lead.js'
import { MadeAccount } from './made-account.js'
import { Narrowing } from './narrowing.js'
import { RaisedQuotes } from './raised-quotes.js'
import { Receipts } from './receipts.js'
import { Renewal, type RenewalSurroundings } from './renewal.js'
import { ReplyKeeping, type KeptSettings, type ReplyKeepingSurroundings } from './reply-keeping.js'
import { Reopening } from './reopening.js'
import { Reply } from './reply.js'
import type { Ticket } from './ticket.controller.js'

/** What the customer's doings need to know of their element. */
export interface DoingSurroundings
  extends
    Omit<ActSurroundings, 'keep'>,
    Pick<RenewalSurroundings, 'words' | 'pinned'>,
    Pick<ReplyKeepingSurroundings, 'scope'> {
  readonly ticket: () => Ticket | undefined
  readonly focus: FocusLead
}

/** Everything that the customer can do on a request, and what is begun of it. */
export class Doings {
  readonly acts: Acts
  readonly reply: Reply
  /** What this device keeps of it. */
  readonly keeping: ReplyKeeping
  readonly renewal: Renewal
  readonly narrowing: Narrowing
  readonly reopening: Reopening
  readonly quotes: RaisedQuotes
  readonly receipts: Receipts
  readonly madeAccount: MadeAccount

  constructor(host: LitElement & KeptSettings, surroundings: DoingSurroundings) {
    const { words, adapter, pinned, ticket, focus } = surroundings
    this.acts = new Acts(host, {
      ...surroundings,
      keep: reply => this.keeping.send(reply),
      onDone: (action, message) => {
        if (action === 'reply') {
          this.reply.sent(message)
          this.keeping.answer.sent()
        } else this.#end(action)
        surroundings.onDone(action, message)
      },
    })
    this.reply = new Reply(host, {
      ...{ words, focus, acts: this.acts, id: surroundings.id },
      renewal: () => this.renewal,
      limits: () => fileLimits(adapter()?.capabilities),
      onEdit: () => {
        this.keeping.touch()
      },
    })
    this.narrowing = new Narrowing(host, this.acts, focus)
    this.quotes = new RaisedQuotes(host)
    this.receipts = new Receipts(host)
    this.madeAccount = new MadeAccount(host)
    this.renewal = new Renewal(host, {
      ...{ words, adapter, pinned, focus, acts: this.acts },
      requestKey: () => ticket()?.standing.authorization?.record.requestKey,
      server: () => ticket()?.intervention.server.value ?? '',
    })
    this.reopening = new Reopening(host, {
      ...{ words, focus, acts: this.acts, renewal: this.renewal, id: surroundings.id },
      onEdit: () => {
        this.keeping.touch()
      },
    })
    this.keeping = new ReplyKeeping(host, {
      ...surroundings,
      ...{ acts: this.acts, reply: this.reply, reopening: this.reopening, renewal: this.renewal },
    })
  }

  /** All of it, for the parts that show it. */
  get shown(): Omit<Doings, 'clear' | 'logOut' | 'shown'> {
    const { acts, reply, keeping, renewal, narrowing, reopening, quotes, receipts, madeAccount } = this
    return { acts, reply, keeping, renewal, narrowing, reopening, quotes, receipts, madeAccount }
  }

  /** What was begun is done, at the first try or at a later one. */
  #end(action: Action): void {
    if (action === 'renew-credentials') this.renewal.close()
    if (action === 'narrow-authorization') this.narrowing.close()
    if (action === 'reopen') {
      this.reopening.clear()
      this.keeping.reason.sent()
      this.renewal.close()
    }
  }

  /** Forgets what was begun, on this device too. */
  logOut(): void {
    this.keeping.clear()
    this.clear()
  }

  /** Forgets what was begun; what was written stays on the device. */
  clear(): void {
    this.keeping.close()
    this.acts.clear()
    this.reply.clear()
    this.renewal.clear()
    this.narrowing.close()
    this.reopening.clear()
    this.receipts.clear()
    this.madeAccount.clear()
  }
}
