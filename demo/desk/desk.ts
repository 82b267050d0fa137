import { html } from 'lit'
import type { TemplateResult } from 'lit'
import { open } from './access-view.js'
import type { Opening } from './access-view.js'
import { failureOf, send } from './acting.js'
import type { Act, Acting, Begun } from './acting.js'
import { check } from './authorization-view.js'
import type { Checked } from './authorization-view.js'
import { request } from './desk-data.js'
import type { DeskRequest } from './desk-data.js'
import type { Panel } from './act-view.js'
import { drawInto } from './draw-into.js'
import { copyServer } from './head-view.js'
import { listenForKeys, walk } from './keys.js'
import { checkPrice } from './price-view.js'
import type { CheckedPrice } from './price-view.js'
import { queue } from './queue.js'
import { requestView } from './request-view.js'
import { tell } from './status.js'

const POLL_MS = 1_000
const PAGE = 100
/** Opened login details go out of sight by themselves. */
const SHOWN_MS = 120_000

/** How much of the history that is open is asked for. */
let depth = PAGE

/** The request on the desk, and what this browser found when it checked it. */
interface Shown {
  readonly request: DeskRequest
  readonly checked: Checked | undefined
  readonly price: CheckedPrice | undefined
}

let shown: Shown | undefined
let acting: Acting = { at: 'idle' }
/** The forms that somebody has begun to type in, with what they had before them then. */
const begun = new Map<string, Begun>()
/** What was pressed and isn't written yet. */
const pressed = new Set<string>()
let performed: Promise<void> = Promise.resolve()
/** The last entry that was on the desk when a request was left, or acted on: what comes after it is marked. */
const seen = new Map<number, number>()
let opening: Opening = { at: 'closed' }
let hideLater: ReturnType<typeof setTimeout> | undefined

