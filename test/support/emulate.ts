import { executeServerCommand } from '@web/test-runner-commands'

/** What a person has set in the system; what isn't named goes back to how it was. */
export interface Preferences {
  readonly colorScheme?: 'light' | 'dark'
  readonly reducedMotion?: 'reduce'
  readonly forcedColors?: 'active'
  readonly contrast?: 'more' | 'less'
}

const NONE = { colorScheme: null, reducedMotion: null, forcedColors: null, contrast: null }

/** Lets the browser behave as if a person had these preferences. */
export async function emulate(preferences: Preferences): Promise<void> {
  await executeServerCommand('emulate', { ...NONE, ...preferences })
}
