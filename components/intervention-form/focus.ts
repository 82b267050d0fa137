import type { LitElement } from 'lit'
import type { FieldKey } from '../../src/index.js'
import { unfoldWrong } from '../shared/fold.js'
import type { FocusTarget } from './consequences.js'

/** Puts the focus on a field, once the step that it is in is loaded and drawn. */
export async function focusOnceThere(
  host: LitElement,
  key: FieldKey,
  loading: Promise<void> | undefined,
): Promise<void> {
  // Where there is nothing to load, it is there with the next drawing, as whoever waits for that expects.
  if (loading) await loading
  await host.updateComplete
  focusControl(host.renderRoot, key)
}

/** On what is wrong in it where something is, else on its first control. */
function focusControl(root: ParentNode, key: FieldKey): void {
  const field =
    root.querySelector(`[data-field='${key}'][data-wrong]`) ?? root.querySelector(`[data-field='${key}']`)
  const control =
    field?.querySelector('[aria-invalid="true"]') ??
    field?.querySelector('input, select, textarea, button') ??
    field ??
    root.querySelector('#step-heading')
  if (!(control instanceof HTMLElement)) return
  const folded = control.closest('details')
  if (folded) folded.open = true
  control.focus()
}

/** Puts the focus on what takes it by itself; where that isn't shown, on the heading or the notice that is. */
export function focusFirst(root: ParentNode, wanted: FocusTarget): void {
  if (wanted === 'error-summary') unfoldWrong(root)
  const target = root.querySelector(`#${wanted}`) ?? root.querySelector('[tabindex="-1"]:not([hidden])')
  if (target instanceof HTMLElement) target.focus()
}

/** Where the focus goes if what has it now goes with the next drawing; nowhere while it is elsewhere on the page. */
export function wayBackFrom(focused: Element | null | undefined): FocusTarget | undefined {
  return focused ? (focused.closest('.quote') ? 'quote-headline' : 'step-heading') : undefined
}