const chosen = (): number => Number(/^#(\d{1,15})$/.exec(location.hash)?.[1] ?? 0)

const list = queue({ current: () => shown?.request.number, again: focusRequest })

function draw(): void {
  list.draw()
  const wasInside = wayIn()?.contains(document.activeElement) === true
  drawInto('request', shown ? drawn(shown) : nobody())
  // What was pressed may be gone: the focus goes on to what stands in its place.
  if (wasInside && !wayIn()?.contains(document.activeElement)) focusOn(wayIn()?.querySelector('[data-next]'))
}

/** What can't be drawn is said to be so: nothing else of the desk hangs on it. */
function drawn(what: Shown): TemplateResult {
  const { request: of, checked, price } = what
  try {
    const acts = { open: openIt, hide }
    return requestView(of, checked, price, opening, acts, panel(what), seenOf(what), showEarlier)
  } catch {
    return html`<p class="verdict loud" role="alert">
      <strong>Request ${String(of.number)} can’t be shown.</strong> Something in it can’t be read. Don’t start
      the work.
    </p>`
  }
}

function wayIn(): HTMLElement | null {
  return document.getElementById('way-in')
}

function focusOn(element: Element | null | undefined): void {
  if (element instanceof HTMLElement) element.focus()
}

function focusRequest(): void {
  focusOn(document.getElementById('request'))
}

function nobody(): TemplateResult {
  return html`<p class="hint">Pick a request from the list.</p>`
}

function showEarlier(): void {
  depth += PAGE
  void show(true)
}

function panel({ request, checked }: Shown): Panel {
  const begin = (form: string) => {
    if (shown && !begun.has(form)) begun.set(form, stateOf(shown.request))
  }
  const { number } = request
  return { number, standing: request.standing, checked, acting, begin, send: press(number) }
}

/** One act after the other, each about the request as the one before it has left it; a second press of the same is none. */
function press(number: number): Panel['send'] {
  return (form, act, from) => {
    if (pressed.has(form)) return
    pressed.add(form)
    const run = () =>
      perform(number, form, act, from).finally(() => {
        pressed.delete(form)
      })
    // What broke one act doesn't keep the next from being written.
    performed = performed.then(run, run)
  }
}

function stateOf({ version, entries }: DeskRequest): Begun {
  return { version, last: entries.at(-1)?.seq ?? 0 }
}

function seenOf({ request }: Shown): number {
  return seen.get(request.number) ?? lastOf(request)
}

function lastOf({ entries }: DeskRequest): number {
  return entries.at(-1)?.seq ?? 0
}

/** Writes on the ticket what was pressed. What was typed stays until it is written. */
async function perform(number: number, form: string, act: Act, from: HTMLElement): Promise<void> {
  if (shown?.request.number !== number) {
    tell('Not written: another request is open now.')
    return
  }
  const before = begun.get(form) ?? stateOf(shown.request)
  acting = { at: 'sending', form }
  draw()
  const acted = await send(number, act, before)
  // Whoever was told of a change has looked: the next press is about the request as it stands now.
  begun.delete(form)
  if (number === chosen()) await show()
  const latest = requestOnDesk(number)
  if (acted.is === 'done') written(latest, before, acted.version)
  acting =
    acted.is === 'done' ? { at: 'idle' } : { at: 'failed', form, why: failureOf(acted, latest, before) }
  draw()
  if (acted.is === 'done') leave(from)
}

function requestOnDesk(number: number): DeskRequest | undefined {
  return shown?.request.number === number ? shown.request : undefined
}

/** What this desk wrote itself is no news to it, nor to the forms that were begun before. */
function written(latest: DeskRequest | undefined, before: Begun, version: number): void {
  tell('Written on the ticket.')
  if (!latest) return
  seen.set(latest.number, lastOf(latest))
  const now = { version, last: lastOf(latest) }
  for (const [form, state] of begun) if (state.version === before.version) begun.set(form, now)
}

/** From what was sent on to where the next thing is done, unless somebody has gone there already. */
function leave(from: HTMLElement): void {
  const isLeft = document.activeElement !== document.body && !from.contains(document.activeElement)
  const folded = from.closest('details')
  if (from instanceof HTMLFormElement) from.reset()
  if (folded) folded.open = false
  const next = folded?.isConnected
    ? folded.querySelector('summary')
    : document.querySelector('#act [data-next]')
  if (!isLeft) focusOn(next ?? document.getElementById('act'))
}

async function refresh(): Promise<void> {
  await list.read()
  list.draw()
  await show()
}

/** Reads the chosen request where it changed, and checks its authorization then; `again`: in any case. */
async function show(again = false): Promise<void> {
  const number = chosen()
  if (number !== shown?.request.number) {
    if (shown) seen.set(shown.request.number, lastOf(shown.request))
    shown = undefined
    acting = { at: 'idle' }
    depth = PAGE
    begun.clear()
    // Gone from the page before the next one is asked for: no request stands under another's address.
    hide()
  }
  if (number !== 0) {
    const known = again ? undefined : shown?.request.version
    const read = await request(number, depth, known).catch(() => undefined)
    if (read === 'unchanged') return
    if (read !== undefined && number === chosen()) {
      shown = { request: read, checked: await check(read), price: await checkPrice(read) }
      if (!seen.has(number)) seen.set(number, lastOf(read))
      if (read.sealed === undefined) forget()
    }
  }
  draw()
}

/** What was destroyed with the provider is destroyed here too. */
function forget(): void {
  if (opening.at !== 'open') return
  hide()
  tell('The login details are destroyed: this page has forgotten them.')
}

function openIt(role: string): void {
  if (shown === undefined || opening.at === 'opening') return
  const { request: of } = shown
  opening = { at: 'opening' }
  draw()
  void open(of, role).then(outcome => {
    // By then another request may be on the desk.
    if (of.number !== shown?.request.number) return
    opening = outcome
    if (outcome.at === 'open') hideLater = setTimeout(hideByItself, SHOWN_MS)
    draw()
    void refresh()
  })
}

function hide(): void {
  clearTimeout(hideLater)
  opening = { at: 'closed' }
  draw()
}

function hideByItself(): void {
  hide()
  tell('The login details are hidden again.')
}

addEventListener('hashchange', () => void show().then(focusRequest))
// A page that the browser keeps for "back" keeps no password with it.
addEventListener('pagehide', hide)
listenForKeys({
  j: () => walk(1),
  k: () => walk(-1),
  '/': () => focusOn(document.getElementById('find')),
  c: () => {
    if (shown) void copyServer(shown.request)
  },
  a: () => focusOn(document.querySelector('#act [data-next], #act summary')),
  l: () => focusOn(document.querySelector('#way-in [data-next]') ?? document.getElementById('access')),
})

/** One after the other, however slow the backend is. */
async function poll(): Promise<void> {
  try {
    if (document.visibilityState === 'visible') await refresh()
  } finally {
    setTimeout(() => void poll(), POLL_MS)
  }
}

void poll()
