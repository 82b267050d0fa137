/** What screen readers were told last. */
export const spoken = (): string => document.querySelector('body > [role=status]')?.textContent ?? ''
