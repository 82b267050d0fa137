// The door to what the device keeps. Loaded when a form needs it: `await import('…/src/request/kept.js')`.
export { DraftShelf, keepable, type DraftSaved, type DraftToKeep, type KeptDraft } from './draft-shelf.js'
export { filedDraft } from './filed-draft.js'
export { Outbox, type PendingRequest } from './outbox.js'
export {
  ReplyShelf,
  type KeptReply,
  type ReplyUnderWay,
  type WrittenReply,
  type WrittenSaved,
  type WrittenShelf,
} from './reply-shelf.js'
export { type SentAs, type SentElsewhere } from './sent-elsewhere.js'
export { deviceShelf, type KeptScope, type Shelf } from './shelf.js'
export { sweep } from './sweep.js'
