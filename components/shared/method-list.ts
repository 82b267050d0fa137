import type { Words } from '../../locales/index.js'
import type { ServicePolicy } from '../../src/index.js'

/**
 * Access methods in one sentence: only its first word begins with a capital. A provider's own names, and ids that nobody
 * has words for, stay as they are.
 */
export function methodList(words: Words, { methods }: ServicePolicy, ids: readonly string[]): string {
  const titles = ids.map((id, index) => {
    const label = methods.find(one => one.id === id)?.label
    const title = words.wording(label, `method.${id}.title`)
    const isOurs = !label && words.has(`method.${id}.title`)
    return index > 0 && isOurs ? uncapitalized(title) : title
  })
  return words.list(titles)
}

/** What begins with two capitals is an abbreviation. */
function uncapitalized(title: string): string {
  return /^\p{Lu}\p{Ll}/u.test(title) ? title.charAt(0).toLowerCase() + title.slice(1) : title
}
