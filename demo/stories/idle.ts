import { settled } from './story.js'

/** Nobody touched the story for nine minutes: as if the machine had slept so long, and been opened again. */
export async function aMinuteBefore(below: HTMLElement): Promise<void> {
  const { now } = Date
  Date.now = () => now() + 9 * 60_000
  document.dispatchEvent(new Event('visibilitychange'))
  Date.now = now
  await settled(below)
}
