import { html, render, type TemplateResult } from 'lit'
import { keyed } from 'lit/directives/keyed.js'
import type { Words } from '../../locales/index.js'
import { announce } from './announcer.js'
import { icon } from './icons.js'

/** Commands to be run elsewhere, and what is said about them. */
export interface CommandBlock {
  readonly words: Words
  /** Of the list; unique in its element. */
  readonly id: string
  /** Where and as whom they are run. */
  readonly intro: string
  readonly lines: readonly { readonly command: string; readonly does: string }[]
  /** What the button is called. */
  readonly copy: string
  readonly copied: string
  /** The browser refuses the clipboard: what can be done instead. */
  readonly failed: string
  /** What is copied, made at the press; `undefined` where it can't be made, and `unmade` says why. */
  readonly text: () => string | Promise<string> | undefined
  readonly unmade?: string
}

/** Commands, what each of them does, and a button that copies them. */
export function commandBlock(block: CommandBlock): TemplateResult {
  const { words, id, intro, lines, copy } = block
  const onClick = async ({ currentTarget }: Event): Promise<void> => {
    const said = await outcome(block)
    if (currentTarget instanceof HTMLElement) tell(currentTarget, said.sentence, said.done)
  }
  return html`<div class="stack tight">
    <p id=${id}>${intro}</p>
    <ul class="commands" aria-labelledby=${id}>
      ${lines.map(
        ({ command, does }) =>
          html`<li><code translate="no" lang="zxx">${command}</code><span class="hint">${does}</span></li>`,
      )}
    </ul>
    ${tellingButton(words, `${id}-copy`, copy, onClick, [intro, ...lines.map(({ command }) => command)].join('\n'))}
  </div>`
}

/** A button, and a place beside it for what came of the press; what was said goes once `about` is another. */
export function tellingButton(
  words: Words,
  id: string,
  label: string,
  onClick: (event: Event) => unknown,
  about = '',
): TemplateResult {
  return html`<div class="row">
    <button type="button" id=${id} @click=${onClick}>${label}</button>
    ${keyed(words.language + about, html`<span class="said"></span>`)}
  </div>`
}

/** Says beside a button what came of its press, for the eye and for the ear. */
export function tell(button: HTMLElement, sentence: string, done: boolean): void {
  const place = button.nextElementSibling
  // Nothing else draws into this place: it stays as it is until its key changes.
  if (place instanceof HTMLElement) {
    render(html`${icon(done ? 'done' : 'error')}<span>${sentence}</span>`, place)
  }
  announce(sentence)
}

async function outcome(block: CommandBlock): Promise<{ readonly sentence: string; readonly done: boolean }> {
  const text = block.text()
  if (text === undefined) return { sentence: block.unmade ?? block.failed, done: false }
  try {
    await write(text)
    return { sentence: block.copied, done: true }
  } catch {
    return { sentence: block.failed, done: false }
  }
}

function write(text: string | Promise<string>): Promise<void> {
  const { clipboard } = navigator
  if (typeof text === 'string') return clipboard.writeText(text)
  // Safari forgets the press while a text is made, unless it is told at once that one will come.
  return typeof ClipboardItem === 'undefined'
    ? text.then(made => clipboard.writeText(made))
    : clipboard.write([
        new ClipboardItem({ 'text/plain': text.then(made => new Blob([made], { type: 'text/plain' })) }),
      ])
}
