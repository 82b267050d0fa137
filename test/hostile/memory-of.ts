import { readFileSync } from 'node:fs'
import type { Demo } from '../server/demo-process.js'

/** What a backend holds in memory, in bytes, as Linux counts it; 0 on another system, where nothing tells it. */
export function memoryOf({ pid }: Pick<Demo, 'pid'>): number {
  try {
    const status = readFileSync(`/proc/${String(pid)}/status`, 'utf8')
    const [, kilobytes = '0'] = /^VmRSS:\s+(\d+) kB/m.exec(status) ?? []
    return Number(kilobytes) * 1_024
  } catch {
    return 0
  }
}
