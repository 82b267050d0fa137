// The front door of the core: what is published, by room. Everything else is internal.

export { not, ok, type Result } from './result.js'
export { type ParseIssue, type ParseIssueCode } from './parse-issue.js'

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
  introservVatTable,
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
export { parsePolicy } from './policy/parse-policy.js'

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
export { suggestTasks, type Suggestion } from './scope/suggest.js'
export {
  accessMethods,
  offerReasons,
  type CredentialsGiven,
  type Offer,
  type OfferReason,
  type ServerOptions,
  type WorkAsked,
} from './access.js'

// credentials
export {
  type Credentials,
  type OpenedBinding,
  type Recipient,
  type SealBinding,
  type SealRefusal,
  type SealedCredentials,
} from './credentials/credentials.js'
export { bindingFlaws, type BindingFlaw, type BoundTo } from './credentials/binding-flaws.js'
export { asLogin, type AsLogin } from './credentials/as-login.js'
export { fingerprint } from './credentials/fingerprint.js'
export { keyInLines } from './credentials/key-lines.js'
export { maskEverywhere } from './credentials/mask-everywhere.js'
export { isMendable, mend, type Mendable } from './credentials/mend.js'
export { findSecrets } from './credentials/leaks.js'
export { type SecretKind, type SecretSpan } from './credentials/leaks/found.js'
export { maskedBy, maskSecret, mark as secretMark } from './credentials/mask-secret.js'
export { openSealed, type OpenRefusal } from './credentials/open.js'
export { parseSealed } from './credentials/parse-sealed.js'
export { repeatedIn } from './credentials/repeated.js'
export { sealCredentials, type SealOptions } from './credentials/seal.js'
export { type OpenedCredentials } from './credentials/sealed-text.js'
export {
  credentialWarningCodes,
  credentialWarnings,
  type CredentialField,
  type CredentialWarning,
  type SecretField,
  type TypedSecret,
} from './credentials/warnings.js'

export {
  commandPurposes,
  createAccountCommands,
  createAccountScript,
  removeAccountCommands,
  scriptOf,
  shellOf,
  typePasswordCommand,
  type CommandLine,
  type CommandPurpose,
} from './credentials/account-commands.js'
export {
  generateAccountName,
  generatePassword,
  isGeneratedPassword,
  type RandomSource,
} from './credentials/generated-password.js'
export {
  accountEnd,
  isTemporaryName,
  systemFamilies,
  systemFamilyOf,
  type SystemFamily,
  type TemporaryAccount,
} from './credentials/temporary-account.js'

// authorization
export {
  type Authorization,
  type AuthorizationRecord,
  type WithoutCredentials,
} from './authorization/authorization.js'
export { digestOf, signAuthorization, verifyAuthorization } from './authorization/digest.js'
export { narrowed, renewed, type Narrower } from './authorization/narrowed.js'
export { parseAuthorization } from './authorization/parse-authorization.js'
export { authorizeKeysCommand, sshPublicKeys } from './credentials/ssh-key.js'

// request
export {
  accessChoices,
  allowedMethods,
  checkLogin,
  checkStep,
  firstStepWithIssues,
  hasHalfCharacter,
  guardedTexts,
  longestText,
  offersFor,
  openTexts,
  shortAnswers,
  type Facts,
  type GuardedText,
  type SecretState,
} from './request/check.js'
export {
  fileLimits,
  readAttachment,
  type Attachment,
  type AttachmentFlaw,
  type FileLimits,
} from './request/attachments.js'
export { byHandText } from './request/by-hand.js'
export { composeRequest, requestByHand, type Composed, type Composition } from './request/compose.js'
export {
  emptyDraft,
  type AccessChoice,
  type Buyer,
  type CredentialKind,
  type Draft,
  givenAnew,
} from './request/draft.js'
export { fileKinds, fileTypes, type ContentFlaw, type FileKind } from './request/file-kind.js'
export { cleanFileName, distinctName } from './request/file-name.js'
export { fieldKeys, type FieldKey } from './request/field.js'
export { type FiledQuote } from './request/filed-quote.js'
export { type FiledAccess, type Filing } from './request/filing.js'
export { Dispatch, type DispatchOptions, type Tell } from './request/dispatch.js'
export {
  askedWait,
  mayBeOthers,
  next,
  type Attempt,
  type FlowAction,
  type FlowState,
  type NotSentReason,
} from './request/flow.js'
export { issueCodes, type Issue, type IssueCode } from './request/issue.js'
export { newRequestKey } from './request/key.js'
export type {
  DraftSaved,
  DraftShelf,
  DraftToKeep,
  KeptDraft,
  KeptReply,
  KeptScope,
  Outbox,
  PendingRequest,
  ReplyShelf,
  ReplyUnderWay,
  SentAs,
  SentElsewhere,
  Shelf,
  WrittenReply,
  WrittenShelf,
} from './request/kept.js'
export { namedPrice, parseQuantity, typedQuantity } from './request/quantity.js'
export { recognizeSystem, type Recognized, type RecognizedSystem } from './request/recognize-system.js'
export { restoredDraft } from './request/restored-draft.js'
export { type LoginAnswers, type Moment, type ShownStatement } from './request/request.js'
export { sealLogin, type LoginSecret, type SealFor } from './request/seal-login.js'
export { sealStands, type SealedFor } from './request/seal-stands.js'
export { faultReason } from './request/reach.js'
export { askSigner, lookUp, send, type Handing } from './request/send.js'
export {
  asksOperatingSystem,
  asksServerType,
  chosenServer,
  pickedService,
  type ChosenServer,
} from './request/server.js'
export { stepOf, steps, type StepId } from './request/step.js'
export { ticketText, type TicketContents, type TicketWords } from './request/ticket.js'

