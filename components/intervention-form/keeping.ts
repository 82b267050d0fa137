import type { Attempt, FlowAction } from '../../src/index.js'
import type {
  DraftShelf,
  KeptDraft,
  KeptScope,
  Outbox,
  PendingRequest,
  SentElsewhere,
} from '../../src/request/kept.js'
import { inTime, longestLoading } from '../shared/in-time.js'

/** What the page lets this device keep: what isn't `off`. */
export interface KeptSettings {
  readonly outbox: string
  readonly drafts: string
}

/** What an earlier visit has left. */
export interface Found {
  readonly pending: PendingRequest | undefined
  /** It was sent, and the customer hasn't been told. */
  readonly untold: SentElsewhere | undefined
  readonly draft: KeptDraft | undefined
}

/** Where it is kept; nowhere, where the page doesn't want that or the device can't. */
interface Kept {
  readonly outbox?: Outbox
  readonly drafts?: DraftShelf
}

/** How long a tab that does the same is waited for; milliseconds. */
const longestLock = 30_000

/** What has come of a request. */
interface Noted {
  readonly attempt: Attempt
  readonly action: FlowAction
  readonly isTold: boolean
  readonly isKnown: boolean
}

/** A request that was sent from another tab. */
export type OnSent = (sent: SentElsewhere) => void

/**
 * What this device keeps of drafts and of requests on their way, so that a page that goes takes none with it. Where it keeps nothing,
 * everything goes on without.
 */
export class Keeping {
  readonly #settings: KeptSettings
  readonly #onSent: OnSent
  #of: KeptScope | undefined
  #kept: Promise<Kept> = Promise.resolve({})
  #stop: (() => void) | undefined
  #noting: Promise<unknown> = Promise.resolve()

  constructor(settings: KeptSettings, onSent: OnSent) {
    this.#settings = settings
    this.#onSent = onSent
  }

  /** Where the draft of this account is kept. */
  get drafts(): Promise<DraftShelf | undefined> {
    return this.#kept.then(({ drafts }) => drafts)
  }

