// Published as `os-intervention/redmine`: for servers, on Web standards only.
export { redmineAdapter } from './adapter/redmine/redmine.js'
export type { RedmineAdapter } from './adapter/redmine/redmine.js'
export type {
  RedmineCustomer,
  RedmineFields,
  RedmineOptions,
  RedmineStatuses,
} from './adapter/redmine/options.js'