// receipt
export { receiptOf, type Receipt, type ReceiptAccess, type ShownLabels } from './receipt/receipt.js'
export {
  authorizationsIn,
  ticketReceiptOf,
  type AnyReceipt,
  type TicketLabels,
  type TicketReceipt,
} from './receipt/ticket-receipt.js'
export { checkReceiptFile, receiptPage } from './receipt/receipt-file.js'
export {
  parseReceipt,
  verifyReceipt,
  type ReceiptCheck,
  type ReceiptVerdict,
} from './receipt/verify-receipt.js'

// tracking
export {
  type AccessEvent,
  type AccessState,
  type Action,
  type Effort,
  type Entry,
  type Fact,
  type FileRef,
  type Intervention,
  type Promised,
  type Summary,
  type Version,
  type Writing,
} from './tracking/intervention.js'
export { aftercareOf, type Aftercare, type ToDo } from './tracking/aftercare.js'
export { authorizedUntil, type AuthorizedUntil } from './tracking/authorized-until.js'
export { piecesOf, type Piece } from './tracking/links.js'
export { authorizationChange, wordsBeforeNarrowing } from './tracking/narrowing.js'
export {
  customerTurn,
  listingWait,
  rereadListing,
  unreadListing,
  withPage,
  type CustomerTurn,
  type Listing,
} from './tracking/listing.js'
export {
  clockOf,
  firstResponseBy,
  nextChangeAt,
  offsetOf,
  remaining,
  type Clock,
  type Remaining,
  type Target,
  type WorkClass,
} from './tracking/service-level.js'
export { actionsOf } from './tracking/actions.js'
export { hasArrived } from './tracking/has-arrived.js'
export { pathShown } from './tracking/path-shown.js'
export { plainText } from './tracking/plain-text.js'
export { TicketFeed, type FeedOptions, type Heard } from './tracking/ticket-feed.js'
export { type Said } from './tracking/message.js'
export { nextStage } from './tracking/stage.js'
export {
  isEnded,
  offeredQuotes,
  type AccessLife,
  type EffortStanding,
  type MethodChoice,
  type NextUpdate,
  type PathStep,
  type Question,
  type QuoteStanding,
  type Standing,
  type SummaryEntry,
  type UnavailableExtra,
  type WorkTime,
} from './tracking/standing.js'
export { advance, reconciled, standingAfter, standingOf } from './tracking/standing-of.js'
export { merge, noEntries, type Gap, type Merged, type Timeline } from './tracking/timeline.js'

// quote
export { quoteReasons, treatments, type QuoteReason, type Treatment } from './quote/codes.js'
export {
  type BindingQuote,
  type Decimal,
  type Money,
  type OrderLine,
  type Price,
  type PriceList,
  type Quote,
  type QuoteAlternative,
  type QuoteCustomer,
  type QuoteHead,
  type QuoteLine,
  type QuoteOrder,
  type QuoteTreatment,
  type RateBasis,
  type SupplyKind,
  type Taxed,
  type TaxPolicy,
  type TimeUnit,
  type VatIdStatus,
  type VatRow,
} from './quote/quote.js'
export { checkQuote, taxedOf, type QuoteFlaw } from './quote/check-quote.js'
export { euVatRates, type DatedRates, type RateSince } from './quote/eu-rates.js'
export { currencyDecimals } from './quote/money.js'
export { orderLines, startedUnits, type ChosenExtra } from './quote/order-lines.js'
export { parseQuoteOrder } from './quote/parse-order.js'
export { placeOf, postcodeMatters, type Place } from './quote/place.js'
export { quoteDifferences, sameQuote, type QuoteDifference } from './quote/quote-differences.js'
export { isSoundQuote } from './quote/is-sound-quote.js'
export { quoteDigest } from './quote/quote-digest.js'
export { quoteExtras } from './quote/quote-extras.js'
export { rateOn, vatTableDifferences, type DatedRate, type VatTableDifference } from './quote/rates.js'
export { taxPolicyOf } from './quote/tax-policy.js'
export { vatIdToCheck } from './quote/vat-id-standing.js'
export { parseVatId, type VatId, type VatIdProblem } from './quote/vat-id.js'

// adapter
export {
  type Account,
  type Call,
  type Capabilities,
  type Context,
  type Filed,
  type InterventionAdapter,
  type Message,
  type Page,
  type Service,
  type Write,
} from './adapter/adapter.js'
export { AdapterFault, faultCodeOf, faultCodes, type FaultCode, type FaultDetail } from './adapter/fault.js'
export { guardedAdapter } from './adapter/guard.js'
export { restAdapter } from './adapter/rest.js'
export { type RestOptions } from './adapter/rest-transport.js'
