import type { Words } from '../../locales/index.js'
import type { Phase } from '../../src/index.js'

/** What a stage is called, where there are words for it; else, as a stage of the provider's own, by its phase. */
export function stageWords(words: Words, phase: Phase, stage: string | null | undefined): string {
  const key = `stage.${stage ?? ''}`
  return words.has(key) ? words.wording(undefined, key) : words.say(`phase.${phase}`)
}
