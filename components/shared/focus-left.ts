/** Has the focus left what listens, and not only gone from one part of it to another? */
export function hasFocusLeft({ currentTarget, relatedTarget }: FocusEvent): boolean {
  const isWithin = currentTarget instanceof Node && relatedTarget instanceof Node
  return !isWithin || !currentTarget.contains(relatedTarget)
}
