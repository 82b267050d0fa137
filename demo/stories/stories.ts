import { html, render } from 'lit'
import { catalogue, type Listed } from './catalogue.js'

// The list of stories beside the one that is chosen, which lies in a frame of its own: as alone as on a page.

const CHOICES = {
  lang: ['en', 'pl'],
  scheme: ['light dark', 'light', 'dark'],
  dir: ['ltr', 'rtl'],
  contrast: ['usual', 'more'],
  width: ['wide', 'middle', 'narrow'],
}

const EVENTS = [
  'os-request-filed',
  'os-request-failed',
  'os-step-changed',
  'os-issues-shown',
  'os-auth-required',
  'os-quote-approved',
  'os-intervention-picked',
  'change',
]

const chosen = new URLSearchParams(location.hash.slice(1))
let log: readonly string[] = []
let code = ''

const titles = [...new Set(catalogue.map(one => one.title))]
const current = () => catalogue.find(one => one.id === chosen.get('story')) ?? catalogue[0]
const value = (key: keyof typeof CHOICES) => chosen.get(key) ?? CHOICES[key][0] ?? ''

function choose(key: string, to: string): void {
  chosen.set(key, to)
  location.hash = chosen.toString()
}

function tagOf(element: Element | null | undefined, tag: string): string {
  const attributes = [...(element?.attributes ?? [])].map(({ name, value }) => ` ${name}="${value}"`)
  return `<${tag}${attributes.join('')}>…</${tag}>`
}

function listen(frame: HTMLIFrameElement, { meta }: Listed): void {
  const page = frame.contentDocument
  code = tagOf(page?.querySelector(meta.component), meta.component)
  for (const type of EVENTS)
    page?.addEventListener(type, event => {
      log = [`${type} ${'detail' in event ? JSON.stringify(event.detail) : ''}`, ...log].slice(0, 50)
      draw()
    })
  draw()
}

function menu() {
  return html`<nav aria-label="Stories">
    <h1>os-intervention</h1>
    ${titles.map(
      title =>
        html`<h2>${title}</h2>
          <ul>
            ${catalogue
              .filter(one => one.title === title)
              .map(
                ({ id, name }) =>
                  html`<li>
                    <a
                      href="#${new URLSearchParams({ ...Object.fromEntries(chosen), story: id }).toString()}"
                      aria-current=${id === current()?.id ? 'page' : 'false'}
                      >${name}</a
                    >
                  </li>`,
              )}
          </ul>`,
    )}
  </nav>`
}

function controls() {
  return html`<form>
    ${(['lang', 'scheme', 'dir', 'contrast', 'width'] as const).map(
      key =>
        html`<label>
          ${key}
          <select
            @change=${(event: Event) => {
              if (event.target instanceof HTMLSelectElement) choose(key, event.target.value)
            }}
          >
            ${CHOICES[key].map(
              option => html`<option .selected=${option === value(key)} value=${option}>${option}</option>`,
            )}
          </select>
        </label>`,
    )}
  </form>`
}

function draw(): void {
  const story = current()
  if (!story) {
    render(html`<p>There is no story yet.</p>`, document.body)
    return
  }
  const address = new URLSearchParams({
    story: story.id,
    lang: value('lang'),
    scheme: value('scheme'),
    dir: value('dir'),
    contrast: value('contrast'),
  })
  render(
    html`${menu()}
      <main>
        ${controls()}
        <iframe
          class=${value('width')}
          title=${`${story.title}: ${story.name}`}
          src="./frame.html?${address.toString()}"
          @load=${(event: Event) => {
            if (event.target instanceof HTMLIFrameElement) listen(event.target, story)
          }}
        ></iframe>
        <h2>To paste</h2>
        <pre>${code}</pre>
        <h2>Events</h2>
        <pre aria-live="polite">${log.join('\n')}</pre>
      </main>`,
    document.body,
  )
}

addEventListener('hashchange', () => {
  const next = new URLSearchParams(location.hash.slice(1))
  for (const key of [...chosen.keys()]) chosen.delete(key)
  for (const [key, to] of next) chosen.set(key, to)
  log = []
  draw()
})

draw()
