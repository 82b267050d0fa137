import { html, render, type TemplateResult } from 'lit'

/** What a story shows: a template, in the form that component story format knows. */
export type Render<Args> = (args: Args) => TemplateResult

/** Where a `play` function acts. */
export interface PlayContext<Args> {
  /** The element that the story was rendered into. */
  readonly canvasElement: HTMLElement
  readonly args: Args
}

/** The default export of a `*.stories.ts`: which element, and what its stories have in common. */
export interface Meta<Args> {
  /** The place in the list, `/` between groups. */
  readonly title: string
  /** The tag. */
  readonly component: string
  readonly args: Args
  readonly render: Render<Args>
}

/** One story: a state that matters. Its name is the name of the export, unless `name` says better. */
export interface StoryObj<Args> {
  readonly name?: string
  /** Laid over the args that the stories have in common. */
  readonly args?: Partial<Args>
  readonly render?: Render<Args>
  /** Brings the story from its first sight to the state that it is about, as a person would. */
  readonly play?: (context: PlayContext<Args>) => Promise<void> | void
}

/** What a `*.stories.ts` exports: `default` and its stories by name. */
export type StoryModule<Args> = { readonly default: Meta<Args> } & Readonly<Record<string, StoryObj<Args>>>

/**
 * Renders a story, and plays it to its state.
 *
 * Used by the page of stories and by the tests: both see the same thing.
 */
export async function show<Args>(
  { args: common, render: usual }: Meta<Args>,
  story: StoryObj<Args>,
  canvasElement: HTMLElement,
): Promise<void> {
  const args = { ...common, ...story.args }
  const template = (story.render ?? usual)(args)
  render(html`${template}`, canvasElement)
  await settled(canvasElement)
  await story.play?.({ canvasElement, args })
  await settled(canvasElement)
}

/** Waits until the elements below have drawn what they hold. */
export async function settled(below: ParentNode): Promise<void> {
  for (const element of below.querySelectorAll('*')) {
    if (!element.localName.startsWith('os-')) continue
    await customElements.whenDefined(element.localName)
    if ('updateComplete' in element) await element.updateComplete
  }
}

/** A bound on hanging, not on speed: the first seal loads its code, on a busy machine in seconds; milliseconds. */
const patience = 10_000

/**
 * Waits, frame by frame, until `look` finds something.
 *
 * @throws Error after ten seconds, with what was looked for.
 */
export async function until<T>(what: string, look: () => T | null | undefined | false): Promise<T> {
  const start = performance.now()
  for (;;) {
    const found = look()
    if (found !== null && found !== undefined && found !== false) return found
    if (performance.now() - start > patience) throw new Error(`never came: ${what}`)
    await new Promise(requestAnimationFrame)
  }
}
