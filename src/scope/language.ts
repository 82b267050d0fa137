import type { Word } from './concepts.js'

/** Folded, and of one of the two languages only: "to", "on", "my", "we" and "was" mean something in both. */
const english =
  /^(?:the|is|are|and|of|it|its|our|you|your|please|not|with|have|has|can|cant|dont|but|in|for|this|that|im|ive|since|after|when|need)$/
const polish =
  /^(?:nie|sie|jest|sa|na|w|z|ze|za|od|po|dla|bo|ale|oraz|czy|jak|mi|mam|mamy|nam|juz|tylko|prosze|przez|przy|zeby|moze|serwera|serwerze)$/

/** Is the text English rather than Polish? Of "i" and "a" nothing else tells what they are. */
export function inEnglish(words: readonly Word[]): boolean {
  return words.reduce((sum, { text }) => sum + Number(english.test(text)) - Number(polish.test(text)), 0) > 0
}
