// The front door of the core: what is published, by room. Everything else is internal.

export { not, ok, type Result } from './result.js'
export { type ParseIssue, type ParseIssueCode } from './parse.js'

// policy
export {
  type CredentialsRule,
  type MinuteRange,
  type Phase,
  type PolicyAuthorization,
  type PolicyExtra,
  type PolicyItem,
  type PolicyMethod,
  type PolicyStage,
  type PolicyTask,
  type PolicyTimes,
  type Provider,
  type RequiredItem,
  type ServerType,
  type ServicePolicy,
  type TableRate,
  type TimeWindow,
  type VatTable,
  type Wording,
} from './policy/policy.js'
export {
  introserv,
  type AftercareFactId,
  type DutyId,
  type ExtraId,
  type IntroservPolicy,
  type LimitId,
  type MethodId,
  type StageId,
  type TaskId,
  type ToDoId,
} from './policy/introserv.js'
export { parsePolicy } from './policy/schema.js'

// server and scope
export {
  noticeCodes,
  parseServerReference,
  referenceProblems,
  type NoticeCode,
  type ParsedReference,
  type ReferenceOptions,
  type ReferenceProblem,
  type ServerReference,
  type ServerReferenceKind,
} from './server-reference.js'
export { type NamedService } from './server-reference/service-name.js'
export { checkScope, mayMissCredentials, type Scope, type ScopeKind } from './scope/scope.js'
export {
  accessMethods,
  offerReasons,
  type CredentialsGiven,
  type Offer,
  type OfferReason,
  type ServerOptions,
} from './access.js'

// credentials
export {
  type Credentials,
  type Recipient,
  type SealBinding,
  type SealRefusal,
  type SealedCredentials,
} from './credentials/credentials.js'
export { fingerprint } from './credentials/fingerprint.js'
export { openSealed, type OpenRefusal } from './credentials/open.js'
export { parseSealed } from './credentials/schema.js'
export { sealCredentials, type SealOptions } from './credentials/seal.js'
export { type OpenedCredentials } from './credentials/sealed-text.js'

// authorization
export {
  type Authorization,
  type AuthorizationRecord,
  type WithoutCredentials,
} from './authorization/authorization.js'
export { digestOf, signAuthorization, verifyAuthorization } from './authorization/digest.js'
export { parseAuthorization } from './authorization/schema.js'
