export { CredentialFault } from './credential-field/credential-fault.js'
export { OsCredentialField } from './credential-field/credential-field.js'
export { OsExtrasQuote } from './extras-quote/extras-quote.js'
export { QuoteApprovedEvent } from './extras-quote/extras-quote.events.js'
export { OsInterventionForm } from './intervention-form/intervention-form.js'
export {
  AuthRequiredEvent,
  IssuesShownEvent,
  RequestFailedEvent,
  RequestFiledEvent,
  StepChangedEvent,
} from './intervention-form/intervention-form.events.js'
export { OsInterventionList } from './intervention-list/intervention-list.js'
export { InterventionPickedEvent } from './intervention-list/intervention-list.events.js'
export { OsStatusTracker } from './status-tracker/status-tracker.js'
export {
  AccessWithdrawnEvent,
  ReplySentEvent,
  StageChangedEvent,
} from './status-tracker/status-tracker.events.js'
