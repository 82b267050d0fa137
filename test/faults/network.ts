import { PORTAL } from '../support/wired.js'
import type { Backend } from './backend.js'
import type { Fault, FaultKind, Schedule } from './schedule.js'
import type { VirtualTime } from './virtual-time.js'

/** Longer than any page waits for an answer to a write: five minutes, in milliseconds. */
const longerThanAnyoneWaits = 310_000

const retryAfters = ['0', '3', '-1', '99999999999', 'soon', 'Wed, 21 Oct 2015 07:28:00 GMT']

/** What stands between customers' pages and the backend, and does to their requests what the schedule says. */
export class FaultyNetwork {
  /** What happened, and how often. */
  readonly happened = new Map<FaultKind, number>()
  /** Each request to file something, as it left its page: key and data. */
  readonly posted: string[] = []
  #faults: readonly Fault[]
  #late: Promise<unknown>[] = []
  readonly #schedule: Schedule
  readonly #backend: Backend
  readonly #time: VirtualTime

  constructor(schedule: Schedule, backend: Backend, time: VirtualTime) {
    this.#schedule = schedule
    this.#faults = schedule.faults
    this.#backend = backend
    this.#time = time
  }

  /** The `fetch` of a page; what is under way when the page goes is cut off. */
  fetchOf(page: AbortSignal): (request: Request) => Promise<Response> {
    return async request => {
      if (page.aborted) throw lost()
      const copy = await this.#time.working(() => asArrived(request))
      const isQuestionOfThePage = /\/(?:context|capabilities)$/.test(copy.url)
      if (copy.method === 'POST') await this.#time.working(() => this.#writeDown(copy.clone()))
      const [fault, ...rest] = isQuestionOfThePage ? [] : this.#faults
      if (!isQuestionOfThePage) this.#faults = rest
      if (!fault || fault.kind === 'none') return this.#arrive(copy)
      this.happened.set(fault.kind, (this.happened.get(fault.kind) ?? 0) + 1)
      return this.#carry(fault, fault.kind, copy, AbortSignal.any([request.signal, page]))
    }
  }

  /** From here on everything goes through. */
  heal(): void {
    this.#faults = []
  }

  /** Resolves when nothing is on its way any more. */
  async quiet(): Promise<void> {
    while (this.#late.length > 0) {
      const late = this.#late
      this.#late = []
      await Promise.all(late)
    }
  }

  async #carry(fault: Fault, kind: FaultKind, request: Request, gone: AbortSignal): Promise<Response> {
    switch (kind) {
      case 'drop-request':
        throw lost()
      case 'drop-answer':
        await this.#arrive(request)
        throw lost()
      case 'status-before':
        return page('<h1>Bad gateway</h1>', fault.status)
      case 'status-after':
        await this.#arrive(request)
        return page('<h1>Bad gateway</h1>', fault.status)
      case 'cut-request':
        await this.#arrive(await cutRequest(request, fault.share))
        throw lost()
      case 'cut-answer':
        return cutAnswer(await this.#arrive(request), fault.share)
      case 'timeout-before':
        return never(gone)
      case 'timeout-after':
        await this.#arrive(request)
        return never(gone)
      case 'late-request':
        this.#later(this.#time.pause(longerThanAnyoneWaits).then(() => this.#arrive(request)))
        return never(gone)
      case 'slow':
        return this.#slowly(fault.ms, request, gone)
      case 'html':
        return page('<h1>Welcome to the hotel</h1>', 200)
      case 'html-after':
        await this.#arrive(request)
        return page('<h1>Thank you</h1>', 200)
      case 'login-page':
        return page('<form><input type="password"></form>', 200)
      case 'signed-out':
        return page('<h1>Session expired</h1>', [401, 403, 419][Math.floor(fault.share * 3)] ?? 401)
      case 'rate-limited':
        return page('', 429, retryAfterOf(fault))
      case 'maintenance':
        return page('', 503, retryAfterOf(fault))
      case 'killed-before':
        this.#backend.kill()
        throw lost()
      case 'killed-during':
        return this.#killedWhile(request, fault.share)
      case 'killed-after':
        await this.#arrive(request)
        this.#backend.kill()
        throw lost()
    }
  }

  #arrive(request: Request): Promise<Response> {
    return this.#time.working(() => this.#backend.answer(request, this.#schedule.canFind))
  }

  async #slowly(ms: number, request: Request, gone: AbortSignal): Promise<Response> {
    const answer = this.#time
      .pause(ms / 2)
      .then(() => this.#arrive(request))
      .then(async response => {
        await this.#time.pause(ms / 2)
        return response
      })
    this.#later(answer)
    return Promise.race([answer, never(gone)])
  }

  /** Somewhere in between, wherever its promises have come to. */
  async #killedWhile(request: Request, share: number): Promise<never> {
    const answer = this.#arrive(request).catch(() => undefined)
    await this.#time.working(async () => {
      for (let turn = 0; turn < share * 12; turn += 1) await new Promise(resolve => setImmediate(resolve))
    })
    this.#backend.kill()
    await answer
    throw lost()
  }

  #later(work: Promise<unknown>): void {
    this.#late.push(work.catch(() => undefined))
  }

  async #writeDown(request: Request): Promise<void> {
    const form = await request.formData()
    const parts = form.getAll('json').concat(form.getAll('file'))
    const texts = await Promise.all(parts.map(async part => (typeof part === 'string' ? part : part.text())))
    this.posted.push(JSON.stringify([request.headers.get('idempotency-key'), ...texts]))
  }
}

/** The request as a server gets it: with the `Origin` that the browser adds, and bound to no page any more. */
async function asArrived(request: Request): Promise<Request> {
  const headers = new Headers(request.headers)
  headers.set('origin', PORTAL)
  const { url, method } = request
  return new Request(url, {
    method,
    headers,
    ...(method === 'POST' && { body: await request.arrayBuffer() }),
  })
}

function lost(): TypeError {
  return new TypeError('fetch failed')
}

function never(gone: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    const end = () => reject(lost())
    if (gone.aborted) end()
    else gone.addEventListener('abort', end, { once: true })
  })
}

function page(body: string, status: number, headers: Readonly<Record<string, string>> = {}): Response {
  return new Response(body, { status, headers: { 'content-type': 'text/html; charset=utf-8', ...headers } })
}

function retryAfterOf({ share }: Fault): Readonly<Record<string, string>> {
  return { 'retry-after': retryAfters[Math.floor(share * retryAfters.length)] ?? '0' }
}

async function cutRequest(request: Request, share: number): Promise<Request> {
  if (request.method === 'GET') return request
  const bytes = await request.arrayBuffer()
  const { url, method, headers } = request
  return new Request(url, { method, headers, body: bytes.slice(0, Math.floor(bytes.byteLength * share)) })
}

async function cutAnswer(response: Response, share: number): Promise<Response> {
  const bytes = new Uint8Array(await response.arrayBuffer())
  const body = new ReadableStream<Uint8Array>({
    start: controller => controller.enqueue(bytes.slice(0, Math.floor(bytes.length * share))),
    pull: controller => controller.error(new TypeError('terminated')),
  })
  return new Response(body, { status: response.status, headers: response.headers })
}
