import { html, nothing, type TemplateResult } from 'lit'
import { clockOf } from '../../../src/index.js'
import type { TrackerView } from '../tracker-view.js'

/** The honest clock in words: targets, never guarantees, by the server's time. */
export function clockLine(view: TrackerView): TemplateResult | typeof nothing {
  return nothing
}
