import type { FieldKey } from '../../src/index.js'

/** Puts the focus on a field: on what is wrong in it where something is, else on its first control. */
export function focusControl(root: ParentNode, key: FieldKey): void {
  const field =
    root.querySelector(`[data-field='${key}'][data-wrong]`) ?? root.querySelector(`[data-field='${key}']`)
  const control =
    field?.querySelector('[aria-invalid="true"]') ??
    field?.querySelector('input, textarea, button, [tabindex]')
  if (control instanceof HTMLElement) control.focus()
}
