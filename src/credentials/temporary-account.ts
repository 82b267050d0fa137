import type { TimeWindow } from '../policy/policy.js'

/** The systems that there are commands for; those of one family are managed alike. */
export const systemFamilies = ['debian', 'rhel', 'suse', 'alpine', 'arch', 'freebsd', 'windows'] as const

/** A family of operating systems. */
export type SystemFamily = (typeof systemFamilies)[number]

/** An administrator account that exists for one intervention. Its password is no part of it. */
export interface TemporaryAccount {
  readonly family: SystemFamily
  /** `support` and four digits, as `generateAccountName` makes it. */
  readonly username: string
}

const signs: Readonly<Record<SystemFamily, RegExp>> = {
  debian: /debian|ubuntu|devuan|proxmox|raspbian|\bmint\b/i,
  rhel: /\brhel\b|red ?hat|alma ?linux|rocky|centos|fedora|oracle linux|cloud ?linux|amazon linux/i,
  suse: /suse|\bsles\b|tumbleweed/i,
  alpine: /alpine/i,
  arch: /\barch\b|manjaro/i,
  freebsd: /freebsd/i,
  windows: /\bwin(?:dows)?\b/i,
}

/** The family that a customer's words name; `undefined` where they name none, or more than one. */
export function systemFamilyOf(operatingSystem: string): SystemFamily | undefined {
  const [family, ...others] = systemFamilies.filter(one => signs[one].test(operatingSystem))
  return others.length === 0 ? family : undefined
}

const day = 24 * 60 * 60 * 1_000

/** How long the work may take, at most, in days; nobody knows when it is done, so two weeks. */
const longest: Readonly<Record<TimeWindow, number>> = { '24h': 1, '7d': 7, 'until-done': 14 }

/**
 * When the account ends by itself: at a midnight (UTC) at least a day after the time that the engineers may use, since
 * systems count in days and the request is sent later than the account is made. Times in epoch milliseconds.
 */
export function accountEnd(window: TimeWindow, now: number): number {
  return Math.ceil((now + (longest[window] + 1) * day) / day) * day
}

/** Lower case, no blank, no quote, no dash at the front, short enough for Windows: in a command it is a name and no more. */
const plainName = /^[a-z][a-z0-9-]{0,19}$/

/** Can this name stand in a command? */
export function isPlainName(name: string): boolean {
  return plainName.test(name)
}

/** Is this a name as `generateAccountName` makes it? Of no other account is it known that it may be removed. */
export function isTemporaryName(name: string): boolean {
  return /^support\d{4}$/.test(name)
}
