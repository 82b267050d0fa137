import type { Words } from '../../locales/index.js'
import type { Phase } from '../../src/index.js'

/** What a stage is called, or a phase that stands for one; `undefined` for one of the provider's own without words. */
export function stageName(words: Words, stage: string): string | undefined {
  const key = [`stage.${stage}`, `phase.${stage}`].find(name => words.has(name))
  return key === undefined ? undefined : words.wording(undefined, key)
}

/** What a stage is called, where there are words for it; else, as a stage of the provider's own, by its phase. */
export function stageWords(words: Words, phase: Phase, stage: string | null | undefined): string {
  return stageName(words, stage ?? '') ?? words.say(`phase.${phase}`)
}
