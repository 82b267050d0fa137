// Published as `os-intervention/whmcs`: for servers, on Web standards only.
export { whmcsAdapter } from './adapter/whmcs/whmcs.js'
export type { WhmcsAdapter } from './adapter/whmcs/whmcs.js'
export type { WhmcsCustomer, WhmcsOptions } from './adapter/whmcs/options.js'
