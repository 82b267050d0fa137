// Published as `os-intervention/bridge`: for servers, on Web standards only.
export { bridge } from './adapter/bridge.js'
export type { BridgeOptions, BridgeSession } from './adapter/bridge.js'
export { filingDigest } from './adapter/filing-digest.js'
export { AdapterFault } from './adapter/fault.js'
export type { FaultCode, FaultDetail } from './adapter/fault.js'
export type { InterventionAdapter } from './adapter/adapter.js'