  /** Looks for what there was when the page was left; once for an account. */
  async open(scope: KeptScope): Promise<Found | undefined> {
    if (this.#of?.provider === scope.provider && this.#of.account === scope.account) return undefined
    this.close()
    this.#of = scope
    this.#kept = this.#load(scope)
    const { outbox, drafts } = await this.#kept
    const found = { pending: await outbox?.pending(), untold: await outbox?.untold() }
    const draft = await drafts?.read()
    // What was written after it had gone isn't in it: it waits for the next request.
    const isNewer = draft !== undefined && isAfter(draft, found)
    if (isNewer) await drafts?.setAside(draft)
    return this.#of === scope ? { ...found, draft: isNewer ? undefined : draft } : undefined
  }

  /** Another account, or nobody: what was kept stays for whom it is. */
  close(): void {
    this.#stop?.()
    this.#stop = undefined
    this.#of = undefined
    this.#kept = Promise.resolve({})
  }

  /** Forgets all of this account, the draft with this id too: at its log-out. */
  async clear(id: string | undefined): Promise<void> {
    const kept = this.#kept
    this.close()
    const { outbox, drafts } = await kept
    await Promise.all([outbox?.clear(), drafts?.discard({ id })])
  }

  /**
   * Does it when no other tab sends the same request. `isSafe`: two of it would be one ticket, so that a tab that hangs
   * doesn't stop this one, which finds out what became of what is `out` already. Otherwise nothing is sent as long as it
   * may have arrived from another tab.
   */
  async onceAtATime(
    attempt: Attempt,
    work: (out?: Attempt) => Promise<void>,
    tell: (action: FlowAction) => void,
    isSafe: boolean,
  ): Promise<void> {
    const kept = this.#kept
    const outbox = (await inTime(kept, longestLoading))?.outbox
    if (!outbox) return work()
    const { key } = attempt
    const unlessSent = async (): Promise<void> => {
      const already = await outbox.sentAs(key)
      const out = already ? undefined : await outbox.out(key)
      // Whose it was has logged out meanwhile: nothing of theirs comes back to the device.
      if (kept !== this.#kept) tell({ do: 'lose' })
      else if (already) tell({ do: 'discover', ...already })
      else if (out && !isSafe) tell({ do: 'lose', differs: !isSame(out, attempt) })
      else {
        // The tab that hangs may wake: what it is refused then says nothing of what is sent here in its name.
        if (out) await outbox.lose(out, true)
        // Where that can't be noted, at least nothing says after a reload that it wasn't sent.
        else if (!(await outbox.keep(attempt, 'sending'))) await outbox.forgetUnsent(key)
        await work(out)
      }
    }
    const inVain = async (): Promise<void> => {
      const out = await outbox.out(key)
      tell({ do: 'lose', differs: out !== undefined && !isSame(out, attempt) })
    }
    await this.#noting
    await outbox.onceAtATime(key, unlessSent, {
      patience: longestLock,
      onWait: () => tell({ do: 'yield' }),
      ...(isSafe ? {} : { inVain }),
    })
  }

  /** What was found is tried from here: the tab that sent it may be there still. */
  async lose(attempt: Attempt): Promise<void> {
    await (await this.#kept).outbox?.lose(attempt, true)
  }

  /** What is to be told of what came of a request some time ago, if that was told to nobody: another tab may have gone on. */
  async late({ key }: Attempt, action: FlowAction): Promise<FlowAction> {
    const { outbox } = await this.#kept
    const sent = await outbox?.sentAs(key)
    if (sent) return action.do === 'accept' ? action : { do: 'discover', ...sent }
    return action.do === 'fail' && (await outbox?.out(key)) ? { do: 'lose' } : action
  }

  /**
   * Keeps in step with what comes of a request, one after the other. `isTold`: the customer has seen it; `isKnown`: if it is
   * there, it is there in these words. Comes to what is to be told: where another tab has tried the same, "not sent" here
   * isn't all.
   */
  async note(attempt: Attempt, action: FlowAction, isTold = true, isKnown = true): Promise<FlowAction> {
    const kept = this.#kept
    const what = { attempt, action, isTold, isKnown }
    const noting = this.#noting.then(async () => this.#note(what, (await kept).outbox))
    // What fails holds up nothing that comes after.
    this.#noting = noting.catch(() => undefined)
    return noting
  }

  async #note({ attempt, action, isTold, isKnown }: Noted, outbox: Outbox | undefined): Promise<FlowAction> {
    if (!outbox) return action
    const { key, filing } = attempt
    if (action.do === 'accept') {
      const { number, id } = action.filed.intervention
      const { digest, record } = filing.authorization
      const ticket = { number, id, ...(isKnown && { signed: digest, since: record.clientTime }) }
      await outbox.sent(key, ticket, isTold)
      outbox.tellOthers(key, ticket)
    } else if (action.do === 'reject') await outbox.forget(key)
    else if (action.do === 'lose') await outbox.lose(attempt, false)
    else if (action.do === 'fail') return notSent(attempt, action, outbox)
    return action
  }

  /** All that was noted is kept. */
  get noted(): Promise<unknown> {
    return this.#noting
  }

  /** The customer knows that a request is among the tickets. */
  async settled(key: string): Promise<void> {
    await (await this.#kept).outbox?.settled(key)
  }

  /** The customer goes back to words that weren't sent: they are no longer to be sent as they were. */
  async forget(key: string): Promise<void> {
    const { outbox } = await this.#kept
    await this.#noting
    await outbox?.forgetUnsent(key)
  }

  async #load(scope: KeptScope): Promise<Kept> {
    const isOn = { outbox: this.#settings.outbox !== 'off', drafts: this.#settings.drafts !== 'off' }
    if (!isOn.outbox && !isOn.drafts) return {}
    try {
      const { deviceShelf, DraftShelf, Outbox, sweep } = await import('../../src/request/kept.js')
      const shelf = deviceShelf()
      void sweep(shelf, Date.now())
      const now = () => Date.now()
      return {
        ...(isOn.outbox ? { outbox: this.#listening(new Outbox(shelf, scope, now), scope) } : {}),
        ...(isOn.drafts ? { drafts: new DraftShelf(shelf, scope, now) } : {}),
      }
    } catch {
      // What can't be loaded keeps nothing.
      return {}
    }
  }

  #listening(outbox: Outbox, scope: KeptScope): Outbox {
    if (this.#of === scope)
      this.#stop = outbox.listen(sent => {
        this.#onSent(sent)
      })
    return outbox
  }
}

/** Who has looked through the tickets knows best; otherwise what another tab has made of it meanwhile counts. */
async function notSent(
  attempt: Attempt,
  action: Extract<FlowAction, { do: 'fail' }>,
  outbox: Outbox,
): Promise<FlowAction> {
  const { kind } = action.reason
  if (kind === 'missed') {
    await outbox.keep(attempt, 'not-sent')
    return action
  }
  const better = await outbox.fail(attempt, kind === 'cancelled')
  if (better === 'lost') return { do: 'lose' }
  return better ? { do: 'discover', ...better } : action
}

/** Would both be the same ticket, to the letter? What is sealed is never the same twice. */
export function isSame(one: Attempt, other: Attempt): boolean {
  return JSON.stringify(one.filing) === JSON.stringify(other.filing)
}

/** A draft is saved a moment after its last change; milliseconds. */
const longestSaving = 1_500

/** Was it written after the request of the same key was signed? */
function isAfter({ id, at }: KeptDraft, { pending, untold }: Omit<Found, 'draft'>): boolean {
  const signed = pending?.attempt.filing.authorization.record.clientTime ?? untold?.since ?? Infinity
  return id === (pending?.attempt.key ?? untold?.key) && at - signed > longestSaving
}
