import { wordsFor } from '../../locales/index.js'

const english = wordsFor('en')
/** The farthest time that a browser can name, in milliseconds from 1970 either way. */
const FARTHEST = 8_640_000_000_000_000

/** Date and time with its zone; `time` in epoch milliseconds, and whatever else somebody sent for it. */
export function moment(time: number): string {
  return canBeNamed(time) ? english.moment(time) : unnamed(time)
}

/** Hours and minutes, and the date too where it isn't today's; `time` in epoch milliseconds. */
export function clock(time: number): string {
  return canBeNamed(time) ? english.clock(time, Date.now()) : unnamed(time)
}

/** The same for machines; `time` in epoch milliseconds. */
export function machineTime(time: number): string {
  return canBeNamed(time) ? new Date(time).toISOString() : unnamed(time)
}

function canBeNamed(time: number): boolean {
  return Math.abs(time) <= FARTHEST
}

// What can't be drawn is told as what it is: a page that breaks on it would hide everything else.
function unnamed(time: number): string {
  return `no possible time (${String(time)} ms)`
}
