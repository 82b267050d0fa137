// Published as `os-intervention/request-tracker`: for servers, on Web standards only.
export { requestTrackerAdapter } from './adapter/request-tracker/request-tracker.js'
export type { RequestTrackerAdapter } from './adapter/request-tracker/request-tracker.js'
export type {
  RequestTrackerCustomer,
  RequestTrackerFields,
  RequestTrackerOptions,
} from './adapter/request-tracker/options.js'
