import { html, render } from 'lit'
import type { TemplateResult } from 'lit'
import { open } from './access-view.js'
import type { Opening } from './access-view.js'
import { check } from './authorization-view.js'
import type { Checked } from './authorization-view.js'
import { request, requests } from './desk-data.js'
import type { DeskRequest, Summary } from './desk-data.js'
import { copyServer } from './head-view.js'
import { listenForKeys, walk } from './keys.js'
import { listView } from './list-view.js'
import { checkPrice } from './price-view.js'
import type { CheckedPrice } from './price-view.js'
import { requestView } from './request-view.js'
import { tell } from './status.js'

const POLL_MS = 3_000
/** Opened login details go out of sight by themselves. */
const SHOWN_MS = 120_000

let list: readonly Summary[] | 'unreachable' = []
let shown:
  | {
      readonly request: DeskRequest
      readonly checked: Checked | undefined
      readonly price: CheckedPrice | undefined
    }
  | undefined
let sought = ''
let opening: Opening = { at: 'closed' }
let hideLater: ReturnType<typeof setTimeout> | undefined

const chosen = (): number => Number(/^#(\d{1,15})$/.exec(location.hash)?.[1] ?? 0)

function draw(): void {
  const wasInside = wayIn()?.contains(document.activeElement) === true
  const current = shown?.request.number
  into('list', listView({ requests: list, current, sought, find, again: focusRequest }))
  into(
    'request',
    shown
      ? requestView(shown.request, shown.checked, shown.price, opening, { open: openIt, hide })
      : nobody(),
  )
  // What was pressed may be gone: the focus goes on to what stands in its place.
  if (wasInside && !wayIn()?.contains(document.activeElement)) focusOn(wayIn()?.querySelector('[data-next]'))
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

function into(id: string, content: TemplateResult): void {
  const place = document.getElementById(id)
  if (place) render(content, place)
}

function nobody(): TemplateResult {
  return html`<p class="hint">Pick a request from the list.</p>`
}

function find(wanted: string): void {
  sought = wanted
  draw()
}

async function refresh(): Promise<void> {
  list = await requests().catch(() => 'unreachable' as const)
  await show()
}

/** Reads the chosen request again where it changed, and checks its authorization each time. */
async function show(): Promise<void> {
  const number = chosen()
  if (number !== shown?.request.number) {
    hide()
    shown = undefined
  }
  if (number !== 0) {
    const read = await request(number).catch(() => undefined)
    if (read !== undefined && number === chosen())
      shown = { request: read, checked: await check(read), price: await checkPrice(read) }
  }
  draw()
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
setInterval(() => {
  if (document.visibilityState === 'visible') void refresh()
}, POLL_MS)
listenForKeys({
  j: () => walk(1),
  k: () => walk(-1),
  '/': () => focusOn(document.getElementById('find')),
  c: () => {
    if (shown) void copyServer(shown.request)
  },
  l: () => focusOn(document.querySelector('#way-in [data-next]') ?? document.getElementById('access')),
})
void refresh()
