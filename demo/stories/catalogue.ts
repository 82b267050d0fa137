/// <reference types="vite/client" />
import type { Meta, StoryModule, StoryObj } from './story.js'

/** A story with its place in the list. */
export interface Listed {
  /** `<title>/<export>`, as it stands in the address. */
  readonly id: string
  readonly title: string
  readonly name: string
  readonly meta: Meta<unknown>
  readonly story: StoryObj<unknown>
}

const modules = import.meta.glob<StoryModule<unknown>>('./*.stories.ts', { eager: true })

const spaced = (name: string) => name.replace(/(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/g, ' ')

/** Every story of every `*.stories.ts` beside this file, in the order of their names. */
export const catalogue: readonly Listed[] = Object.values(modules).flatMap(({ default: meta, ...stories }) =>
  Object.entries(stories).map(([key, story]) => ({
    id: `${meta.title}/${key}`,
    title: meta.title,
    name: story.name ?? spaced(key),
    meta,
    story,
  })),
)
