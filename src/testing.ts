// Published as `os-intervention/testing`.
export { memoryAdapter } from './adapter/memory.js'
export type { MemoryAdapter, MemoryOptions } from './adapter/memory.js'
export type { FaultPlan, MemoryMethod } from './adapter/memory-faults.js'
export type { MemoryQuote } from './adapter/memory-quote.js'
export type { MemoryTicket } from './adapter/memory-ticket.js'
export { testAccount, testCapabilities, testContext, testRecipient } from './adapter/memory-context.js'
export { testAdapter } from './adapter/conformance.js'
export type { ConformanceSubject, TestFunctions } from './adapter/conformance.js'
