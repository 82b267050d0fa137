export { OsInterventionForm } from './intervention-form/intervention-form.js'
export {
  AuthRequiredEvent,
  IssuesShownEvent,
  RequestFailedEvent,
  RequestFiledEvent,
  StepChangedEvent,
} from './intervention-form/intervention-form.events.js'
