import type { Words } from '../../locales/index.js'
import type { Phase } from '../../src/index.js'

/** What a stage is called; `undefined` for one of the provider's own that nobody has words for. */
export function stageName(words: Words, stage: string): string | undefined {
  return words.has(`stage.${stage}`) ? words.wording(undefined, `stage.${stage}`) : undefined
}

/** What a stage is called, where there are words for it; else, as a stage of the provider's own, by its phase. */
export function stageWords(words: Words, phase: Phase, stage: string | null | undefined): string {
  return stageName(words, stage ?? '') ?? words.say(`phase.${phase}`)
}
