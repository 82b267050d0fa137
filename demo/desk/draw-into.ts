import { render } from 'lit'
import type { TemplateResult } from 'lit'

/** Draws a part of the page, by the id of its place. */
export function drawInto(id: string, content: TemplateResult): void {
  const place = document.getElementById(id)
  if (place) render(content, place)
}
